/** Reads when a broadcast is to go out: a day and an hour as people say them, in Changsha's time. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { addDays } from '#tools/deadlines/iso-date.ts';
import type { Calendar } from '#tools/deadlines/calendar/calendar.ts';
import { findDays } from '#tools/deadlines/words/find-days.ts';
import { foldWords } from '#tools/deadlines/words/fold-words.ts';
import { printDay } from '#tools/deadlines/print-day.ts';

const digits = '零一二三四五六七八九';

/** 九 → 9, 十一 → 11, 二十 → 20. */
function numberOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const [tens = '', ones = ''] = words.includes('十') ? words.split('十') : ['', words];
  const ten = words.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens)) * 10 : 0;
  return ten + (ones === '' ? 0 : digits.indexOf(ones.replace('两', '二')));
}

const clock =
  /(凌晨|早上|上午|中午|下午|傍晚|晚上)?\s*(\d{1,2}|[零一二两三四五六七八九十]{1,3})(?::(\d{2})|[点时](半|[一三]刻|(?:\d{1,2}|[零一二三四五六七八九十]{1,3})分?)?)/u;

/** @returns null when day and hour cannot both be told */
export function readSendTime(words: string, now: Date, calendar: Calendar): Date | null {
  const plain = words.normalize('NFKC');
  const found = clock.exec(plain);
  if (!found) return null;
  const [, part = '', hourWords = '', colon, rest] = found;
  let hour = numberOf(hourWords);
  if (/下午|傍晚|晚上/u.test(part) && hour < 12) hour += 12;
  const minute =
    colon !== undefined
      ? Number(colon)
      : rest === undefined
        ? 0
        : rest === '半'
          ? 30
          : rest.endsWith('刻')
            ? 15 * numberOf(rest[0] ?? '')
            : numberOf(rest.replace('分', ''));
  if (hour > 23 || minute > 59) return null;
  const today = changshaDay(now);
  const dayWords = foldWords(plain.replace(clock, ''));
  const [mention] = findDays(dayWords, { today, tense: 'future', received: false }, calendar).mentions;
  if (mention && (mention.reading.kind !== 'days' || mention.reading.days.length !== 1)) return null;
  const said = mention?.reading.kind === 'days' ? mention.reading.days[0] : undefined;
  const at = (day: string): Date =>
    new Date(`${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+08:00`);
  if (said !== undefined) return at(said);
  // An hour alone is the next one of that name.
  return at(today).getTime() > now.getTime() ? at(today) : at(addDays(today, 1));
}

/** The vendors ask to stay off the full and the half hour, when everybody sends. */
export function offTheHour(at: Date): Date {
  return at.getUTCMinutes() % 30 === 0 ? new Date(at.getTime() + 3 * 60_000) : at;
}

/** 2026年3月3日(周二)9:03 */
export function printTime(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `${printDay(changshaDay(at))}${Number(local.slice(11, 13))}:${local.slice(14, 16)}`;
}
