import { HumanMessage } from '@langchain/core/messages';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '#bot/log.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import type { Actor } from '#tools/people/actor.ts';
import { ModelGate, type ModelGateSettings, type ModelHands } from './model-gate.ts';
import { ModelServer, type ScriptedReply } from './model-server.fixture.ts';
import { Nonsense } from './why-nothing.ts';

let store: Store;
let server: ModelServer;
let time = 0;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  server = await ModelServer.start();
  time = 0;
});
afterEach(async () => {
  await server.close();
  await store.db.modelCall.deleteMany();
});

const now = new Date('2026-03-02T01:00:00Z');
const actorOf = (channelUserId = 'u1'): Actor => ({
  personId: null,
  name: '',
  memberships: [],
  channel: 'test',
  channelUserId,
});
const gateWith = (rest: Partial<ModelGateSettings> = {}): ModelGate =>
  new ModelGate(
    {
      endpoint: { baseUrl: server.baseUrl, apiKey: null, model: 'qwen' },
      tokensPerPersonAndDay: 1_000_000,
      tokensPerDay: 10_000_000,
      ...rest,
    },
    { store, log: silentLog(), clock: () => time },
  );
const say = async ({ model, config }: ModelHands): Promise<string> =>
  (await model.invoke([new HumanMessage('几天答复')], config)).text;
const use = (actor = actorOf()) => ({ purpose: 'answer', actor, now }) as const;
const text: ScriptedReply = { kind: 'text', text: '十个工作日' };

describe('the way to the model', () => {
  it('gives what the model says and keeps what was sent and what it cost', async () => {
    server.say(text);
    expect(await gateWith().ask(use(), say)).toEqual({ kind: 'given', value: '十个工作日' });
    const [call] = await store.db.modelCall.findMany();
    expect(call).toMatchObject({
      caller: 'test::u1',
      purpose: 'answer',
      outcome: 'ok',
      promptTokens: 100,
      completionTokens: 20,
    });
    expect(call?.sent).toEqual([{ role: 'human', content: '几天答复' }]);
  });

  it.each<[string, ScriptedReply]>([
    ['unavailable', { kind: 'error', status: 401 }],
    ['unavailable', { kind: 'error', status: 429, retryAfter: 60 }],
    ['unavailable', { kind: 'error', status: 500 }],
    ['unavailable', { kind: 'cut' }],
  ])('says %s when the endpoint fails, and asks it once', async (why, reply) => {
    server.say(reply);
    expect(await gateWith().ask(use(), say)).toEqual({ kind: 'nothing', why });
    expect(server.calls).toHaveLength(1);
    expect(await store.db.modelCall.findMany()).toMatchObject([{ outcome: why }]);
  });

  it('ends a stalled call in the time of the turn, and gives the rest of the turn nothing', async () => {
    server.say({ kind: 'stall' });
    const gate = gateWith({ turn: { milliseconds: 50, calls: 6, tokens: 1_000 } });
    const actor = actorOf();
    expect(await gate.ask(use(actor), say)).toEqual({ kind: 'nothing', why: 'timeout' });
    time = 50;
    expect(await gate.ask(use(actor), say)).toEqual({ kind: 'nothing', why: 'budget' });
  });

  it('leaves a failing endpoint alone, and comes back to it', async () => {
    const gate = gateWith({ breaker: { failures: 2, pauseMs: 1_000 } });
    server.say({ kind: 'error', status: 500 }, { kind: 'error', status: 500 });
    await gate.ask(use(), say);
    await gate.ask(use(), say);
    expect(await gate.ask(use(), say)).toEqual({ kind: 'nothing', why: 'off' });
    time = 1_000;
    server.say(text);
    expect((await gate.ask(use(), say)).kind).toBe('given');
  });

  it('does not blame the endpoint for words that are of no use', async () => {
    const gate = gateWith({ breaker: { failures: 1, pauseMs: 1_000 } });
    server.say(text, text);
    const useless = async (hands: ModelHands): Promise<never> => {
      await say(hands);
      throw new Nonsense('no token was used');
    };
    expect(await gate.ask(use(), useless)).toEqual({ kind: 'nothing', why: 'nonsense' });
    expect((await gate.ask(use(), say)).kind).toBe('given');
  });

  it('counts calls and tokens of a turn, of a person and of the day', async () => {
    server.respond(() => text);
    const actor = actorOf();
    const twice = async (hands: ModelHands): Promise<string> => (await say(hands)) + (await say(hands));
    const oneCall = { milliseconds: 1_000, calls: 1, tokens: 1_000 };
    expect(await gateWith({ turn: oneCall }).ask(use(actor), twice)).toEqual({ kind: 'nothing', why: 'budget' });
    expect(server.calls).toHaveLength(1);
    const fewTokens = { milliseconds: 1_000, calls: 9, tokens: 100 };
    expect(await gateWith({ turn: fewTokens }).ask(use(actorOf('u2')), twice)).toEqual({
      kind: 'nothing',
      why: 'budget',
    });
    const frugal = gateWith({ tokensPerPersonAndDay: 120 });
    expect(await frugal.ask(use(), say)).toEqual({ kind: 'nothing', why: 'budget' });
    expect((await frugal.ask(use(actorOf('u3')), say)).kind).toBe('given');
    expect(await gateWith({ tokensPerDay: 300 }).ask(use(actorOf('u4')), say)).toEqual({
      kind: 'nothing',
      why: 'budget',
    });
  });
});
