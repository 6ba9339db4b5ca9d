import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { silentLog } from '#bot/log.ts';
import { type Ask, answererFor } from '#bot/open-answerer.ts';
import type { Answer } from '#knowledge/answers/answer.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { checkAnswer } from '#knowledge/proof/check-answer.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { createModelAnswer } from './model-answer.ts';
import { ModelGate } from './model-gate.ts';
import { type ChatBody, ModelServer, type ScriptedReply } from './model-server.fixture.ts';

const regulations = loadRegulations();
const now = new Date('2026-03-02T01:00:00Z');
let store: Store;
let server: ModelServer;
let plain: Ask;
beforeAll(async () => {
  store = await freshStore();
  await store.db.person.create({ data: { id: 'li', name: '李明轩', createdAt: now } });
  plain = await answererFor(regulations, null);
});
afterAll(() => store.close());
beforeEach(async () => {
  server = await ModelServer.start();
});
afterEach(() => server.close());

async function answered(question: string, { judges = false } = {}): Promise<Answer> {
  const gate = new ModelGate(
    {
      endpoint: { baseUrl: server.baseUrl, apiKey: null, model: 'qwen' },
      tokensPerPersonAndDay: 1e6,
      tokensPerDay: 1e7,
    },
    { store, log: silentLog(), clock: () => performance.now() },
  );
  let chance = 0;
  const ask = createModelAnswer({
    ask: plain,
    isDated: plain.isDated,
    clauses: plain.clauses,
    regulations,
    gate,
    store,
    judges,
    random: () => (chance = (chance + 0.377) % 1),
  });
  const actor = { personId: null, name: '', memberships: [], channel: 'test', channelUserId: 'u' };
  return await ask(question, { previous: [], now, actor });
}
const material = z.object({ 资料: z.array(z.object({ 代号: z.string(), 内容: z.string() })), 问题: z.string() });
function tokenOf(body: ChatBody, words: string): string {
  const text = z.string().parse(body.messages.find(({ role }) => role === 'user')?.content);
  const found = material.parse(JSON.parse(text)).资料.find(({ 内容 }) => 内容.includes(words));
  if (!found) throw new Error(`no clause with ${words} was given`);
  return found.代号;
}
const says = (
  outcome: string,
  ...sentences: readonly { text: string; tokens: readonly string[] }[]
): ScriptedReply => ({
  kind: 'calls',
  calls: [{ name: 'answer', args: { outcome, sentences } }],
});
const question = '有条件共享的申请,提供部门几天内要答复?';
const clause = '在收到申请后10个工作日内予以确认答复';

describe('answers worded by a model', () => {
  it('carry the clauses whose tokens were used, and say that they were worded', async () => {
    server.respond((body) =>
      says('answered', { text: '提供部门应当在收到申请后10个工作日内确认答复。', tokens: [tokenOf(body, clause)] }),
    );
    const answer = await answered(question);
    expect(answer).toMatchObject({
      outcome: 'answered',
      text: '提供部门应当在收到申请后10个工作日内确认答复。',
      proofs: [{ article: 22 }],
    });
    expect(answer.notes.at(-1)).toMatchObject({ kind: 'mode' });
    expect(JSON.stringify(server.calls)).not.toMatch(/第二十二条|changsha/);
  });

  it('send no name from the roster, neither of the question nor of what was asked before', async () => {
    server.respond(() => says('not_covered'));
    await answered(`${question}是李明轩问的`);
    expect(server.calls.length).toBeGreaterThan(0);
    expect(JSON.stringify(server.calls)).not.toContain('李明轩');
  });

  it('lose a sentence that its clause does not bear, and keep the rest', async () => {
    server.respond((body) =>
      says(
        'answered',
        { text: '提供部门应当在收到申请后10个工作日内确认答复。', tokens: [tokenOf(body, clause)] },
        { text: '逾期的按每天500元处以罚款。', tokens: [tokenOf(body, clause)] },
      ),
    );
    const { text } = await answered(question);
    expect(text).toContain('10个工作日');
    expect(text).not.toMatch(/500|罚款/);
  });

  it.each<[string, (body: ChatBody) => ScriptedReply]>([
    [
      'a number that is not in the clause',
      (body) => says('answered', { text: '应当在5个工作日内答复。', tokens: [tokenOf(body, clause)] }),
    ],
    ['no token', () => says('answered', { text: '应当在10个工作日内答复。', tokens: [] })],
    ['a token that was not given', () => says('answered', { text: '应当在10个工作日内答复。', tokens: ['AAAA'] })],
    ['plain talk instead of a call', () => ({ kind: 'text', text: '十个工作日' })],
    ['broken JSON', () => ({ kind: 'calls', calls: [{ name: 'answer', args: '{"outcome":"answ' }] })],
    ['a refusal', () => ({ kind: 'refusal', text: '我不能回答' })],
    ['an endpoint that is down', () => ({ kind: 'error', status: 500 })],
    ['a connection that drops', () => ({ kind: 'cut' })],
    ['something that is no JSON', () => ({ kind: 'garbage' })],
    ['nothing covered', () => says('not_covered')],
  ])('are given up for ours where the model gives %s', async (_, reply) => {
    server.respond(reply);
    const own = await plain(question, { previous: [], now });
    const answer = await answered(question);
    expect(answer.proofs).toEqual(own.proofs);
    expect(answer.text).not.toContain('5个工作日');
    expect(answer.text).toContain('10个工作日');
    expect(checkAnswer(answer, { regulations, question }).findings).toEqual([]);
    expect(server.calls.length).toBeLessThanOrEqual(3);
  });

  it('stay not covered unless the model may judge, and are proved even then', async () => {
    const asked = '违反办法罚款多少元?';
    expect((await answered(asked)).outcome).toBe('not_covered');
    expect(server.calls).toEqual([]);
    server.respond((body) =>
      says('answered', {
        text: '违反的处以5000元罚款。',
        tokens: [material.parse(JSON.parse(String(body.messages.at(-1)?.content))).资料[0]?.代号 ?? ''],
      }),
    );
    const judged = await answered(asked, { judges: true });
    expect(judged.text).not.toContain('5000');
  });

  it('leave the count of days to the clock, and talk to nobody', async () => {
    await answered('我们2026年9月25号收到民政局的共享申请,最晚哪天答复?');
    await answered('你好');
    await answered('今天股市怎么样');
    expect(server.calls).toEqual([]);
  });
});
