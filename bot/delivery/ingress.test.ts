import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound } from '#bot/channels/channel-port.ts';
import { createLog, silentLog } from '#bot/log.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import type { Delivery } from './conversation-log.ts';
import { EchoCore } from './echo-core.fixture.ts';
import { Feed } from './feed.ts';
import { Ingress, LineTooLong } from './ingress.ts';
import type { SendResult } from './outgoing.ts';
import { Outgoing } from './outgoing.ts';
import { StoredLog } from './stored-log.ts';
import { StoredOutbox } from './stored-outbox.ts';

const start = new Date('2026-03-02T01:00:00Z');

let store: Store;
let conversations: StoredLog;
beforeAll(async () => {
  store = await freshStore();
  conversations = new StoredLog(store.pool);
});
afterAll(() => store.close());
let test = 0;
beforeEach(() => void (test += 1));

const setUp = (options: { timeoutMs?: number; lines?: string[] } = {}) => {
  const lines = options.lines;
  const log = lines ? createLog('debug', { write: (line: string) => void lines.push(line) }) : silentLog();
  const feed = new Feed();
  let time = start;
  const now = (): Date => time;
  const core = new EchoCore();
  const outgoing = new Outgoing({ conversations, outbox: new StoredOutbox(store.pool), feed, log, now });
  const turnTimeoutMs = options.timeoutMs ?? 20_000;
  const ingress = new Ingress({ core, conversations, feed, outgoing, log, now, turnTimeoutMs });
  const later = (ms: number): void => void (time = new Date(time.getTime() + ms));
  return { core, feed, ingress, outgoing, later };
};

/** Ids are unique to the test: all share one store. */
const message = (text: string, id: string, rest: { conversation?: string } = {}): Inbound => ({
  channel: `test${test}`,
  userId: 'u',
  conversationId: rest.conversation ?? 'c',
  messageId: id,
  kind: 'text',
  text,
  at: start,
});
const inboxState = async (id: string): Promise<string | undefined> =>
  (await store.db.inbox.findFirst({ where: { channel: `test${test}`, messageId: id } }))?.state;
const texts = async (replies: Promise<readonly { reply: { text: string } }[]>): Promise<string[]> =>
  (await replies).map((entry) => entry.reply.text);

describe('a message on its way in', () => {
  it('is recorded before it is acknowledged, and answered afterwards', async () => {
    const { ingress, core } = setUp();
    const accepted = await ingress.accept({ inbound: message('慢慢来', 'm1') });
    expect(await inboxState('m1')).toBe('processing');
    core.release();
    expect(await texts(accepted.replies)).toEqual(['收到:慢慢来']);
    expect(await inboxState('m1')).toBe('done');
  });

  it('has no second effect when it is delivered again, but the same answer', async () => {
    const { ingress, core } = setUp();
    const first = await ingress.accept({ inbound: message('你好', 'm1') });
    const again = await ingress.accept({ inbound: message('你好', 'm1') });
    expect(again.duplicate).toBe(true);
    expect(await texts(again.replies)).toEqual(['收到:你好']);
    expect(await texts(first.replies)).toEqual(['收到:你好']);
    expect(core.seen).toHaveLength(1);
  });

  it('takes its turn after the one before it in the same conversation, and beside those of others', async () => {
    const { ingress, core } = setUp();
    const one = await ingress.accept({ inbound: message('慢慢来', 'm1') });
    const two = await ingress.accept({ inbound: message('第二条', 'm2') });
    const other = await ingress.accept({ inbound: message('别的会话', 'm3', { conversation: 'd' }) });
    expect(await texts(other.replies)).toEqual(['收到:别的会话']);
    expect(core.seen.map((seen) => seen.text)).toEqual(['慢慢来', '别的会话']);
    core.release();
    await Promise.all([one.replies, two.replies]);
    expect(core.mostAtOnce).toEqual({ inOneConversation: 1, overall: 2 });
    expect(core.seen.at(-1)?.text).toBe('第二条');
  });

  it('is refused when too many wait in its conversation', async () => {
    const { ingress, core } = setUp();
    await ingress.accept({ inbound: message('慢慢来', 'm0') });
    for (let n = 1; n < 20; n += 1) await ingress.accept({ inbound: message('等', `m${n}`) });
    await expect(ingress.accept({ inbound: message('等', 'm20') })).rejects.toThrow(LineTooLong);
    core.release();
    await ingress.finished();
    expect(core.seen).toHaveLength(20);
  });

  it('means the button whose number was typed, of those shown last', async () => {
    const { ingress, core } = setUp();
    await (
      await ingress.accept({ inbound: message('选择', 'm1') })
    ).replies;
    expect(await texts((await ingress.accept({ inbound: message('1', 'm2') })).replies)).toEqual(['按了:confirm']);
    expect(await texts((await ingress.accept({ inbound: message('1', 'm3') })).replies)).toEqual(['收到:1']);
    expect(core.seen.map((seen) => seen.kind)).toEqual(['text', 'action', 'text']);
  });

  it('is cleaned of what no database takes', async () => {
    const { ingress, core } = setUp();
    await (
      await ingress.accept({ inbound: message('教育\u0000局\uD800', 'm1') })
    ).replies;
    expect(core.seen[0]?.text).toBe('教育局\uFFFD');
  });

  it.each([
    ['', '没有收到文字'],
    ['  \n', '没有收到文字'],
    ['长'.repeat(20_001), '太长了'],
  ])('gets a remark instead of a turn when there is nothing to read or too much', async (text, remark) => {
    const { ingress, core } = setUp();
    const [said] = await texts((await ingress.accept({ inbound: message(text, 'm1') })).replies);
    expect(said).toContain(remark);
    expect(core.seen).toHaveLength(0);
  });
});

describe('a turn that fails', () => {
  it('ends with an apology whose number is in the log, without the words of the person', async () => {
    const lines: string[] = [];
    const { ingress } = setUp({ lines });
    const [entry] = await (await ingress.accept({ inbound: message('出错', 'm1') })).replies;
    const reference = entry?.reply.answer?.reference ?? '';
    expect(reference).toMatch(/^ZS-[2-9A-HJ-NP-Z]{8}$/);
    expect(entry?.reply.text).toContain(reference);
    const failure = lines.find((line) => line.includes('turn failed'));
    expect(failure).toContain(reference);
    expect(failure).toContain('broken on purpose');
    expect(lines.join('')).not.toContain('出错');
  });

  it('ends in time when the core does not, and the next message is served', async () => {
    const { ingress } = setUp({ timeoutMs: 30 });
    const stuck = await ingress.accept({ inbound: message('慢慢来', 'm1') });
    const next = await ingress.accept({ inbound: message('还在吗', 'm2') });
    expect((await texts(stuck.replies))[0]).toContain('时间太长');
    expect(await texts(next.replies)).toEqual(['收到:还在吗']);
  });
});

describe('after a crash', () => {
  it('answers what was received and never answered, once', async () => {
    await conversations.receive({ inbound: message('还没答', 'm1') });
    const { ingress, core, later } = setUp();
    later(1);
    expect(await ingress.recover(new Date(start.getTime() + 1))).toBe(1);
    await ingress.finished();
    expect(core.seen.map((seen) => seen.text)).toEqual(['还没答']);
    expect(await ingress.recover(new Date(start.getTime() + 1))).toBe(0);
  });

  it('gives a message up that was being answered three times when the process died', async () => {
    await conversations.receive({ inbound: message('有毒', 'm1') });
    await store.db.inbox.updateMany({ where: { channel: `test${test}` }, data: { attempts: 2 } });
    const { ingress, core, later } = setUp();
    later(1);
    await ingress.recover(new Date(start.getTime() + 1));
    await ingress.finished();
    expect(core.seen).toHaveLength(0);
    const [said] = await conversations.repliesTo(`test${test}`, 'm1');
    expect(said?.reply.answer?.outcome).toBe('error');
  });
});

describe('an answer on its way out', () => {
  const pushed = async (results: SendResult['state'][]) => {
    const parts = setUp();
    const sent: Delivery[] = [];
    parts.outgoing.pushThrough(`test${test}`, (delivery) => {
      sent.push(delivery);
      return Promise.resolve({ state: results.shift() ?? 'sent', detail: 'as told' });
    });
    await (
      await parts.ingress.accept({ inbound: message('你好', 'm1'), address: { url: 'there' } })
    ).replies;
    await parts.outgoing.finished();
    const states = async (): Promise<string[]> =>
      (await store.db.outbox.findMany({ where: { channel: `test${test}` } })).map((row) => row.state);
    return { ...parts, sent, states };
  };

  it('is recorded, pushed to the address of its conversation and marked as sent', async () => {
    const { sent, states } = await pushed(['sent']);
    expect(sent).toMatchObject([{ address: { url: 'there' }, message: { reply: { text: '收到:你好' } } }]);
    expect(await states()).toEqual(['sent']);
  });

  it('is tried again later when it cannot have arrived, and fails in the end', async () => {
    const { sent, states, outgoing, later } = await pushed(['retry', 'retry', 'retry', 'retry', 'retry']);
    expect(await states()).toEqual(['pending']);
    await outgoing.sendDue();
    await outgoing.finished();
    expect(sent).toHaveLength(1);
    for (let tries = 0; tries < 4; tries += 1) {
      later(300_000);
      await outgoing.sendDue();
      await outgoing.finished();
    }
    expect(sent.map((delivery) => delivery.attempts)).toEqual([0, 1, 2, 3, 4]);
    expect(await states()).toEqual(['failed']);
  });

  it('is not sent twice when it may have arrived', async () => {
    const { sent, states, outgoing, later } = await pushed(['unknown']);
    later(3_600_000);
    await outgoing.sendDue();
    await outgoing.finished();
    expect(sent).toHaveLength(1);
    expect(await states()).toEqual(['unknown']);
  });
});
