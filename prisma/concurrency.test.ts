/** What holds when two turns, two deliveries or two transactions meet. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Prisma } from './generated/client.ts';
import { freshStore } from './test-store.ts';
import type { Store } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const now = new Date('2026-03-02T01:00:00Z');

async function newConversation(externalId: string): Promise<string> {
  const { id } = await store.db.conversation.create({
    data: {
      channel: 'console',
      externalId,
      createdAt: now,
      state: { create: { state: { turns: 0 }, updatedAt: now } },
    },
  });
  return id;
}

/** One turn as the dialogue does it: read, think, write only where nobody wrote meanwhile. */
async function turn(conversationId: string): Promise<boolean> {
  const read = await store.db.conversationState.findUniqueOrThrow({ where: { conversationId } });
  const { turns } = read.state as { turns: number };
  const { count } = await store.db.conversationState.updateMany({
    where: { conversationId, version: read.version },
    data: { version: { increment: 1 }, state: { turns: turns + 1 }, updatedAt: now },
  });
  return count === 1;
}

test('of the turns that read the same state one is written, and none of those that are is lost', async () => {
  const conversationId = await newConversation('turns');
  const written = (await Promise.all(Array.from({ length: 20 }, () => turn(conversationId)))).filter(Boolean).length;
  expect(written).toBeGreaterThanOrEqual(1);
  const after = await store.db.conversationState.findUniqueOrThrow({ where: { conversationId } });
  expect(after).toMatchObject({ version: written, state: { turns: written } });
});

test('a message delivered ten times at once is taken in once', async () => {
  const conversationId = await newConversation('inbox');
  const deliver = (): Promise<string> =>
    store.db.inbox
      .create({
        data: { channel: 'wecom', messageId: 'm-1', conversationId, sequence: 1, payload: {}, receivedAt: now },
      })
      .then(() => 'taken in', errorCode);
  const outcomes = await Promise.all(Array.from({ length: 10 }, deliver));
  expect(outcomes.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'P2002'), 'taken in']);
});

function errorCode(error: unknown): string {
  return error instanceof Prisma.PrismaClientKnownRequestError ? error.code : String(error);
}

test('the same message goes to the same recipient once', async () => {
  const row = {
    recipient: 'demo-officer-minzheng',
    messageKey: 'broadcast:1',
    channel: 'wecom',
    userId: 'u1',
    payload: {},
    notBeforeAt: now,
    createdAt: now,
  };
  const { count } = await store.db.outbox.createMany({ data: [row, row, row], skipDuplicates: true });
  expect(count).toBe(1);
});

test('a transaction that fails leaves nothing of itself, and nothing else with it', async () => {
  const setting = (key: string) => ({ data: { key, value: 1, updatedAt: now } });
  const failing = store.db.$transaction(async (tx) => {
    await tx.setting.create(setting('inside'));
    throw new Error('no');
  });
  const beside = store.db.setting.create(setting('beside'));
  await expect(failing).rejects.toThrow('no');
  await beside;
  expect(await store.db.setting.findMany({ select: { key: true } })).toEqual([{ key: 'beside' }]);
});

test('the store works on after a transaction that used the client instead of its own handle', async () => {
  const mistaken = store.db.$transaction(() => store.db.setting.count(), { timeout: 300 });
  // With one connection the inner query waits for the outer transaction until that times out; with several it passes.
  expect([1, 'P2028']).toContain(await mistaken.catch(errorCode));
  expect(await store.db.setting.count()).toBe(1);
});
