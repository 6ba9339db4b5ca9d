/** What the other side reads about a request: in one look what happened, what was asked for, which day is the last and why. */
import { yearOf } from '#tools/deadlines/iso-date.ts';
import type { ClockReading } from '#tools/deadlines/read-clock.ts';
import { countedText, skippedText } from '#tools/deadlines/receipt-text.ts';
import type { NoticeCard } from '#tools/notice.ts';
import type { RequestRow } from './request-row.ts';
import { askedFor, requestTitle, statusFacts } from './request-words.ts';

/** Said by the title, or by the last day and how it was counted. */
const saidElsewhere = new Set(['目录', '提供部门', '收到日期']);

/** 收到当天不计;计入…;不计… */
function daysOf({ startedOn, governing: { count } }: ClockReading): readonly string[] {
  const year = yearOf(startedOn);
  return [
    `期限怎么算的:收到当天不计。计入:${countedText(count.counted, year)}`,
    ...(count.skipped.length > 0 ? [`不计:${skippedText(count.skipped, year)}`] : []),
  ];
}

/** @param said what happened, the first sentence in short */
export function requestNotice(
  row: RequestRow,
  to: 'provider' | 'requester' | 'bureau',
  said: string,
  clock: ClockReading | null,
): { readonly text: string; readonly card: NoticeCard } {
  const [, title = said, more = ''] = /^([^。:]+)[。:](.*)$/su.exec(said) ?? [];
  const asked = to === 'provider' ? askedFor(row).filter(([label]) => !saidElsewhere.has(label)) : [];
  const facts = [['申请', requestTitle(row)] as const, ...statusFacts(row, clock), ...asked];
  const body = [more, ...(to === 'provider' && clock !== null ? daysOf(clock) : [])].filter((line) => line !== '');
  return {
    text: [
      said,
      requestTitle(row),
      ...[...statusFacts(row, clock), ...asked].map(([label, value]) => `${label}:${value}`),
    ]
      .concat(to === 'provider' && clock !== null ? daysOf(clock) : [])
      .join('\n'),
    card: {
      title,
      facts: facts.map(([label, value]) => ({ label, value })),
      ...(body.length > 0 && { body: body.join('\n') }),
    },
  };
}
