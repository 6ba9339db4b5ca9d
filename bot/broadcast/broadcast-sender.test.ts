import { afterEach, describe, expect, test } from 'vitest';
import { runTool } from '#tools/run-tool.ts';
import { broadcastCounts } from '#tools/broadcast/broadcast-report.ts';
import { cancelBroadcast } from '#tools/broadcast/cancel-broadcast.ts';
import { pauseBroadcast } from '#tools/broadcast/pause-broadcast.ts';
import { resumeBroadcast } from '#tools/broadcast/resume-broadcast.ts';
import type { Actor } from '#tools/people/actor.ts';
import type { AnyTool } from '#tools/tool.ts';
import { broadcastText, cityDay } from './loopback/city.fixture.ts';
import { SendingTest } from './loopback/sending.fixture.ts';

let city: SendingTest;
afterEach(() => city.close());

const author: Actor = {
  personId: 'author',
  name: '周启明',
  memberships: [{ role: 'bureau', departmentId: 'd0', departmentName: '市数据资源局' }],
  channel: 'test',
  channelUserId: 'author',
};
async function does(tool: AnyTool): Promise<void> {
  const input = { broadcastId: city.broadcastId };
  const options = { store: city.store, actor: author, now: cityDay, idempotencyKey: null };
  expect(await runTool(tool, input, options)).toMatchObject({ kind: 'done' });
}

const letters = (channel: string): readonly string[] =>
  city.log(channel).flatMap(({ person, text }) => (text === broadcastText ? [person] : []));
const twice = (people: readonly string[]): readonly string[] =>
  people.filter((person, index) => people.indexOf(person) !== index);

describe('sending a broadcast', () => {
  test('reaches everybody once with two replicas, the rest is said, and the report adds up', async () => {
    city = await SendingTest.open({ wecom: 120, dingtalk: 100, feishu: 60, botframework: 60 });
    await Promise.all([city.send(), city.send()]);
    await city.untilState('done');
    const taken = ['wecom', 'dingtalk', 'feishu', 'botframework'].flatMap(letters);
    expect(twice(taken.map((user) => user.replace(/^[a-z]+-/, '')))).toEqual([]);
    const counts = await broadcastCounts(city.store.db, city.broadcastId, cityDay);
    expect(counts).toMatchObject({ roster: 340, unreachable: 4, excluded: 4, unknown: 0, waiting: 0 });
    expect(counts.sent).toBe(taken.length);
    expect(counts.sent + counts.failed + counts.unreachable + counts.excluded + counts.unknown).toBe(counts.roster);
  });

  test('a channel that refuses everything keeps no other channel waiting', async () => {
    city = await SendingTest.open(
      { dingtalk: 60, feishu: 40, botframework: 40 },
      { dingtalk: { pauseEvery: 1, pauseMs: 3_600_000 } },
    );
    await city.send();
    await city.until(async () => {
      const [feishu, botframework] = [await city.states('feishu'), await city.states('botframework')];
      return (feishu['sent'] ?? 0) > 0 && (feishu['pending'] ?? 0) + (botframework['pending'] ?? 0) === 0;
    });
    // The first call came in; the others wait for the channel, and none of them is lost.
    expect(await city.states('dingtalk')).toMatchObject({ pending: expect.any(Number) as number });
    expect((await city.broadcast()).state).toBe('sending');
    const pace = await city.store.db.channelPace.findUniqueOrThrow({ where: { channel: 'dingtalk' } });
    expect(pace.failures).toBeGreaterThan(0);
    expect(pace.blockedUntil).not.toBeNull();
  });

  test('whom one channel refuses is tried on the next, and then the department’s contact is asked to pass it on', async () => {
    city = await SendingTest.open({ wecom: 210, dingtalk: 10 });
    await city.send();
    await city.untilState('done');
    // p000007 has a second account, p000107 has none.
    expect(letters('dingtalk')).toContain('dingtalk-p000007');
    const row = await city.store.db.outbox.findFirstOrThrow({ where: { recipient: 'p000007' } });
    expect(row).toMatchObject({
      state: 'sent',
      channel: 'dingtalk',
      trail: [{ channel: 'wecom', why: 'invaliduser' }],
    });
    const ledger = await city.store.db.channelIdentity.findMany({
      where: { personId: 'p000007' },
      orderBy: { id: 'asc' },
    });
    expect(
      ledger.map(({ channel, lastError, lastDeliveredAt }) => [channel, lastError, lastDeliveredAt !== null]),
    ).toEqual([
      ['wecom', 'invaliduser', false],
      ['dingtalk', null, true],
    ]);
    expect(await city.store.db.outbox.findFirstOrThrow({ where: { recipient: 'p000107' } })).toMatchObject({
      state: 'failed',
    });
    const [forward] = city.log('wecom').filter(({ text }) => text !== broadcastText);
    expect(forward).toMatchObject({ person: 'wecom-p000000' });
    expect(forward?.text).toContain('p000107');
    expect(forward?.text).toContain(broadcastText);
  });

  test('a call without an answer is made again where the vendor knows it, and is unknown where nobody can tell', async () => {
    const silent = { silent: 0.5 };
    city = await SendingTest.open({ feishu: 12, botframework: 12 }, { feishu: silent, botframework: silent }, 700);
    await city.send();
    await city.untilState('done');
    const [feishu, botframework] = [await city.states('feishu'), await city.states('botframework')];
    expect(twice([...letters('feishu'), ...letters('botframework')])).toEqual([]);
    expect(Object.keys(feishu)).toEqual(['sent']);
    expect(letters('feishu')).toHaveLength(feishu['sent'] ?? 0);
    const { sent = 0, unknown = 0 } = botframework;
    expect(unknown).toBeGreaterThan(0);
    // Nobody of whom it is not said: every one that was taken is sent or unknown.
    expect(letters('botframework').length).toBeGreaterThanOrEqual(sent);
    expect(letters('botframework').length).toBeLessThanOrEqual(sent + unknown);
  });

  test('the first people get it first, and the rest only after the author’s word', async () => {
    city = await SendingTest.open({ feishu: 40 });
    await city.store.db.broadcast.update({ where: { id: city.broadcastId }, data: { canary: 5 } });
    await city.send();
    await city.untilState('paused');
    expect(letters('feishu')).toHaveLength(5);
    expect(await city.broadcast()).toMatchObject({ canaryAt: expect.any(Date) as Date });
    await does(resumeBroadcast);
    await city.untilState('done');
    expect(letters('feishu')).toHaveLength((await city.states())['sent'] ?? 0);
    expect(twice(letters('feishu'))).toEqual([]);
  });

  test('paused, nothing more goes out; cancelled, the rest is left out and said so', async () => {
    city = await SendingTest.open({ feishu: 200 }, { feishu: { limits: [{ count: 20, seconds: 1 }] } });
    await city.send();
    await city.until(() => Promise.resolve(letters('feishu').length > 0));
    await does(pauseBroadcast);
    await city.until(async () => ((await city.states())['sending'] ?? 0) === 0);
    const taken = letters('feishu').length;
    expect(await city.states()).toMatchObject({ sent: taken });
    await does(cancelBroadcast);
    await city.until(async () => (await city.broadcast()).finishedAt !== null);
    const counts = await broadcastCounts(city.store.db, city.broadcastId, cityDay);
    expect(counts).toMatchObject({ sent: taken, waiting: 0, roster: 200 });
    expect(counts.sent + counts.failed + counts.unreachable + counts.excluded + counts.unknown).toBe(200);
    expect(letters('feishu')).toHaveLength(taken);
  });
});
