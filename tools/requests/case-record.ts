/** A request as a one-page record: the facts, what happened with actor, time and article, and how its dates were counted. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { receiptText } from '#tools/deadlines/receipt-text.ts';
import { type Clockwork, requestClocks } from './request-clock.ts';
import type { RequestRow } from './request-row.ts';
import { askedFor, outcomeFacts, requestTitle } from './request-words.ts';
import { eventName } from './event-kinds.ts';
import { stageNames } from './stage-names.ts';

export interface CaseRecord {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly events: readonly {
    readonly number: number;
    /** 2026-03-02 09:05, local time. */
    readonly at: string;
    readonly what: string;
    readonly who: string;
    readonly article: string;
    readonly said: string;
  }[];
  /** One text per clock. */
  readonly receipts: readonly string[];
  /** 2026-03-02 09:05 */
  readonly printedAt: string;
}

/** The city's local time, to the minute. */
function minuteOf(at: Date): string {
  return `${changshaDay(at)} ${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`;
}

/** What was said, in the order of the event's own record; the request itself stands in the facts. */
function saidIn(kind: string, payload: unknown): string {
  if (kind === 'submitted' || typeof payload !== 'object' || payload === null) return '';
  const { text, ground, reason, legal }: Readonly<Record<string, unknown>> = { ...payload };
  return [text, ground, reason, legal]
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join(';');
}

export function caseRecord(row: RequestRow, clockwork: Clockwork): CaseRecord {
  return {
    title: requestTitle(row),
    facts: [...askedFor(row), ['状态', stageNames[row.state]], ...outcomeFacts(row)],
    events: row.events.map(({ sequence, at, kind, actor, department, article, payload }) => ({
      number: sequence,
      at: minuteOf(at),
      what: eventName(kind),
      who: actor ? [department?.name, actor.name].filter(Boolean).join(' ') : '按规则自动办理',
      article: article ?? '',
      said: saidIn(kind, payload),
    })),
    receipts: requestClocks(row, clockwork).map((clock) => {
      const ended = clock.endedOn === null ? '' : `\n办结:${printDay(clock.endedOn)}`;
      return `${receiptText(clock, clockwork.calendar)}${ended}`;
    }),
    printedAt: minuteOf(clockwork.now),
  };
}
