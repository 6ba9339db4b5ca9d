import { afterAll, beforeAll, expect, it } from 'vitest';
import { ConsoleConversation } from '#bot/channels/console.ts';
import { EchoCore } from '#bot/delivery/echo-core.fixture.ts';
import { answerReply } from '#bot/delivery/plain-text.ts';
import { silentLog } from '#bot/log.ts';
import { createServices } from '#bot/services.ts';
import { readConfig } from '#bot/config.ts';
import { freshStore } from '#prisma/test-store.ts';
import type { Store } from '#prisma/store.ts';
import { answerChatLine } from './jsonl-chat.ts';
import { turnClock } from './turn-clock.ts';

let store: Store;
beforeAll(async () => void (store = await freshStore()));
afterAll(() => store.close());

const real = new Date('2026-03-02T01:00:00Z');
const now = (): Date => real;
const talk = (core = new EchoCore()) =>
  new ConsoleConversation(createServices({ store, core, log: silentLog(), now, turnTimeoutMs: 5_000 }), 'officer-1');

it('answers each line with the replies and the buttons, and goes on where the last run ended', async () => {
  const first = talk();
  expect(await answerChatLine('{"text":"选择"}', first, now)).toEqual({
    replies: [
      {
        text: '请选择:',
        actions: [
          { id: 'confirm', title: '确认提交' },
          { id: 'change', title: '修改' },
        ],
      },
    ],
    ms: expect.any(Number) as number,
  });
  const nextRun = talk();
  expect(await answerChatLine('{"text":"2"}', nextRun, now)).toMatchObject({ replies: [{ text: '按了:change' }] });
  expect(await answerChatLine('{"press":"confirm"}', nextRun, now)).toMatchObject({
    replies: [{ text: '按了:confirm', actions: [] }],
  });
});

it('names the citations of an answer', async () => {
  const proof = { regulation: 'changsha-2021-80', title: '办法', article: 22, paragraph: 2, quote: '应当答复' };
  const answer = answerReply({
    outcome: 'answered',
    text: '是',
    proofs: [proof],
    nearest: [],
    notes: [],
    nextSteps: [],
  });
  const core = Object.assign(new EchoCore(), { handle: () => Promise.resolve([answer]) });
  expect((await answerChatLine('{"text":"问"}', talk(core), now)).replies[0]?.citations).toEqual([
    { regulation: '办法', article: 22, paragraph: 2, item: null, quote: '应当答复' },
  ]);
});

it.each(['', 'x', '[]', '{"text":1}', '{"press":""}', '{"text":"a","press":"b"}'])(
  'does not take %j for a line',
  async (line) => {
    await expect(answerChatLine(line, talk(), now)).rejects.toThrow('a line is');
  },
);

it('lets tests alone set the clock', () => {
  const allowed = readConfig({ ZHENGSHU_TEST_CLOCK: 'on' });
  expect(turnClock('2026-02-10T09:00:00+08:00', allowed, now)()).toEqual(new Date('2026-02-10T01:00:00Z'));
  expect(turnClock(undefined, allowed, now)()).toBe(real);
  expect(() => turnClock('2026-02-10', readConfig({}), now)).toThrow('ZHENGSHU_TEST_CLOCK');
  expect(() => turnClock('soon', allowed, now)).toThrow('ISO time');
});
