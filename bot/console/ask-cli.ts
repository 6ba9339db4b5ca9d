/** `npm run ask -- "问题"`: answers from the regulation in the terminal, as text, as JSON, or a line each from stdin. */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { loadConfig } from '#bot/config.ts';
import { enteredNotices } from '#bot/entered-notices.ts';
import { answerReply, plainText } from '#bot/delivery/plain-text.ts';
import { type Ask, openAnswerer } from '#bot/open-answerer.ts';
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import { loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import { answerLine } from './answer-line.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  q: z.string(),
  prev: z.array(z.string()).default([]),
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function askLines(ask: Ask): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const started = performance.now();
    let parsed: z.infer<typeof lineSchema>;
    try {
      parsed = lineSchema.parse(JSON.parse(line));
    } catch (cause) {
      process.stderr.write(
        `a line is not {"id","q","prev"?}: ${cause instanceof Error ? cause.message : String(cause)}\n`,
      );
      say(
        JSON.stringify({
          id: null,
          outcome: 'error',
          text: '这一行不是 {"id","q","prev"?} 形式的 JSON。',
          citations: [],
          nearest: [],
          ms: 0,
        }),
      );
      continue;
    }
    const answer = await ask(parsed.q, { previous: parsed.prev, now: new Date(), calendar });
    say(JSON.stringify(answerLine(parsed.id, answer, performance.now() - started)));
  }
}

const config = loadConfig();
let known: Promise<Calendar> | undefined;
/** Read once, when the first question about days comes. */
const calendar = (): Promise<Calendar> => (known ??= enteredNotices(config).then(loadCalendar));

const args = process.argv.slice(2);
const question = args.filter((arg) => !arg.startsWith('--')).join(' ');
const ask = await openAnswerer(config.dataDir);
if (args.includes('--jsonl')) await askLines(ask);
else if (question === '') {
  process.stderr.write('usage: npm run -s ask -- "问题" [--json]   or   npm run -s ask -- --jsonl < questions.jsonl\n');
  process.exitCode = 2;
} else {
  const started = performance.now();
  const answer = await ask(question, { previous: [], now: new Date(), calendar });
  const { id: _, ...line } = answerLine('', answer, performance.now() - started);
  say(args.includes('--json') ? JSON.stringify(line) : plainText(answerReply(answer)));
}
