import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOpenRequest } from './answer-open-request.ts';
import { fileOpenRequest } from './file-open-request.ts';
import { fileShareRequest } from './file-share-request.ts';
import { recordProvision } from './record-provision.ts';
import { RequestCity, wantedMarriage } from './requests.fixture.ts';

let city: RequestCity;
beforeAll(async () => {
  city = await RequestCity.open();
});
afterAll(() => city.store.close());

const wanted = {
  entryId: 'homes',
  scenario: '给父母选择养老机构',
  items: ['机构名称', '床位数'],
  method: 'query' as const,
  contact: '陈女士,邮箱联系',
};

test('a citizen asks for personal items: only desensitised, with the clause; and so is the approval', async () => {
  const personal = { ...wanted, items: ['机构名称', '负责人电话'] };
  const refused = await city.at('2026-03-02').refusal('citizen', fileOpenRequest, personal);
  expect(refused).toMatchObject({ code: 'GUARDED_ITEMS', article: '第二十四条第三款', field: 'method' });
  expect(refused.message).toContain('负责人电话');
  const advice = await fileOpenRequest.advise?.(personal, {
    actor: city.actor('citizen'),
    now: city.clock,
    db: city.store.db,
  });
  expect(advice).toMatchObject([{ id: 'GUARDED_ITEMS', blocks: true }]);

  const filed = await city.run('citizen', fileOpenRequest, { ...personal, method: 'desensitised' });
  expect(filed).toMatchObject({ stage: 'submitted', dueOn: '2026-03-16' });
  const { requestId } = filed;
  const no = {
    requestId,
    decision: 'refuse' as const,
    ground: 'personal' as const,
    basis: '《长沙市政务数据资源管理办法》第二十四条第三款',
  };
  expect(await city.attempt('liu', answerOpenRequest, { ...no, reason: '不予开放' })).toMatchObject({
    kind: 'malformed',
  });
  await city.run('liu', answerOpenRequest, {
    ...no,
    reason: '负责人电话属于个人隐私,脱敏后不能用于联系,机构电话可在公示页面查询。',
  });
  expect(await city.rows(requestId)).toMatchObject({
    request: { kind: 'open', state: 'refused', requesterDepartmentId: null, openingMethod: 'desensitised' },
    events: ['1 submitted citizen', '2 refused liu'],
    clocks: ['open-answer started 2026-03-02', 'open-answer ended 2026-03-02'],
    audits: ['request.submitted citizen 第二十四条第二款', 'request.refused liu 第二十四条第二款'],
  });
});

test('conditional: approved, provided; no clock of provision, since no law sets one', async () => {
  const { requestId } = await city.at('2026-03-02').run('citizen', fileOpenRequest, wanted);
  expect((await city.refusal('citizen', fileOpenRequest, wanted)).code).toBe('ALREADY_REQUESTED');
  const approved = await city.run('he', answerOpenRequest, { requestId, decision: 'approve' });
  expect(approved).toMatchObject({ stage: 'approved', dueOn: null });
  await city.run('he', recordProvision, { requestId, provision: '已开通查询' });
  expect((await city.rows(requestId)).events).toEqual(['1 submitted citizen', '2 approved he', '3 provided he']);
  expect(city.told.at(-1)).toMatchObject({ personId: 'citizen' });
});

test('unconditional opening is given at once, withheld is not filed, and only the public asks for opening', async () => {
  const schools = { ...wanted, entryId: 'schools', items: ['地址'] };
  const { requestId } = await city.at('2026-03-02').run('citizen', fileOpenRequest, schools);
  expect((await city.rows(requestId)).events).toEqual(['1 submitted citizen', '2 access_given -']);
  const withheld = await city.refusal('citizen', fileOpenRequest, {
    ...wanted,
    entryId: 'marriage',
    items: ['登记类别'],
  });
  expect(withheld).toMatchObject({ code: 'OPENING_WITHHELD', article: '第二十四条第一款' });
  expect((await city.refusal('li', fileOpenRequest, schools)).code).toBe('NOT_YOUR_ROLE');
  expect((await city.refusal('citizen', fileShareRequest, wantedMarriage)).code).toBe('NOT_YOUR_ROLE');
});

test('a request that slipped in without desensitising is not approved with personal items', async () => {
  const { requestId } = await city.at('2026-03-03').run('citizen', fileOpenRequest, wanted);
  await city.store.db.request.update({ where: { id: requestId }, data: { items: ['负责人电话'] } });
  const refused = await city.refusal('liu', answerOpenRequest, { requestId, decision: 'approve' });
  expect(refused).toMatchObject({ code: 'GUARDED_ITEMS', article: '第二十四条第三款' });
});
