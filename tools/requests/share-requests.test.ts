import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerShareRequest } from './answer-share-request.ts';
import { askCoordination } from './ask-coordination.ts';
import { askSupplement } from './ask-supplement.ts';
import { closeRequest } from './close-request.ts';
import { fileCorrectionRequest } from './file-correction-request.ts';
import { answerCorrectionRequest } from './answer-correction-request.ts';
import { fileShareRequest } from './file-share-request.ts';
import { recordProvision } from './record-provision.ts';
import { RequestCity, wantedMarriage } from './requests.fixture.ts';
import { supplySupplement } from './supply-supplement.ts';
import { withdrawRequest } from './withdraw-request.ts';

let city: RequestCity;
beforeAll(async () => {
  city = await RequestCity.open();
});
afterAll(() => city.store.close());

const wantedHomes = {
  ...wantedMarriage,
  entryId: 'homes',
  items: ['机构名称', '床位数'],
  method: 'service_call' as const,
};
const reason = '申请推送全市登记明细超出入学核验需要,只核验申请人的登记类别就够用。';
const basis = '《长沙市政务数据资源管理办法》第二十一条第二款';

test('unconditional: no approval, access at once, on record', async () => {
  const { requestId, stage, text } = await city.at('2026-03-02').run('li', fileShareRequest, wantedHomes);
  expect(stage).toBe('provided');
  expect(text).toContain('平台接口 /api/yanglao');
  const { request, events, clocks, audits } = await city.rows(requestId);
  expect(request).toMatchObject({
    state: 'provided',
    decidedById: null,
    provision: expect.stringContaining('/api/yanglao'),
  });
  expect(events).toEqual(['1 submitted li', '2 access_given -']);
  expect(clocks).toEqual(['share-answer started 2026-03-02', 'share-answer ended 2026-03-02']);
  expect(audits).toEqual(['request.submitted li 第二十一条第三款', 'request.access_given li 第二十二条第一款']);
  expect((await city.refusal('xiao', fileShareRequest, wantedHomes)).code).toBe('ALREADY_GRANTED');
  // More than was granted is a new request.
  await city.run('xiao', fileShareRequest, { ...wantedHomes, items: ['床位数', '负责人姓名'] });
});

test('conditional: filed, answered with conditions, provided, closed; both clocks start and end', async () => {
  city.told.length = 0;
  const filed = await city.at('2026-02-10').run('li', fileShareRequest, wantedMarriage);
  expect(filed).toMatchObject({ stage: 'submitted', dueOn: '2026-03-02', overdue: false });
  expect(city.told.map((one) => 'personId' in one && one.personId)).toEqual(['chen', 'double', 'he', 'liu']);
  expect(city.told[0]?.text).toContain('最晚2026年3月2日(周一)');
  expect(city.told[0]?.offers?.map(({ title }) => title)).toEqual(['同意', '不同意', '要求补充材料']);
  const { requestId } = filed;
  const conditions = '仅限入学核验,不得留存';
  const answer = { requestId, decision: 'approve' as const, conditions };
  const approved = await city.at('2026-02-13').run('liu', answerShareRequest, answer);
  expect(approved).toMatchObject({ stage: 'approved', dueOn: '2026-03-19' });
  expect(city.told.at(-1)).toMatchObject({ personId: 'li', text: expect.stringContaining(conditions) });
  await city.at('2026-02-25').run('he', recordProvision, { requestId, provision: '已在平台开通核验接口' });
  await city.at('2026-02-26').run('xiao', closeRequest, { requestId });
  const { request, events, clocks, audits } = await city.rows(requestId);
  expect(request).toMatchObject({
    state: 'closed',
    decidedById: 'liu',
    conditions,
    receivedOn: '2026-02-10',
    version: 3,
  });
  expect(events).toEqual(['1 submitted li', '2 approved liu', '3 provided he', '4 closed xiao']);
  expect(clocks).toEqual([
    'share-answer started 2026-02-10',
    'share-answer ended 2026-02-13',
    'share-provision started 2026-02-13',
    'share-provision ended 2026-02-25',
  ]);
  expect(audits).toEqual([
    'request.submitted li 第二十一条第三款',
    'request.approved liu 第二十二条第二款',
    'request.provided he 第二十二条第四款',
    'request.closed xiao -',
  ]);
  // Granted until its term ends, closed or not.
  expect((await city.refusal('li', fileShareRequest, wantedMarriage)).code).toBe('ALREADY_GRANTED');

  const wrong = { originalId: requestId, correction: '登记日期晚于离婚日期,请核实', items: ['登记日期'] };
  const correction = await city.at('2026-03-03').run('li', fileCorrectionRequest, wrong);
  expect(correction).toMatchObject({ stage: 'submitted', dueOn: '2026-03-17' });
  await city.run('liu', answerCorrectionRequest, {
    requestId: correction.requestId,
    decision: 'approve',
    reason: '已核对档案并更正登记日期',
  });
  const corrected = await city.rows(correction.requestId);
  expect(corrected.events).toEqual(['1 submitted li', '2 approved liu']);
  expect(corrected.clocks).toEqual(['correction started 2026-03-03', 'correction ended 2026-03-03']);
  expect(corrected.request).toMatchObject({ state: 'approved', originalId: requestId });
});

const wantedSchools = {
  ...wantedMarriage,
  entryId: 'schools',
  departmentId: 'zhujian',
  items: ['学校名称'],
  method: 'data_push' as const,
};

test('a refusal without a reason, with an empty phrase, with an excuse or without a clause is not accepted', async () => {
  const { requestId } = await city.at('2026-03-02').run('tan', fileShareRequest, wantedSchools);
  const no = { requestId, decision: 'refuse' as const, ground: 'not_minimal' as const, basis };
  expect(await city.refusal('li', answerShareRequest, no)).toMatchObject({
    code: 'REFUSAL_UNSUPPORTED',
    field: 'reason',
    article: '第二十二条第二款',
  });
  for (const empty of ['', '经研究,不同意共享', '领导不同意', '材料不全']) {
    const outcome = await city.attempt('li', answerShareRequest, { ...no, reason: empty });
    expect(outcome).toMatchObject({ kind: 'malformed', issues: [{ path: ['reason'] }] });
  }
  const vague = await city.refusal('li', answerShareRequest, { ...no, reason, basis: '有关规定' });
  expect(vague).toMatchObject({ code: 'REFUSAL_UNSUPPORTED', field: 'basis' });
  expect(await city.rows(requestId)).toMatchObject({ request: { state: 'submitted' }, events: ['1 submitted tan'] });

  const advice = await answerShareRequest.advise?.(
    { ...no, reason, basis: '有关规定' },
    { actor: city.actor('li'), now: city.clock, db: city.store.db },
  );
  expect(advice).toMatchObject([{ blocks: true, article: '第二十二条第二款' }]);

  await city.run('li', answerShareRequest, { ...no, reason });
  expect(await city.rows(requestId)).toMatchObject({
    request: { state: 'refused', decisionReason: reason, decisionBasis: basis, decisionGround: '超出最小够用范围' },
    events: ['1 submitted tan', '2 refused li'],
    clocks: ['share-answer started 2026-03-02', 'share-answer ended 2026-03-02'],
  });
  expect(city.told.at(-1)).toMatchObject({ personId: 'tan', text: expect.stringContaining('第六条第二款') });
  const refusals = await city.store.db.auditRecord.findMany({ where: { reason: 'REFUSAL_UNSUPPORTED' } });
  expect(refusals).toHaveLength(2);
});

test('a supplement is asked for once, the clock goes on, and what is missing is no refusal', async () => {
  const { requestId } = await city.at('2026-03-02').run('tan', fileShareRequest, wantedSchools);
  await city.at('2026-03-04').run('li', askSupplement, { requestId, missing: ['使用依据的具体条款', '业务范围'] });
  expect((await city.refusal('li', askSupplement, { requestId, missing: ['公函'] })).code).toBe('ALREADY_HAPPENED');
  const no = { requestId, decision: 'refuse', ground: 'not_minimal', reason, basis };
  expect((await city.refusal('li', answerShareRequest, no)).code).toBe('STAGE_PASSED');
  const supplied = { requestId, supplement: '依据第八条,范围为在建学校', legalBasis: '《建筑法》第八条' };
  const { dueOn } = await city.at('2026-03-06').run('tan', supplySupplement, supplied);
  expect(dueOn).toBe('2026-03-16');
  await city.run('xiao', answerShareRequest, { requestId, decision: 'approve' });
  expect(await city.rows(requestId)).toMatchObject({
    request: {
      state: 'approved',
      legalBasis: '《建筑法》第八条',
      supplementAsked: '(1)使用依据的具体条款;(2)业务范围',
    },
    events: ['1 submitted tan', '2 supplement_asked li', '3 supplied tan', '4 approved xiao'],
  });
});

test('withdrawn before the answer by a colleague of the requester, and answered no more', async () => {
  const wanted = { ...wantedSchools, items: ['地址'] };
  const { requestId } = await city.at('2026-03-02').run('tan', fileShareRequest, wanted);
  await city.run('tan', withdrawRequest, { requestId, reason: '已另行取得' });
  expect((await city.refusal('li', answerShareRequest, { requestId, decision: 'approve' })).code).toBe('STAGE_PASSED');
  expect((await city.refusal('tan', withdrawRequest, { requestId })).code).toBe('STAGE_PASSED');
  expect(await city.rows(requestId)).toMatchObject({
    request: { state: 'withdrawn' },
    clocks: ['share-answer started 2026-03-02', 'share-answer ended 2026-03-02'],
  });
});

test('withheld: not filed, the basis and the lawful next step are said; ours: not needed', async () => {
  const before = await city.store.db.request.count();
  const refused = await city.refusal('li', fileShareRequest, {
    ...wantedMarriage,
    entryId: 'adoption',
    items: ['收养人姓名'],
  });
  expect(refused).toMatchObject({ code: 'SHARING_WITHHELD', article: '第二十二条第一款' });
  expect(refused.message).toContain('第一千一百一十条');
  expect(refused.remedy).toContain('重新核定共享类型');
  expect(
    (await city.refusal('li', fileShareRequest, { ...wantedMarriage, entryId: 'schools', items: ['地址'] })).code,
  ).toBe('OWN_DATA');
  expect(await city.store.db.request.count()).toBe(before);
});

test('items: unknown ones are named, all of them need a reason, a method not offered is said so', async () => {
  const marriage = { ...wantedMarriage, departmentId: 'zhujian' };
  expect((await city.refusal('tan', fileShareRequest, { ...marriage, items: ['身份证照片'] })).code).toBe(
    'ITEMS_UNKNOWN',
  );
  expect((await city.refusal('tan', fileShareRequest, { ...marriage, items: ['全部'] })).code).toBe(
    'ALL_WITHOUT_REASON',
  );
  expect((await city.refusal('tan', fileShareRequest, { ...marriage, method: 'data_push' })).code).toBe(
    'METHOD_NOT_OFFERED',
  );
  expect((await city.refusal('tan', fileShareRequest, { ...marriage, termUntil: '2026-03-01' })).code).toBe(
    'TERM_OVER',
  );
  const all = { ...marriage, items: ['全部'], scopeReason: '逐项比对需要全部四项' };
  const { requestId } = await city.run('tan', fileShareRequest, all);
  expect((await city.rows(requestId)).request.items).toEqual(['男方姓名', '女方姓名', '登记类别', '登记日期']);
  // A duplicate of what is on its way.
  const again = await city.refusal('tan', fileShareRequest, marriage);
  expect(again).toMatchObject({ code: 'ALREADY_REQUESTED' });

  // Somebody else's: the wrong provider, a stranger as requester, nobody's own.
  expect((await city.refusal('li', answerShareRequest, { requestId, decision: 'approve' })).code).toBe(
    'NOT_YOUR_DEPARTMENT',
  );
  expect((await city.refusal('zhou', answerShareRequest, { requestId, decision: 'approve' })).code).toBe(
    'NOT_YOUR_DEPARTMENT',
  );
  expect((await city.refusal('tan', answerShareRequest, { requestId, decision: 'approve' })).code).toBe(
    'NOT_YOUR_DEPARTMENT',
  );
  expect((await city.refusal('liu', withdrawRequest, { requestId })).code).toBe('NOT_YOUR_DEPARTMENT');
  expect((await city.refusal('citizen', fileShareRequest, marriage)).code).toBe('NOT_YOUR_ROLE');
  expect((await city.rows(requestId)).events).toEqual(['1 submitted tan']);
});

test('four eyes: who files for one department does not answer for the other', async () => {
  const wanted = { ...wantedMarriage, items: ['男方姓名'] };
  const { requestId } = await city.at('2026-03-02').run('double', fileShareRequest, wanted);
  const answer = { requestId, decision: 'approve' };
  expect((await city.refusal('double', answerShareRequest, answer)).code).toBe('FOUR_EYES');
  await city.run('he', answerShareRequest, { requestId, decision: 'approve' });
  expect((await city.rows(requestId)).request).toMatchObject({ requesterId: 'double', decidedById: 'he' });
});

test('overdue from the day after the last one: visible, escalated once; and still answered', async () => {
  const wanted = { ...wantedMarriage, items: ['女方姓名'] };
  const { requestId } = await city.at('2026-03-02').run('li', fileShareRequest, wanted);
  const early = await city.at('2026-03-16').refusal('li', askCoordination, { requestId });
  expect(early).toMatchObject({ code: 'NOT_OVERDUE', message: '还没有超期,答复的最后一天是2026年3月16日(周一)。' });
  city.told.length = 0;
  const escalated = await city.at('2026-03-17').run('xiao', askCoordination, { requestId, note: '9月前要用' });
  expect(escalated).toMatchObject({ stage: 'submitted', overdue: true });
  expect(city.told.flatMap((one) => ('personId' in one ? [one.personId] : []))).toEqual([
    'zhou',
    'chen',
    'double',
    'he',
    'liu',
  ]);
  expect((await city.refusal('li', askCoordination, { requestId })).code).toBe('ALREADY_HAPPENED');
  await city.run('liu', answerShareRequest, { requestId, decision: 'approve' });
  expect(await city.rows(requestId)).toMatchObject({
    request: { state: 'approved' },
    events: ['1 submitted li', '2 coordination_asked xiao', '3 approved liu'],
  });
});

test('received on a holiday and on a make-up Saturday: the day of receipt is day 0', async () => {
  // National Day 2026: off 1 to 7 October; Saturday 10 October is worked.
  const schools = { ...wantedSchools, items: ['学校名称', '地址'], scopeReason: '两项都要' };
  const holiday = await city.at('2026-10-03').run('tan', fileShareRequest, schools);
  expect(holiday).toMatchObject({ dueOn: '2026-10-20' });
  expect((await city.rows(holiday.requestId)).request.receivedOn).toBe('2026-10-03');
  await city.run('tan', withdrawRequest, { requestId: holiday.requestId });
  const saturday = await city.at('2026-10-10').run('tan', fileShareRequest, schools);
  expect(saturday).toMatchObject({ dueOn: '2026-10-23' });
  // Just before midnight in Changsha is still that day.
  await city.run('tan', withdrawRequest, { requestId: saturday.requestId });
  const late = await city.at('2026-10-10T23:59').run('tan', fileShareRequest, schools);
  expect(late).toMatchObject({ dueOn: '2026-10-23' });
  await city.run('tan', withdrawRequest, { requestId: late.requestId });
});

test('pressed twice, by one or by two people at once, a request is answered once', async () => {
  const homes = { ...wantedSchools, items: ['学校名称', '地址'] };
  const { requestId } = await city.at('2026-11-02').run('tan', fileShareRequest, homes);
  const approve = { requestId, decision: 'approve' as const };
  const twice = await Promise.all([1, 2, 3].map(() => city.attempt('li', answerShareRequest, approve, 'press-1')));
  expect(twice.map((one) => one.kind)).toEqual(['done', 'done', 'done']);
  expect(twice.filter((one) => one.kind === 'done' && !one.repeated)).toHaveLength(1);
  expect((await city.rows(requestId)).events).toEqual(['1 submitted tan', '2 approved li']);

  const second = await city
    .run('tan', fileShareRequest, { ...wantedMarriage, departmentId: 'zhujian', items: ['登记类别'] })
    .catch((error: unknown) => error);
  expect(second).toMatchObject({ code: 'ALREADY_REQUESTED' });
});

test('two requests at once stay apart, and of two answers to one only the first counts', async () => {
  const one = await city.at('2026-11-03').run('li', fileShareRequest, {
    ...wantedMarriage,
    termUntil: '2027-06-30',
    items: ['登记类别', '男方姓名', '女方姓名'],
  });
  const filing = () =>
    city.attempt('li', fileShareRequest, { ...wantedMarriage, items: ['登记日期', '男方姓名', '女方姓名'] });
  expect((await filing()).kind).toBe('refused');
  const answers = await Promise.all([
    city.attempt('liu', answerShareRequest, { requestId: one.requestId, decision: 'approve' }),
    city.attempt('he', answerShareRequest, {
      requestId: one.requestId,
      decision: 'refuse',
      ground: 'not_minimal',
      reason,
      basis,
    }),
  ]);
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
  const { events, request } = await city.rows(one.requestId);
  expect(events).toHaveLength(2);
  expect(events[1]).toMatch(request.state === 'approved' ? /approved liu/ : /refused he/);

  // Five presses that file the same at once: one request.
  const many = await Promise.all(Array.from({ length: 5 }, () => filing()));
  expect(many.filter(({ kind }) => kind === 'done')).toHaveLength(1);
});
