import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerShareRequest } from '#tools/requests/answer-share-request.ts';
import { type RequestCity } from '#tools/requests/requests.fixture.ts';
import { acknowledgeBroadcast } from './acknowledge-broadcast.ts';
import type { Audience } from './audience.ts';
import { readAudience } from './audience-words.ts';
import { openBroadcastCity, overdueRequest } from './broadcast-city.fixture.ts';
import { broadcastCounts, reportLines } from './broadcast-report.ts';
import { writeBroadcastSettings } from './broadcast-settings.ts';
import { cancelBroadcast } from './cancel-broadcast.ts';
import { composeBroadcast } from './compose-broadcast.ts';
import { correctBroadcast } from './correct-broadcast.ts';
import { beginBroadcast } from './freeze.ts';
import { pauseBroadcast } from './pause-broadcast.ts';
import { rehearseBroadcast } from './rehearse-broadcast.ts';
import { releaseBroadcast } from './release-broadcast.ts';
import { reportCsv, reportWorkbook } from './report-table.ts';
import { resolveAudience } from './resolve-audience.ts';
import { retryBroadcast } from './retry-broadcast.ts';
import { sendBroadcast } from './send-broadcast.ts';

let city: RequestCity;
beforeAll(async () => {
  city = await openBroadcastCity();
});
afterAll(() => city.store.close());

async function audienceOf(words: string): Promise<Audience> {
  const read = await readAudience(words, city.store.db);
  if (read.kind !== 'audience') throw new Error(read.why);
  return read.audience;
}

async function rosterOf(words: string): Promise<Readonly<Record<string, string>>> {
  const { people } = await resolveAudience(city.store.db, await audienceOf(words), city.clock);
  return Object.fromEntries(
    people.map(({ personId, state, reason, place }) => [personId, reason ?? `${state} ${place?.channel ?? ''}`]),
  );
}

async function draft(
  words: string,
  text = '请尽快办理。',
  act: 'items' | 'receipt' | 'none' = 'receipt',
): Promise<string> {
  const audience = await audienceOf(words);
  const { broadcastId } = await city.run('zhou', composeBroadcast, { audience, title: '请尽快办理', text, act });
  return broadcastId;
}

let rows = 0;
async function begin(id: string): Promise<void> {
  const options = {
    now: city.clock,
    payloadOf: (letter: object) => letter,
    newId: () => `row-${String(++rows).padStart(6, '0')}`,
  };
  await city.store.db.$transaction((db) => beginBroadcast(db, id, options));
}

const nowhere = '没有绑定任何可以送达的账号';

describe('the audience in words', () => {
  test('everybody: who gets it where, who has left, who has no account', async () => {
    expect(await rosterOf('全市所有人')).toEqual({
      li: 'planned one',
      wang: 'planned one',
      liu: 'planned one',
      chen: 'planned one',
      xiao: '已离开通讯录',
      tan: nowhere,
      he: nowhere,
      double: nowhere,
    });
  });

  test.each([
    ['所有联系人', ['li', 'liu', 'tan']],
    ['各部门负责人', ['chen', 'wang']],
    ['教育局的专员', ['double', 'li', 'xiao']],
    ['民政局和住建局', ['chen', 'double', 'he', 'liu', 'tan']],
  ])('%s', async (words, people) => {
    const all = Object.keys(await rosterOf(words));
    // Who belongs to two departments is counted in one of them.
    expect(all.filter((id) => id !== 'double').toSorted()).toEqual(people.filter((id) => id !== 'double'));
  });

  test('who is named after 除了 stays on the roster, left out with the reason', async () => {
    const roster = await rosterOf('所有联系人,除了民政局');
    expect(roster).toEqual({ li: 'planned one', liu: '发送人指定不发', tan: nowhere });
  });

  test('words that name nobody are not taken for everybody', async () => {
    expect(await readAudience('你好', city.store.db)).toMatchObject({ kind: 'unclear' });
  });

  test('departments with an overdue answer, and no longer once it is given', async () => {
    const requestId = await overdueRequest(city);
    expect(
      Object.keys(await rosterOf('有超期未答复的部门'))
        .filter((id) => id !== 'double')
        .toSorted(),
    ).toEqual(['chen', 'he', 'liu']);
    await city.run('liu', answerShareRequest, { requestId, decision: 'approve' });
    expect(await rosterOf('有超期未答复的部门')).toEqual({});
  });

  test('whoever has not signed the sharing list of the campaign', async () => {
    const { db } = city.store;
    await db.listCampaign.create({ data: { id: 'c26', year: 2026, dueOn: '2026-06-30', openedAt: city.clock } });
    await db.listSubmission.create({
      data: { campaignId: 'c26', departmentId: 'jiaoyu', list: 'sharing', state: 'signed', updatedAt: city.clock },
    });
    const people = Object.keys(await rosterOf('还没签共享清单的部门的负责人'));
    expect(people).toEqual(['chen']);
  });
});

describe('the life of a broadcast', () => {
  test('each department reads its own items and nobody else’s, and a name in them is only a name', async () => {
    await city.store.db.catalogVersion.updateMany({
      where: { id: 'marriage-v1' },
      data: { name: '{姓名}**婚姻**[登记](http://x)' },
    });
    const requestId = await overdueRequest(city, 'tan');
    const id = await draft('民政局和教育局', '{部门}有{超期数}件超期:\n{待办}', 'items');
    await city.run('zhou', sendBroadcast, { broadcastId: id });
    await begin(id);
    const letters = await city.store.db.outbox.findMany({ where: { broadcastId: id }, orderBy: { recipient: 'asc' } });
    expect(letters.map(({ recipient }) => recipient)).toEqual(['chen', 'li', 'liu', 'wang']);
    const words = letters.map(({ payload }) => payload as { text: string; offers: { tool: string; fields: object }[] });
    expect(words[0]?.text).toContain('长沙市民政局有1件超期:\n- #');
    expect(words[0]?.text).not.toMatch(/\*\*|\[|chen同志/);
    expect(words[0]?.offers).toMatchObject([{ tool: 'answer-share-request', fields: { requestId } }]);
    expect(words[1]?.text).toBe('长沙市教育局有0件超期:\n(没有待答复的申请)');
    expect(words[1]?.offers).toEqual([]);
    // Once their department has answered, both of its people have acted.
    await city.store.db.outbox.updateMany({ where: { broadcastId: id }, data: { state: 'sent', sentAt: city.clock } });
    await city.at('2026-03-20T10:00').run('chen', answerShareRequest, { requestId, decision: 'approve' });
    const lines = await reportLines(city.store.db, id, city.clock);
    expect(
      lines
        .filter(({ actedAt }) => actedAt !== null)
        .map(({ personId }) => personId)
        .toSorted(),
    ).toEqual(['chen', 'liu']);
    await city.store.db.catalogVersion.updateMany({ where: { id: 'marriage-v1' }, data: { name: '婚姻登记信息' } });
  });

  test('is rehearsed to its author alone, as a receiver would see it', async () => {
    const id = await draft('各部门负责人', '{姓名},请查收。');
    const before = city.told.length;
    await city.run('zhou', rehearseBroadcast, { broadcastId: id });
    const told = city.told.slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ personId: 'zhou', text: '【试发,仅您可见】\nchen同志,请查收。\n[收到]' });
    expect(await city.store.db.outbox.count({ where: { broadcastId: id } })).toBe(0);
    expect(await city.store.db.broadcast.findUnique({ where: { id } })).toMatchObject({ state: 'rehearsed' });
  });

  test('to many it waits for a second person of the bureau, never its author', async () => {
    const { db } = city.store;
    await writeBroadcastSettings(db, { releaseAbove: 3 }, city.clock);
    await db.person.create({ data: { id: 'shen', name: 'shen同志', createdAt: city.clock } });
    await db.membership.create({
      data: { personId: 'shen', departmentId: 'shuju', role: 'bureau', since: city.clock },
    });
    const id = await draft('所有人');
    const before = city.told.length;
    await city.run('zhou', sendBroadcast, { broadcastId: id });
    expect(city.told.slice(before).map((notice) => 'personId' in notice && notice.personId)).toEqual(['shen']);
    await begin(id);
    expect(await db.outbox.count({ where: { broadcastId: id } })).toBe(0);
    expect((await city.refusal('zhou', releaseBroadcast, { broadcastId: id })).code).toBe('SECOND_PERSON');
    await db.broadcast.update({ where: { id }, data: { createdById: 'shen' } });
    await city.run('zhou', releaseBroadcast, { broadcastId: id });
    await begin(id);
    expect(await db.broadcast.findUnique({ where: { id } })).toMatchObject({ state: 'sending', releasedById: 'zhou' });
    expect(await db.outbox.count({ where: { broadcastId: id } })).toBe(4);
    await writeBroadcastSettings(db, { releaseAbove: 50 }, city.clock);
  });

  test('nobody but the bureau may draft, send or look', async () => {
    for (const tool of [composeBroadcast, sendBroadcast, cancelBroadcast])
      expect((await city.refusal('chen', tool, {})).code).toBe('NOT_YOUR_ROLE');
  });

  test('begins at its time, off the full hour, and once', async () => {
    const { db } = city.store;
    const id = await draft('各部门负责人');
    city.at('2026-03-20');
    const said = await city.run('zhou', sendBroadcast, { broadcastId: id, when: '明天上午9点' });
    expect(said.text).toContain('2026年3月21日(周六)9:03');
    await begin(id);
    expect(await db.outbox.count({ where: { broadcastId: id } })).toBe(0);
    city.at('2026-03-21T09:03');
    await begin(id);
    await begin(id);
    expect(await db.outbox.count({ where: { broadcastId: id } })).toBe(2);
    expect((await city.refusal('zhou', sendBroadcast, { broadcastId: id })).code).toBe('BROADCAST_STATE');
    expect(
      (await city.refusal('zhou', sendBroadcast, { broadcastId: await draft('所有人'), when: '昨天上午9点' })).code,
    ).toBe('SEND_TIME_PAST');
  });

  test('the roster adds up at every stage, in the card, in CSV and in the workbook', async () => {
    const { db } = city.store;
    const id = await draft('所有人', '=1+1 请查收');
    await city.run('zhou', sendBroadcast, { broadcastId: id });
    await begin(id);
    const sums = async () => {
      const counts = await broadcastCounts(db, id, city.clock);
      const { roster, sent, failed, unreachable, excluded, unknown, waiting } = counts;
      expect(sent + failed + unreachable + excluded + unknown + waiting).toBe(roster);
      return counts;
    };
    expect(await sums()).toMatchObject({ roster: 8, waiting: 4, unreachable: 3, excluded: 1 });
    await db.outbox.updateMany({
      where: { broadcastId: id, recipient: 'li' },
      data: { state: 'sent', sentAt: city.clock },
    });
    await db.outbox.updateMany({
      where: { broadcastId: id, recipient: 'liu' },
      data: { state: 'unknown', error: 'TimeoutError' },
    });
    await db.outbox.updateMany({
      where: { broadcastId: id, recipient: 'chen' },
      data: { state: 'failed', error: 'invaliduser' },
    });
    expect(await sums()).toMatchObject({ sent: 1, failed: 1, unknown: 1, waiting: 1, unreachable: 3, excluded: 1 });
    await city.run('zhou', cancelBroadcast, { broadcastId: id });
    const counts = await sums();
    expect(counts).toMatchObject({ sent: 1, failed: 1, unknown: 1, waiting: 0, unreachable: 3, excluded: 2 });
    const lines = await reportLines(db, id, city.clock);
    const csv = reportCsv(lines).trim().split('\n');
    expect(csv).toHaveLength(9);
    for (const [state, count] of [
      ['已送达', 1],
      ['发送失败', 1],
      ['不能确定', 1],
      ['联系不上', 3],
      ['不发', 2],
    ] as const)
      expect(csv.filter((line) => line.includes(`,${state},`))).toHaveLength(count);
    expect(csv.find((line) => line.includes('chen'))).toContain('账号在企业微信中无效');
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await reportWorkbook('群发', counts, lines)).buffer as ArrayBuffer);
    expect(workbook.getWorksheet('名单')?.rowCount).toBe(9);
    const totals = workbook.getWorksheet('汇总')?.getSheetValues().slice(2, 8) as [unknown, string, number][];
    expect(totals.map(([, , count]) => count)).toEqual([8, 1, 1, 3, 2, 1]);
  });

  test('retries the failed only, at the places known by now, and leaves the unknown alone', async () => {
    const { db } = city.store;
    const id = await draft('所有人');
    await city.run('zhou', sendBroadcast, { broadcastId: id });
    await begin(id);
    await db.outbox.updateMany({ where: { broadcastId: id }, data: { state: 'sent', sentAt: city.clock } });
    await db.outbox.updateMany({
      where: { broadcastId: id, recipient: 'liu' },
      data: { state: 'failed', error: 'invaliduser' },
    });
    await db.outbox.updateMany({
      where: { broadcastId: id, recipient: 'chen' },
      data: { state: 'unknown', error: 'TimeoutError' },
    });
    await db.broadcast.update({ where: { id }, data: { state: 'done' } });
    await db.channelIdentity.updateMany({ where: { userId: 'one-liu' }, data: { lastFailedAt: city.clock } });
    await city.run('zhou', retryBroadcast, { broadcastId: id });
    const states = await db.outbox.findMany({ where: { broadcastId: id }, orderBy: { recipient: 'asc' } });
    expect(states.map(({ recipient, state, channel }) => `${recipient} ${state} ${channel}`)).toEqual([
      'chen unknown one',
      'li sent one',
      'liu pending two',
      'wang sent one',
    ]);
    await db.channelIdentity.updateMany({ where: { userId: 'one-liu' }, data: { lastFailedAt: null } });
  });

  test('a correction is a second message, linked, to those who have the first or may have it', async () => {
    const { db } = city.store;
    const id = await draft('所有人');
    await city.run('zhou', sendBroadcast, { broadcastId: id });
    await begin(id);
    expect(
      (await city.refusal('zhou', correctBroadcast, { broadcastId: id, kind: 'recall', text: '日期有误' })).code,
    ).toBe('NOBODY_RECEIVED');
    await db.outbox.updateMany({
      where: { broadcastId: id, recipient: 'li' },
      data: { state: 'sent', sentAt: city.clock },
    });
    await db.outbox.updateMany({
      where: { broadcastId: id, recipient: 'liu' },
      data: { state: 'unknown', error: 'x' },
    });
    const { broadcastId } = await city.run('zhou', correctBroadcast, {
      broadcastId: id,
      kind: 'recall',
      text: '日期有误',
    });
    expect(await db.broadcast.findUnique({ where: { id } })).toMatchObject({ state: 'cancelled' });
    await city.run('zhou', sendBroadcast, { broadcastId });
    await begin(broadcastId);
    const letters = await db.outbox.findMany({ where: { broadcastId }, orderBy: { recipient: 'asc' } });
    expect(letters.map(({ recipient }) => recipient)).toEqual(['li', 'liu']);
    expect(letters[0]?.payload).toMatchObject({
      text: expect.stringContaining('【撤回】此前《请尽快办理》的通知作废') as string,
    });
    expect(await db.broadcast.findUnique({ where: { id: broadcastId } })).toMatchObject({
      correctsId: id,
      recalls: true,
    });
  });

  test('only who is on the roster can say that it was received, once', async () => {
    const { db } = city.store;
    const id = await draft('教育局的负责人');
    await city.run('zhou', sendBroadcast, { broadcastId: id });
    await begin(id);
    await city.run('wang', acknowledgeBroadcast, { broadcastId: id });
    const first = city.clock;
    city.at('2026-03-22');
    await city.run('wang', acknowledgeBroadcast, { broadcastId: id });
    expect((await city.refusal('chen', acknowledgeBroadcast, { broadcastId: id })).code).toBe('NOT_A_RECIPIENT');
    expect(await db.broadcastRecipient.findMany({ where: { broadcastId: id } })).toMatchObject([
      { personId: 'wang', acknowledgedAt: first },
    ]);
  });

  test('a paused one is not paused again, whoever presses', async () => {
    const id = await draft('教育局的负责人');
    await city.run('zhou', sendBroadcast, { broadcastId: id });
    await begin(id);
    await city.run('zhou', pauseBroadcast, { broadcastId: id });
    expect((await city.refusal('zhou', pauseBroadcast, { broadcastId: id })).code).toBe('BROADCAST_STATE');
  });
});
