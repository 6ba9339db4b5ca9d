/** The journal's way gives the same rows as the store's own, and loses and doubles nothing whoever comes between. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound, Reply } from '#bot/channels/channel-port.ts';
import { silentLog } from '#bot/log.ts';
import type { Store } from '#prisma/store.ts';
import { freshEmbeddedStore } from '#prisma/test-store.ts';
import type { Arrival, Receipt } from '../conversation-log.ts';
import { StoredLog } from '../stored-log.ts';
import { JournaledLog } from './journaled-log.ts';
import { bringInLeftTurns } from './journaled-turns.ts';
import { turnLine } from './turn-line.ts';

let store: Store;
let folder: string;
let stored: StoredLog;
let log: JournaledLog;
const opened = (): JournaledLog =>
  new JournaledLog({ stored, pool: store.logPool, changes: store.changes ?? (() => 0), folder, log: silentLog() });
beforeAll(async () => {
  store = await freshEmbeddedStore();
});
afterAll(() => store.close());
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhengshu-journal-'));
  stored = new StoredLog(store.logPool, false);
  log = opened();
});
afterEach(async () => {
  await log.settled();
  await store.pool.query('TRUNCATE "Message", "Inbox", "Conversation" CASCADE');
  rmSync(folder, { recursive: true });
});

const at = new Date('2026-03-02T01:00:00.000Z');
const asking = (conversationId: string, id: string, rest: Partial<Inbound> = {}): Arrival => ({
  inbound: {
    channel: 'test',
    userId: 'u',
    conversationId,
    messageId: `${conversationId}/${id}`,
    kind: 'text',
    text: `问${id}`,
    at,
    ...rest,
  },
  acknowledgedWithAnswer: true,
});
const answer = { outcome: 'answered', text: '答', proofs: [], nearest: [], notes: [], nextSteps: [] } as const;
const says = (text: string, actions: Reply['actions'] = []): Reply => ({
  text,
  answer: { ...answer, proofs: [], nearest: [], notes: [], nextSteps: [], text },
  actions,
});
const fresh = (receipt: Receipt): Receipt & { duplicate: false } => {
  if (receipt.duplicate) throw new Error('known already');
  return receipt;
};
async function turn(to: Pick<JournaledLog, 'receive' | 'answer'>, arrival: Arrival, replies: readonly Reply[]) {
  const receipt = fresh(await to.receive(arrival));
  const recorded = await to.answer({ message: receipt.message, replies, at, push: false });
  return { receipt, recorded };
}
const offer: Reply['actions'] = [{ id: 'go', title: '提交' }];
const inJournal = (): number =>
  ['turns-a.jsonl', 'turns-b.jsonl'].reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
async function rowsOf(conversationId: string): Promise<unknown> {
  const place = { conversation: { channel: 'test', externalId: conversationId } };
  const [messages, inbox, conversation] = await Promise.all([
    store.db.message.findMany({ where: place, orderBy: { sequence: 'asc' }, omit: { id: true, conversationId: true } }),
    store.db.inbox.findMany({ where: place, orderBy: { sequence: 'asc' }, omit: { id: true, conversationId: true } }),
    store.db.conversation.findMany({ where: { externalId: conversationId }, select: { lastSequence: true } }),
  ]);
  return JSON.parse(JSON.stringify({ messages, inbox, conversation }).replaceAll(conversationId, 'c'));
}
const script: readonly [string, readonly Reply[], Partial<Inbound>?][] = [
  ['1', [says('一', offer)]],
  ['2', [says('二'), says('三', offer)], { kind: 'action', text: '', action: { id: 'go', value: { why: '依据' } } }],
  ['3', []],
  ['4', [says('四')]],
  ['5', [says('五')]],
];

describe('the journaled conversation log', () => {
  it('leaves the rows, numbers and starts that the store leaves', async () => {
    const told: unknown[][] = [];
    for (const [to, name] of [
      [stored, 'plain'],
      [log, 'quick'],
    ] as const) {
      const seen: unknown[] = [];
      for (const [id, replies, rest] of script) {
        const { receipt, recorded } = await turn(to, asking(name, id, rest), replies);
        const start = receipt.start as { previous: unknown; lastActions: unknown } | null;
        seen.push([
          receipt.message.seq,
          receipt.offered,
          receipt.ahead,
          start?.previous,
          start?.lastActions,
          recorded.replies.map(({ seq }) => seq),
        ]);
      }
      told.push(seen);
    }
    await log.settled();
    expect(told[1]).toEqual(told[0]);
    expect(await rowsOf('quick')).toEqual(await rowsOf('plain'));
    expect(inJournal()).toBe(0);
  });

  it('answers from memory only what comes after a turn that the store knows', async () => {
    await turn(log, asking('c', '1'), [says('一')]);
    expect(inJournal()).toBe(0);
    // A conversation that was not there yet had no start to be read.
    await turn(log, asking('c', '2'), [says('二')]);
    expect(inJournal()).toBe(0);
    await turn(log, asking('c', '3'), [says('三')]);
    expect(inJournal()).toBeGreaterThan(0);
    expect(await log.repliesTo('test', 'c/3')).toMatchObject([{ seq: 6, reply: { text: '三' } }]);
  });

  it('knows a message again: while it is answered, after it, and after a new start', async () => {
    await turn(log, asking('c', '0'), [says('零')]);
    await turn(log, asking('c', '1'), [says('一')]);
    const open = fresh(await log.receive(asking('c', '2')));
    const again = log.receive(asking('c', '2'));
    await log.answer({ message: open.message, replies: [says('二')], at, push: false });
    expect((await again).duplicate).toBe(true);
    expect((await log.receive(asking('c', '2'))).duplicate).toBe(true);
    log = opened();
    expect((await log.receive(asking('c', '2'))).duplicate).toBe(true);
    expect((await log.receive(asking('c', '1'))).duplicate).toBe(true);
  });

  it('asks the store again once anybody else was there', async () => {
    await turn(log, asking('c', '1'), [says('一')]);
    await turn(log, asking('c', '2'), [says('二')]);
    await log.settled();
    // A reminder by another hand, in its own transaction.
    await new StoredLog(store.pool).say({ channel: 'test', id: 'c' }, [says('提醒', offer)], at, false);
    const { receipt, recorded } = await turn(log, asking('c', '3'), [says('三')]);
    expect([receipt.message.seq, receipt.offered, recorded.replies.map(({ seq }) => seq)]).toEqual([6, offer, [7]]);
    const joined = fresh(await log.receive({ ...asking('c', '4'), acknowledgedWithAnswer: false }));
    expect(joined.message.seq).toBe(8);
  });

  it('numbers after whoever wrote between a turn and its way into the store', async () => {
    await turn(log, asking('c', '1'), [says('一')]);
    await turn(log, asking('c', '2'), [says('二')]);
    await turn(log, asking('c', '3'), [says('三')]);
    await new StoredLog(store.pool).say({ channel: 'test', id: 'c' }, [says('提醒')], at, false);
    const all = await log.since({ channel: 'test', id: 'c' }, 0, 100);
    expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('reads memberships again after their time, and after many turns', async () => {
    await turn(log, asking('c', '1'), [says('一')]);
    const late = new Date(at.getTime() + 60_000);
    await turn(log, asking('c', '2', { at: late }), [says('二')]);
    expect(inJournal()).toBe(0);
    for (let n = 3; n < 60; n += 1) await turn(log, asking('c', `${n}`, { at: late }), [says('好')]);
    await log.settled();
    expect(await store.db.message.count()).toBe(2 * 59);
  });

  it('brings in what a process left behind, once, but for a line that was cut off', async () => {
    await turn(log, asking('c', '1'), [says('一')]);
    await log.settled();
    const line = (id: string): string =>
      turnLine({
        message: { ...asking('c', id), direction: 'in', conversation: { channel: 'test', id: 'c' }, seq: 0 },
        replies: [says(id)],
        at,
      });
    appendFileSync(
      path.join(folder, 'turns-b.jsonl'),
      `${line('2')}\n${line('3')}\n${line('1')}\n${line('4').slice(0, -20)}`,
    );
    await bringInLeftTurns(folder, store.logPool);
    await bringInLeftTurns(folder, store.logPool);
    const texts = (await log.since({ channel: 'test', id: 'c' }, 0, 100)).map((entry) =>
      entry.direction === 'out' ? entry.reply.text : entry.inbound.text,
    );
    expect(texts).toEqual(['问1', '一', '问2', '2', '问3', '3']);
  });

  it('sets aside what the store refuses and records the rest', async () => {
    await turn(log, asking('c', '1'), [says('一')]);
    await log.settled();
    const other = turnLine({
      message: { ...asking('c', '2'), direction: 'in', conversation: { channel: 'test', id: 'c' }, seq: 0 },
      replies: [says('二')],
      at,
    });
    appendFileSync(
      path.join(folder, 'turns-a.jsonl'),
      `{"payload":{"channel":"test"},"at":"never","replies":[]}\n${other}\n`,
    );
    await bringInLeftTurns(folder, store.logPool);
    expect(await log.repliesTo('test', 'c/2')).toHaveLength(1);
    expect(readFileSync(path.join(folder, 'refused.jsonl'), 'utf8')).toContain('"never"');
  });

  it('keeps what repeats characters that no database takes', async () => {
    await turn(log, asking('c', '1'), [says('一')]);
    await turn(log, asking('c', '2'), [says('二')]);
    await turn(log, asking('c', '3'), [says('教\u0000育\uD800局')]);
    expect(inJournal()).toBeGreaterThan(0);
    expect(await log.repliesTo('test', 'c/3')).toMatchObject([{ reply: { text: '教育\uFFFD局' } }]);
  });
});
