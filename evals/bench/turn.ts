/** A whole turn through `/api/messages` (expectReplies) beside botbuilder's bare echo bot, in the same run. */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { z } from 'zod';
import { botFramework } from '#bot/channels/botframework/botframework.ts';
import { openCore } from '#bot/core.ts';
import { EchoCore } from '#bot/delivery/echo-core.fixture.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { startBareEchoBot } from './bare-echo-bot.ts';
import { quantile } from './quantile.ts';
import { startBot } from './started-bot.ts';

const rounds = 8;
const perRound = 150;
const warmUp = 300;
const questions = [
  '共享申请几个工作日内答复?',
  '哪些数据不予共享?',
  '数据目录要写哪些内容?',
  '谁负责数据质量?',
  '违反办法怎么处理?',
];

interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly times: number[];
}

export async function run(): Promise<number> {
  const bare = await startBareEchoBot();
  const cores = {
    'with an echo core': new EchoCore(),
    'whole turn': await openCore({ regulations: loadRegulations(), demo: false }),
  };
  const ours = await Promise.all(
    Object.entries(cores).map(async ([name, core]) => ({ name, ...(await startBot([botFramework], core)) })),
  );
  const contestants: Contestant[] = [
    { name: 'bare botbuilder echo bot', url: bare.url, times: [] },
    ...ours.map(({ name, url }) => ({ name: `政数助手, ${name}`, url, times: [] })),
  ];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const { url } of contestants) for (let n = 0; n < warmUp; n += 1) await ask(url, agent);
  // Taking turns, so that whatever else the machine does falls on all alike.
  for (let round = 0; round < rounds; round += 1) {
    for (const { url, times } of contestants) for (let n = 0; n < perRound; n += 1) times.push(await ask(url, agent));
  }
  const whole = contestants.at(-1);
  const neverAsked: Contestant = { name: '  … each question new', url: whole?.url ?? '', times: [] };
  for (const question of newQuestions()) neverAsked.times.push(await ask(neverAsked.url, agent, question));
  contestants.push(neverAsked);
  agent.destroy();
  await Promise.all([bare.close(), ...ours.map((bot) => bot.close())]);

  const floor = quantile(contestants[0]?.times ?? [], 0.5);
  console.log(
    `a turn through /api/messages, one after the other (${rounds * perRound} each), store: ${ours[0]?.store}`,
  );
  for (const { name, times } of contestants) {
    const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
    console.log(
      `  ${name.padEnd(28)}  p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  ${(p50 / floor).toFixed(2)} x`,
    );
  }
  return 0;
}

/** Those of the evaluation's first half. */
function newQuestions(): readonly string[] {
  const lines = readFileSync(new URL('../sets/answers-before.jsonl', import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => z.object({ q: z.string() }).parse(JSON.parse(line)).q);
}

let asked = 0;

/** Milliseconds from the call to the whole answer. */
function ask(url: string, agent: Agent, question?: string): Promise<number> {
  asked += 1;
  const who = { channelId: 'emulator', from: { id: 'u' }, recipient: { id: 'b' }, conversation: { id: 'bench' } };
  const activity = {
    type: 'message',
    id: `m${asked}`,
    ...who,
    text: question ?? questions[asked % questions.length],
    serviceUrl: 'http://127.0.0.1:9/',
  };
  const body = JSON.stringify({ ...activity, deliveryMode: 'expectReplies' });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const call = request(`${url}/api/messages`, { method: 'POST', headers, agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
      response.resume().on('end', () => resolve(performance.now() - begun));
    });
    call.on('error', reject).end(body);
  });
}
