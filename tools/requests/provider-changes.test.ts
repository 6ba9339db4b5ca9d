import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerShareRequest } from './answer-share-request.ts';
import { askCoordination } from './ask-coordination.ts';
import { fileShareRequest } from './file-share-request.ts';
import { forwardRequest } from './forward-request.ts';
import { myWork } from './my-work.ts';
import { printCase } from './print-case.ts';
import { recordProvision } from './record-provision.ts';
import { RequestCity, wantedMarriage } from './requests.fixture.ts';
import { showRequest } from './show-request.ts';

let city: RequestCity;
let requestId: string;
const reason = '机构改革后该项职能已划入市住建局';

beforeAll(async () => {
  city = await RequestCity.open();
});
beforeEach(async () => {
  await city.store.db.request.updateMany({ data: { state: 'withdrawn', providedAt: null } });
  await city.store.db.department.updateMany({ data: { dissolvedOn: null } });
  await city.store.db.catalogEntry.update({ where: { id: 'marriage' }, data: { departmentId: 'minzheng' } });
  // Received on Monday 2 March 2026; the tenth working day is the 16th.
  ({ requestId } = await city.at('2026-03-02').run('li', fileShareRequest, wantedMarriage));
  city.told.length = 0;
});
afterAll(() => city.store.close());

const told = (who: string): string =>
  city.told.flatMap((one) => ('personId' in one && one.personId === who ? [one.text] : [])).join('\n');
const approve = () => ({ requestId, decision: 'approve' as const });

test('wrong provider: passed on with its clock, told to all three, answered by the new one only', async () => {
  const forwarded = await city
    .at('2026-03-05')
    .run('liu', forwardRequest, { requestId, departmentId: 'zhujian', reason });
  expect(forwarded).toMatchObject({ stage: 'submitted', dueOn: '2026-03-16' });
  expect(told('tan')).toContain('长沙市民政局的一件申请转交您部门办理');
  expect(told('tan')).toContain('3月16日');
  expect(told('li')).toContain('已由长沙市民政局转交长沙市住房和城乡建设局办理');
  expect(told('he')).toContain('不用再由您部门办理');
  expect(told('li')).toContain(reason);
  const { request, events, clocks, audits } = await city.rows(requestId);
  expect(request).toMatchObject({
    providerDepartmentId: 'zhujian',
    handlerId: null,
    receivedOn: '2026-03-02',
    version: 1,
  });
  expect(events).toEqual(['1 submitted li', '2 forwarded liu']);
  // Nothing lets it stand still or begin anew.
  expect(clocks).toEqual(['share-answer started 2026-03-02']);
  expect(audits.at(-1)).toBe('request.forwarded liu -');
  expect((await city.refusal('liu', answerShareRequest, approve())).code).toBe('NOT_YOUR_DEPARTMENT');
  expect((await city.run('tan', myWork, {})).items[0]).toMatchObject({
    kind: 'answer',
    requestId,
    dueOn: '2026-03-16',
  });
  expect((await city.run('liu', myWork, {})).items.some((one) => one.requestId === requestId)).toBe(false);
  // Once: the next one asks the bureau.
  const back = { requestId, departmentId: 'minzheng', reason: '核对后仍归市民政局' };
  expect((await city.refusal('tan', forwardRequest, back)).code).toBe('ALREADY_HAPPENED');
  await city.run('tan', answerShareRequest, approve());
  await city.run('tan', recordProvision, { requestId, provision: '已在平台开通核验接口' });
  expect((await city.rows(requestId)).request).toMatchObject({ state: 'provided', decidedById: 'tan' });
  expect((await city.run('li', printCase, { requestId })).markdown).toContain(
    `由长沙市民政局转交长沙市住房和城乡建设局:${reason}`,
  );
});

test('merged: the bureau sees it among its work and moves it, also after the approval, with both clocks', async () => {
  await city.at('2026-03-04').run('liu', answerShareRequest, approve());
  await city.store.db.department.update({ where: { id: 'minzheng' }, data: { dissolvedOn: '2026-03-09' } });
  city.at('2026-03-09');
  const [work] = (await city.run('zhou', myWork, {})).items;
  expect(work).toMatchObject({ kind: 'move', requestId });
  expect(work?.offers.map(({ title }) => title)).toContain('转交其他部门');
  const moved = await city.run('zhou', forwardRequest, { requestId, departmentId: 'zhujian', reason });
  expect(moved).toMatchObject({ stage: 'approved', dueOn: '2026-04-01' });
  const { events, clocks, audits } = await city.rows(requestId);
  expect(events).toEqual(['1 submitted li', '2 approved liu', '3 moved zhou']);
  expect(clocks.at(-1)).toBe('share-provision started 2026-03-04');
  expect(audits.at(-1)).toBe('request.moved zhou 第六条第二款');
  await city.run('tan', recordProvision, { requestId, provision: '已在平台开通核验接口' });
  expect((await city.rows(requestId)).clocks.at(-1)).toBe('share-provision ended 2026-03-09');
});

test('not to the department that asked, not to where it is, not to one that is no more, not by strangers', async () => {
  const to = (departmentId: string) => ({ requestId, departmentId, reason });
  for (const [who, departmentId] of [
    ['liu', 'minzheng'],
    ['liu', 'jiaoyu'],
    ['zhou', 'jiaoyu'],
  ] as const)
    expect(await city.refusal(who, forwardRequest, to(departmentId))).toMatchObject({
      code: 'FORWARD_NOWHERE',
      field: 'departmentId',
    });
  await city.store.db.department.update({ where: { id: 'zhujian' }, data: { dissolvedOn: '2026-03-01' } });
  expect((await city.refusal('liu', forwardRequest, to('zhujian'))).code).toBe('FORWARD_NOWHERE');
  await city.store.db.department.update({ where: { id: 'zhujian' }, data: { dissolvedOn: null } });
  expect((await city.refusal('li', forwardRequest, to('zhujian'))).code).toBe('NOT_YOUR_DEPARTMENT');
  expect((await city.refusal('citizen', forwardRequest, to('zhujian'))).code).toBe('NOT_YOUR_ROLE');
  expect((await city.rows(requestId)).events).toEqual(['1 submitted li']);
});

test('renamed: the same request under the new name, the clock untouched', async () => {
  const { db } = city.store;
  await db.department.update({ where: { id: 'minzheng' }, data: { name: '长沙市民政和社会事务局' } });
  try {
    const shown = await city.at('2026-03-05').run('li', showRequest, { requestId });
    expect(shown).toMatchObject({ dueOn: '2026-03-16', text: expect.stringContaining('长沙市民政和社会事务局') });
    await city.run('liu', answerShareRequest, approve());
    expect((await city.rows(requestId)).clocks).toEqual([
      'share-answer started 2026-03-02',
      'share-answer ended 2026-03-05',
      'share-provision started 2026-03-05',
    ]);
  } finally {
    await db.department.update({ where: { id: 'minzheng' }, data: { name: '长沙市民政局' } });
  }
});

test('the entry moved to another department: who received the request still has it, and is told where the entry is now', async () => {
  await city.store.db.catalogEntry.update({ where: { id: 'marriage' }, data: { departmentId: 'zhujian' } });
  expect((await city.rows(requestId)).request.providerDepartmentId).toBe('minzheng');
  const context = { actor: city.actor('liu'), now: city.clock, db: city.store.db };
  expect(await forwardRequest.advise?.({ requestId }, context)).toEqual([
    { id: 'owner', text: '这条目录现在由长沙市住房和城乡建设局负责。' },
  ]);
  // Overdue stays overdue: a change of hands is no excuse, and whoever asked can still go to the bureau.
  await city.at('2026-03-17').run('liu', forwardRequest, { requestId, departmentId: 'zhujian', reason });
  expect(await city.run('li', askCoordination, { requestId })).toMatchObject({ overdue: true, dueOn: '2026-03-16' });
  await city.run('tan', answerShareRequest, approve());
  expect((await city.rows(requestId)).events).toEqual([
    '1 submitted li',
    '2 forwarded liu',
    '3 coordination_asked li',
    '4 approved tan',
  ]);
});

test('passed on and answered at once: one of the two, never both', async () => {
  const outcomes = await Promise.all([
    city.attempt('liu', forwardRequest, { requestId, departmentId: 'zhujian', reason }),
    city.attempt('he', answerShareRequest, approve()),
  ]);
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
  expect((await city.rows(requestId)).events).toHaveLength(2);
});
