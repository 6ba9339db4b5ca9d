/** The receipt as the data of a card: title, facts and the days; its shape is that of the card vocabulary of the channels. */
import type { Calendar } from './calendar/calendar.ts';
import { yearOf } from './iso-date.ts';
import { printDay } from './print-day.ts';
import type { ClockReading, RuleReading } from './read-clock.ts';
import { countedText, receiptText, skippedText } from './receipt-text.ts';
import { standingText } from './standing-text.ts';

export interface ReceiptCard {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly body: string;
  /** The plain-text twin. */
  readonly text: string;
}

const source = ({ rule, days }: RuleReading): string => `《${rule.instrument}》${rule.clause},${days}个工作日`;

export function receiptCard(reading: ClockReading, calendar: Calendar): ReceiptCard {
  const { limit, startedOn, municipal, higher, governing } = reading;
  const differ = municipal !== null && higher !== null && municipal.due !== higher.due;
  const other = differ ? (governing === municipal ? higher : municipal) : null;
  return {
    title: `${limit.title}:最晚${printDay(governing.due)}${reading.provisional ? '(暂定)' : ''}`,
    facts: [
      { label: limit.trigger, value: `${printDay(startedOn)},当天不计` },
      { label: '最后一天', value: printDay(governing.due) },
      { label: '依据', value: source(governing) },
      ...(other ? [{ label: '另一期限', value: `${printDay(other.due)},${source(other)}` }] : []),
      { label: '现在', value: standingText(reading.standing) },
      { label: '计入', value: countedText(governing.count.counted, yearOf(startedOn)) },
      { label: '不计', value: skippedText(governing.count.skipped, yearOf(startedOn)) || '无' },
    ],
    body: reading.provisional ? '有的年份放假安排还没有发布,日期是暂定的,发布后会重新计算。' : '到最后一天结束为止。',
    text: receiptText(reading, calendar),
  };
}
