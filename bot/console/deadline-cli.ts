/** `npm run -s deadline`: a due date with its receipt on the command line, one or a line each from standard input. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import { loadConfig } from '#bot/config.ts';
import { enteredNotices } from '#bot/entered-notices.ts';
import { loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import { isIsoDate } from '#tools/deadlines/iso-date.ts';
import { limitOf } from '#tools/deadlines/limit-of.ts';
import { loadLimits } from '#tools/deadlines/load-limits.ts';
import { readClock } from '#tools/deadlines/read-clock.ts';
import { receiptText } from '#tools/deadlines/receipt-text.ts';
import { Refusal } from '#tools/refusal.ts';

import { answerLine, deadlineLine } from './deadline-line.ts';

const usage = `用法:
  npm run -s deadline -- --limit <期限> --from 2026-02-10 [--json]
  npm run -s deadline -- --jsonl        从标准输入逐行读 {"id","limit","from"}
期限:share-answer 答复共享申请、open-answer 答复开放申请、catalog-update 更新目录,其余见 tools/deadlines/limits.yaml。`;

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      limit: { type: 'string' },
      from: { type: 'string' },
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
    },
  });
  const rules = { limits: loadLimits(), calendar: loadCalendar(await enteredNotices(loadConfig())), now: new Date() };
  if (values.jsonl) {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity }))
      if (line.trim() !== '') process.stdout.write(`${answerLine(line, rules)}\n`);
    return;
  }
  if (values.limit === undefined || values.from === undefined) throw new Error(usage);
  const line = deadlineLine(values.limit, values.from, rules);
  if (values.json) {
    console.log(JSON.stringify({ limit: values.limit, from: values.from, ...line }));
    return;
  }
  const limit = limitOf(rules.limits, values.limit);
  if (!isIsoDate(values.from)) throw new Error(usage);
  const reading = readClock({ ...rules, limit, events: [{ kind: 'started', on: values.from }] });
  console.log(receiptText(reading, rules.calendar));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const badArguments = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const message =
    error instanceof Refusal
      ? `${error.message}${error.remedy}`
      : String(error instanceof Error ? error.message : error);
  console.error(badArguments ? usage : message);
  process.exitCode = 1;
}
