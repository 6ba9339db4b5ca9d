/** One due date as the line other programs read; its shape is a contract: `{ id, due, provisional, counted, skipped, higher }`. */
import { z } from 'zod';

import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import { isIsoDate } from '#tools/deadlines/iso-date.ts';
import type { Limit } from '#tools/deadlines/limit.ts';
import { limitOf } from '#tools/deadlines/limit-of.ts';
import { readClock, type RuleReading } from '#tools/deadlines/read-clock.ts';
import { Refusal } from '#tools/refusal.ts';

interface DueLine {
  readonly due: string | null;
  readonly provisional: boolean;
  readonly counted: readonly string[];
  readonly skipped: readonly { readonly date: string; readonly why: string }[];
}

export interface DeadlineLine extends DueLine {
  /** Null where higher law sets no number of days for it, or none yet on the day it started. */
  readonly higher:
    | (DueLine & {
        readonly instrument: string;
        readonly clause: string;
        readonly days: number;
        /** Working days by which it may be extended. */
        readonly extension: number;
      })
    | null;
  /** The earlier one. */
  readonly remindBy: string;
  /** The due date lies after the last day of the city's own rule. */
  readonly afterExpiry: boolean;
}

function dueLine({ due, provisional, count }: RuleReading): DueLine {
  return { due, provisional, counted: count.counted.map(({ date }) => date), skipped: count.skipped };
}

const none: DueLine = { due: null, provisional: false, counted: [], skipped: [] };

/** @throws Refusal LIMIT_UNKNOWN, DATE_UNREADABLE, LIMIT_NOT_IN_FORCE */
export function deadlineLine(
  limitId: string,
  from: string,
  { limits, calendar, now }: { readonly limits: readonly Limit[]; readonly calendar: Calendar; readonly now: Date },
): DeadlineLine {
  const limit = limitOf(limits, limitId);
  if (!isIsoDate(from))
    throw new Refusal('DATE_UNREADABLE', `“${from}”不是存在的日期。`, { remedy: '日期写作 2026-02-10。' });
  const { municipal, higher, remindBy } = readClock({ limit, events: [{ kind: 'started', on: from }], calendar, now });
  return {
    ...(municipal ? dueLine(municipal) : none),
    higher: higher && {
      ...dueLine(higher),
      instrument: higher.rule.instrument,
      clause: higher.rule.clause,
      days: higher.days,
      extension: higher.rule.extension?.days ?? 0,
    },
    remindBy,
    afterExpiry: municipal?.dueAfterExpiry ?? false,
  };
}

const requestSchema = z.object({ id: z.union([z.string(), z.number()]), limit: z.string(), from: z.string() });

function idIn(content: unknown): string | number | null {
  const parsed = z.object({ id: requestSchema.shape.id }).safeParse(content);
  return parsed.success ? parsed.data.id : null;
}

/** Answers one line of standard input; whatever is wrong with it is said in the answer. */
export function answerLine(line: string, rules: Parameters<typeof deadlineLine>[2]): string {
  let content: unknown;
  try {
    content = JSON.parse(line);
    const { id, limit, from } = requestSchema.parse(content);
    return JSON.stringify({ id, ...deadlineLine(limit, from, rules) });
  } catch (error) {
    const why =
      error instanceof SyntaxError
        ? '不是一行 JSON'
        : error instanceof z.ZodError
          ? z.prettifyError(error)
          : error instanceof Refusal
            ? `${error.message}${error.remedy}`
            : null;
    if (why === null) throw error;
    return JSON.stringify({ id: idIn(content), error: why });
  }
}
