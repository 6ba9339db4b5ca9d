import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inbound, Reply } from '#bot/channels/channel-port.ts';
import { freshStore } from '#prisma/test-store.ts';
import type { Store } from '#prisma/store.ts';
import type { Arrival } from './conversation-log.ts';
import { StoredLog } from './stored-log.ts';
import { StoredOutbox } from './stored-outbox.ts';

let store: Store;
let log: StoredLog;
let outbox: StoredOutbox;
beforeAll(async () => {
  store = await freshStore();
  log = new StoredLog(store.pool);
  outbox = new StoredOutbox(store.pool);
});
afterAll(() => store.close());

const at = new Date('2026-03-02T01:00:00.000Z');
const later = new Date('2026-03-02T01:00:05.000Z');
const arrival = (conversationId: string, messageId: string, rest: Partial<Inbound> = {}): Arrival => ({
  inbound: { channel: 'test', userId: 'u1', conversationId, messageId, kind: 'text', text: '你好', at, ...rest },
});
const says = (text: string, actions: Reply['actions'] = []): Reply => ({ text, actions });
const received = async (one: Arrival) => {
  const receipt = await log.receive(one);
  if (receipt.duplicate) throw new Error('known already');
  return receipt;
};

describe('the stored conversation', () => {
  it('numbers what is said, without a number for a join, and gives it all back', async () => {
    const conversation = { channel: 'test', id: 'numbers' };
    const join = await received(arrival('numbers', 'n0', { kind: 'join', text: '' }));
    expect(join.message.seq).toBe(0);
    await log.answer({ message: join.message, replies: [says('欢迎')], at, push: false });
    const marks = { envelope: { channelData: { clientActivityID: 'x' } } };
    const press = { kind: 'action', action: { id: 'go', value: { reason: '依据' } } } as const;
    const asked = await received({ ...arrival('numbers', 'n1', press), ...marks });
    const proof = { regulation: 'r', title: 't', article: 22, paragraph: 2, quote: '应当' };
    const answer = { outcome: 'answered', text: '是', proofs: [proof], nearest: [], notes: [], nextSteps: [] } as const;
    const reply: Reply = {
      text: '是',
      answer: { ...answer, proofs: [proof], nearest: [], notes: [], nextSteps: [] },
      actions: [],
    };
    const card: Reply = {
      text: '卡片',
      card: { title: '卡', facts: [{ label: '名', value: '值' }] },
      actions: [{ id: 'a', title: '甲' }],
    };
    await log.answer({ message: asked.message, replies: [reply, card], at: later, push: false });

    const all = await log.since(conversation, 0, 100);
    expect(all.map((entry) => [entry.seq, entry.direction])).toEqual([
      [1, 'out'],
      [2, 'in'],
      [3, 'out'],
      [4, 'out'],
    ]);
    expect(all[1]).toMatchObject({ inbound: { ...press, messageId: 'n1', userId: 'u1', at }, ...marks });
    expect(all.slice(2)).toMatchObject([{ reply, answers: 'n1', at: later }, { reply: card }]);
    expect(await log.since(conversation, 2, 1)).toEqual([all[2]]);
    expect(await log.since(conversation, 4, 100)).toEqual([]);
    expect(await log.repliesTo('test', 'n1')).toEqual(all.slice(2));
  });

  it('takes a message once, also when two replicas get it at the same time', async () => {
    const twice = await Promise.all([1, 2, 3, 4].map(() => log.receive(arrival('once', 'o1'))));
    expect(twice.filter((receipt) => !receipt.duplicate)).toHaveLength(1);
    for (const receipt of twice) expect(receipt.message).toMatchObject({ seq: 1, inbound: { messageId: 'o1', at } });
    expect((await log.since({ channel: 'test', id: 'once' }, 0, 9)).length).toBe(1);
  });

  it('leaves no gap and no double number when many write at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => log.receive(arrival('many', `m${n}`))));
    const all = await log.since({ channel: 'test', id: 'many' }, 0, 100);
    expect(all.map((entry) => entry.seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  });

  it('remembers the buttons shown since the person last wrote', async () => {
    const buttons = [{ id: 'yes', title: '是' }];
    const first = await received(arrival('buttons', 'b1'));
    expect(first.offered).toEqual([]);
    await log.answer({ message: first.message, replies: [says('选', buttons), says('提示')], at, push: false });
    const second = await received(arrival('buttons', 'b2'));
    expect(second.offered).toEqual(buttons);
    await log.answer({ message: second.message, replies: [says('好')], at, push: false });
    expect((await received(arrival('buttons', 'b3'))).offered).toEqual([]);
  });

  it('says how many earlier messages are unfinished', async () => {
    const one = await received(arrival('ahead', 'a1'));
    const two = await received(arrival('ahead', 'a2'));
    expect([one.ahead, two.ahead]).toEqual([0, 1]);
    expect(await log.ahead(one.message)).toBe(0);
    expect(await log.ahead(two.message)).toBe(1);
    await log.answer({ message: one.message, replies: [], at, push: false });
    expect(await log.ahead(two.message)).toBe(0);
  });

  it('answers a message once, whoever answers it', async () => {
    const { message } = await received(arrival('answered', 'w1'));
    const first = await log.answer({ message, replies: [says('一')], at, push: false });
    const second = await log.answer({ message, replies: [says('二')], at, push: false });
    expect([first.replies.length, second.replies.length]).toEqual([1, 0]);
    expect(await log.repliesTo('test', 'w1')).toMatchObject([{ reply: { text: '一' } }]);
  });

  it('stores a reply that repeats what no database takes', async () => {
    const { message } = await received(arrival('nul', 'z1'));
    await log.answer({ message, replies: [says('教\u0000育\uD800局')], at, push: false });
    expect(await log.repliesTo('test', 'z1')).toMatchObject([{ reply: { text: '教育\uFFFD局' } }]);
  });

  it('hands out each unfinished message to one taker', async () => {
    await received(arrival('lost', 'l1', { channel: 'other' }));
    await received({ ...arrival('lost', 'l2', { channel: 'other' }), address: { url: 'u' } });
    const soon = new Date(at.getTime() + 1);
    const taken = await Promise.all([log.takeUnanswered(soon, later), log.takeUnanswered(soon, later)]);
    const lost = taken.flat().filter(({ message }) => message.conversation.channel === 'other');
    expect(lost.map(({ message, attempt }) => [message.inbound.messageId, attempt])).toEqual([
      ['l1', 1],
      ['l2', 1],
    ]);
    expect(lost[1]?.message.address).toEqual({ url: 'u' });
    const again = await log.takeUnanswered(new Date(later.getTime() + 1), later);
    expect(
      again.filter(({ message }) => message.conversation.channel === 'other').map(({ attempt }) => attempt),
    ).toEqual([2, 2]);
  });
});

describe('the stored outbox', () => {
  it('holds what is pushed, with its address, until it is settled', async () => {
    const { message } = await received({ ...arrival('push', 'p1', { channel: 'push' }), address: { url: 'there' } });
    const { deliveries } = await log.answer({ message, replies: [says('一'), says('二')], at, push: true });
    expect(deliveries).toMatchObject([
      { userId: 'u1', address: { url: 'there' }, attempts: 0, message: { reply: { text: '一' } } },
      { message: { reply: { text: '二' } } },
    ]);
    const [one, two] = deliveries;
    if (!one || !two) throw new Error('two deliveries were expected');
    const claims = await Promise.all([outbox.claim(one, at), outbox.claim(one, at)]);
    expect(claims.filter((won) => won)).toHaveLength(1);
    await outbox.settle(one, { state: 'sent', detail: 'vendor-1', at: later });
    const due = await outbox.due(['push'], later, 10);
    expect(due).toEqual([two]);
    await outbox.claim(two, at);
    await outbox.settle(two, { retryAt: new Date(later.getTime() + 1000), detail: 'refused', at: later });
    expect(await outbox.due(['push'], later, 10)).toEqual([]);
    expect(await outbox.due(['push'], new Date(later.getTime() + 1000), 10)).toMatchObject([
      { id: two.id, attempts: 1 },
    ]);
    const rows = await store.db.outbox.findMany({ where: { channel: 'push' }, orderBy: { createdAt: 'asc' } });
    expect(rows.map((row) => [row.state, row.vendorId, row.error])).toEqual([
      ['sent', 'vendor-1', null],
      ['pending', null, 'refused'],
    ]);
  });

  it('does not know how a sending ended whose process ended first', async () => {
    const { message } = await received({ ...arrival('cut', 'c1', { channel: 'cut' }), address: {} });
    const { deliveries } = await log.answer({ message, replies: [says('一')], at, push: true });
    for (const delivery of deliveries) await outbox.claim(delivery, at);
    expect(await outbox.giveUpSending(at)).toBe(0);
    expect(await outbox.giveUpSending(later)).toBe(1);
    expect(await outbox.due(['cut'], later, 10)).toEqual([]);
  });

  it('lets us speak first in a conversation that exists', async () => {
    await received({ ...arrival('first', 'f1', { channel: 'say', userId: 'u9' }), address: { url: 'x' } });
    const said = await log.say({ channel: 'say', id: 'first' }, [says('提醒')], at, true);
    expect(said.replies).toMatchObject([{ seq: 2, answers: null }]);
    expect(said.deliveries).toMatchObject([{ userId: 'u9', address: { url: 'x' } }]);
    expect(await log.say({ channel: 'say', id: 'nobody' }, [says('提醒')], at, true)).toEqual({
      replies: [],
      deliveries: [],
    });
  });
});
