/** From the start of the process to listening, and to the first message of the bot, beside a bare botbuilder echo bot. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { quantile } from './quantile.ts';

const starts = 5;
const root = fileURLToPath(new URL('../..', import.meta.url));
const session = z.object({ token: z.string(), conversationId: z.string() });
const activities = z.object({ activities: z.array(z.unknown()) });

interface Start {
  readonly listeningMs: number;
  /** Until the first message of the bot; for the bare bot the same as listening. */
  readonly greetedMs: number;
}

export async function run(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhengshu-bench-'));
  console.log(`cold start, ${starts} times each, in ms`);
  const bare: Start[] = [];
  const later: Start[] = [];
  report('政数助手, first start ever', [await startOurs(dataDir)]);
  for (let n = 0; n < starts; n += 1) {
    bare.push(await startBare());
    later.push(await startOurs(dataDir));
  }
  report('政数助手, later starts', later);
  report('bare botbuilder echo bot', bare);
  await rm(dataDir, { recursive: true });
  return 0;
}

function report(name: string, all: readonly Start[]): void {
  const median = (of: (start: Start) => number): string => String(Math.round(quantile(all.map(of), 0.5))).padStart(6);
  console.log(
    `  ${name.padEnd(26)}  listening ${median((one) => one.listeningMs)}  first message ${median((one) => one.greetedMs)}`,
  );
}

async function startBare(): Promise<Start> {
  const bot = begin('evals/bench/bare-echo-cli.ts', {});
  await bot.url;
  const ms = performance.now() - bot.begun;
  await bot.stop();
  return { listeningMs: ms, greetedMs: ms };
}

async function startOurs(dataDir: string): Promise<Start> {
  const bot = begin('bot/main.ts', { ZHENGSHU_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' });
  const url = await bot.url;
  const listeningMs = performance.now() - bot.begun;
  await firstMessage(`${url}/v3/directline`);
  const greetedMs = performance.now() - bot.begun;
  await bot.stop();
  return { listeningMs, greetedMs };
}

/** Runs a file of ours in a process of its own; `url` resolves with the first address it prints. */
function begin(file: string, env: Record<string, string>) {
  const begun = performance.now();
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: [...stdio],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(text.toString())?.[0];
      if (address) resolve(address);
    });
    void ended.then(() => reject(new Error(`${file} ended before it listened`)));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { begun, url, stop };
}

async function firstMessage(directLine: string): Promise<void> {
  const post = async (path: string, token?: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    return (await fetch(`${directLine}${path}`, { method: 'POST', headers, body: '{}' })).json();
  };
  const { token, conversationId } = session.parse(await post('/tokens/generate'));
  await post('/conversations', token);
  const headers = { authorization: `Bearer ${token}` };
  for (;;) {
    const answer = await fetch(`${directLine}/conversations/${conversationId}/activities`, { headers });
    if (activities.parse(await answer.json()).activities.length > 0) return;
  }
}
