import exceljs from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerShareRequest } from './answer-share-request.ts';
import { askSupplement } from './ask-supplement.ts';
import { exportDeadlines } from './export-deadlines.ts';
import { fileOpenRequest } from './file-open-request.ts';
import { fileShareRequest } from './file-share-request.ts';
import { findRequests } from './find-requests.ts';
import { listOverdue } from './list-overdue.ts';
import { myWork } from './my-work.ts';
import { printCase } from './print-case.ts';
import { type PersonId, RequestCity, wantedMarriage } from './requests.fixture.ts';
import { showRequest } from './show-request.ts';

let city: RequestCity;
let old: string;
let fresh: string;
let open: string;

beforeAll(async () => {
  city = await RequestCity.open();
  const zhujian = { ...wantedMarriage, departmentId: 'zhujian' };
  old = (await city.at('2026-03-02').run('tan', fileShareRequest, zhujian)).requestId;
  fresh = (await city.at('2026-03-12').run('li', fileShareRequest, wantedMarriage)).requestId;
  const wanted = {
    entryId: 'homes',
    scenario: '给父母选择养老机构',
    items: ['床位数'],
    method: 'query' as const,
    contact: '陈女士',
  };
  open = (await city.at('2026-03-10').run('citizen', fileOpenRequest, wanted)).requestId;
  await city.at('2026-03-12').run('liu', askSupplement, { requestId: fresh, missing: ['授权书'] });
  city.at('2026-03-17');
});
afterAll(() => city.store.close());

const seen = async (who: PersonId): Promise<readonly string[]> =>
  (await city.run(who, myWork, {})).items.map(({ kind, number, dueOn }) => `${kind} #${number} ${dueOn}`);

test('everybody sees what waits for them, by the clock', async () => {
  expect(await seen('liu')).toEqual(['answer #1 2026-03-16', 'answer #3 2026-03-24', 'answer #2 2026-03-26']);
  expect(await seen('chen')).toEqual(await seen('liu'));
  expect(await seen('tan')).toEqual(['escalate #1 2026-03-16']);
  expect(await seen('li')).toEqual(['supply #2 2026-03-26']);
  expect(await seen('citizen')).toEqual(['wait #3 2026-03-24']);
  expect(await seen('zhou')).toEqual(['coordinate #1 2026-03-16']);
  const [first] = (await city.run('liu', myWork, {})).items;
  expect(first?.text).toContain('已超期1个工作日');
  expect(first?.offers.map(({ title }) => title)).toEqual(['同意', '不同意', '要求补充材料', '查看 #1']);
});

test('a draft waits as well', async () => {
  await city.store.db.draft.create({
    data: {
      form: 'file-share-request',
      definitionVersion: '1',
      name: '共享申请(低保核对)',
      ownerId: 'wang',
      createdAt: city.clock,
      updatedAt: city.clock,
    },
  });
  expect((await city.run('wang', myWork, {})).items.map(({ text }) => text).at(-1)).toContain('共享申请(低保核对)');
});

test('who is overdue: all for the bureau, their own for the sides, nobody else', async () => {
  const numbers = async (who: PersonId) => (await city.run(who, listOverdue, {})).items.map(({ number }) => number);
  expect(await numbers('zhou')).toEqual([1]);
  expect(await numbers('chen')).toEqual([1]);
  expect(await numbers('tan')).toEqual([1]);
  expect(await numbers('li')).toEqual([]);
});

test('a request is found by number, by name, by department and by 上周那个, among those one may see', async () => {
  const found = async (who: PersonId, words: string) => {
    const context = { actor: city.actor(who), now: city.clock, db: city.store.db };
    return (await findRequests(words, 'any', context)).rows.map(({ id }) => id);
  };
  expect(await found('liu', '#1')).toEqual([old]);
  expect(await found('liu', '2号')).toEqual([fresh]);
  expect(await found('liu', '上周那个')).toEqual([open, fresh]);
  expect(await found('li', '上周那个')).toEqual([fresh]);
  expect(await found('liu', '住建局的申请')).toEqual([old]);
  expect(await found('tan', '婚姻登记信息')).toEqual([old]);
  expect(await found('tan', '#2')).toEqual([]);
  expect(await found('zhou', '养老机构')).toEqual([open]);
  expect(await found('liu', '不存在的东西')).toEqual([]);
  // What the person did something with last.
  expect(await found('liu', '这件事')).toEqual([fresh]);
  expect(await found('liu', '件事')).toEqual([fresh]);
  expect(await found('tan', '刚才那个申请')).toEqual([old]);
});

test('its status says stage, last day, what is missing and how it went; strangers see nothing', async () => {
  const shown = await city.run('li', showRequest, { requestId: fresh });
  expect(shown.text).toContain('现在:等待申请方补充材料(2026年3月12日(周四)起)');
  expect(shown.text).toContain('期限:最晚2026年3月26日(周四)答复,还剩7个工作日');
  expect(shown.text).toContain('需要补充:(1)授权书');
  expect(shown.offers.map(({ tool }) => tool)).toEqual(['supply-supplement', 'withdraw-request']);
  expect((await city.refusal('tan', showRequest, { requestId: fresh })).code).toBe('NOT_YOUR_DEPARTMENT');
  expect((await city.refusal('citizen', showRequest, { requestId: fresh })).code).toBe('NOT_YOUR_DEPARTMENT');
  expect((await city.run('zhou', showRequest, { requestId: fresh })).offers).toEqual([]);
});

test('deadlines go into a calendar, each under a name of its own', async () => {
  const { ics, count } = await city.run('liu', exportDeadlines, {});
  expect(count).toBe(3);
  expect(ics).toContain('DTSTART;VALUE=DATE:20260326');
  expect(ics).toContain(`UID:request-${old}-answer@zhengshu`);
});

test('a case prints as a page and as a workbook with every event, actor, time and article', async () => {
  await city
    .at('2026-03-18T14:05')
    .run('liu', answerShareRequest, { requestId: old, decision: 'approve', conditions: '不得|留存' });
  const { markdown, workbook, fileName } = await city.run('chen', printCase, { requestId: old });
  expect(fileName).toBe('request-1.xlsx');
  expect(markdown).toContain(
    '| 1 | 2026-03-02 09:00 | 提交申请 | 长沙市住房和城乡建设局 tan同志 | 第二十一条第三款 |  |',
  );
  expect(markdown).toContain('| 2 | 2026-03-18 14:05 | 同意 | 长沙市民政局 liu同志 | 第二十二条第二款 | 不得\\|留存 |');
  expect(markdown).toContain('期限计算:答复有条件共享申请');
  const read = new exceljs.Workbook();
  const bytes = Buffer.from(workbook, 'base64');
  await read.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const cells = JSON.stringify(read.worksheets[0]?.getSheetValues());
  for (const text of ['提交申请', '同意', '2026-03-18 14:05', '第二十二条第二款', '不得|留存', '婚姻登记信息'])
    expect(cells).toContain(text);
});
