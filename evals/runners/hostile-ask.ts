/** Sends hostile lines to `npm run ask -- --jsonl` and says which of them it did not answer as it should. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { outcomes } from '#knowledge/answers/answer.ts';
import { hostileText } from './hostile-texts.ts';
import type { RandomSource } from './random-source.ts';

export interface AskReport {
  readonly sent: number;
  readonly failures: readonly string[];
  readonly slowest: { readonly ms: number; readonly input: string };
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const longestMs = 10_000;
const answered = z.object({
  id: z.union([z.string(), z.number()]).nullable(),
  outcome: z.enum(outcomes),
  text: z.string().min(1),
  citations: z.array(z.object({ article: z.number(), quote: z.string().min(1) })),
  ms: z.number(),
});

export async function hostileAsk(count: number, random: RandomSource, dataDir: string): Promise<AskReport> {
  const lines = Array.from({ length: count }, (_, id) => hostileLine(id, random));
  const child = spawn(process.execPath, ['--import', 'tsx', 'bot/console/ask-cli.ts', '--jsonl'], {
    cwd: root,
    env: { ...process.env, ZHENGSHU_DATA_DIR: dataDir },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${lines.map(({ line }) => line).join('\n')}\n`);
  const failures: string[] = [];
  let slowest = { ms: 0, input: '' };
  let n = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const input = lines[n];
    n += 1;
    const answer = answered.safeParse(JSON.parse(line));
    const shown = `ask: ${input?.line.slice(0, 160)}`;
    if (!input || !answer.success) failures.push(`not an answer: ${line.slice(0, 120)}: ${shown}`);
    else if (answer.data.id !== input.id) failures.push(`out of step: ${shown}`);
    else if (answer.data.ms > longestMs) failures.push(`took ${Math.round(answer.data.ms)} ms: ${shown}`);
    if (answer.data && answer.data.ms > slowest.ms) slowest = { ms: answer.data.ms, input: shown };
  }
  const code = await ended;
  if (code !== 0) failures.push(`ask ended with ${code}`);
  if (n !== count) failures.push(`${n} answers to ${count} lines`);
  return { sent: count, failures, slowest };
}

/** `id` is what the answer is to carry: null where the line is no question. */
function hostileLine(id: number, random: RandomSource): { readonly line: string; readonly id: number | null } {
  const q = hostileText(random);
  if (random.chance(0.8)) {
    const prev = random.chance(0.3) ? [hostileText(random), hostileText(random)] : undefined;
    return { id, line: JSON.stringify({ id, q, prev }) };
  }
  const broken = [
    JSON.stringify({ id, q }).slice(0, -1 - random.below(10)),
    JSON.stringify({ id, q: null }),
    JSON.stringify({ id, q, prev: 'x' }),
    JSON.stringify({ q }),
    JSON.stringify([q]),
    '['.repeat(10_000),
    'null',
  ];
  return { id: null, line: random.pick(broken) };
}
