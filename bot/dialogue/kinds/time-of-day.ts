/** A time of day: 上午9点, 下午3点半, 17:30, 晚上八点一刻. The value is 09:00. */
import { fromNumeral } from '#knowledge/citations/chinese-numeral.ts';
import { printMinutes } from '#tools/reminders/time-of-day.ts';
import type { FieldReader, Reading } from './field-reader.ts';
import { standsNear } from './near.ts';

const numeral = '[零〇一二两三四五六七八九十\\d]{1,3}';
const pattern = new RegExp(
  `(凌晨|早晨|早上|清早|上午|中午|下午|傍晚|晚上|夜里|晚)?的?(?:(${numeral})(?:点|时)钟?(?:(半)|(${numeral})刻|(${numeral})分?)?|(\\d{1,2})[::](\\d{2}))`,
  'du',
);

interface Found {
  readonly start: number;
  readonly end: number;
  readonly minutes: number;
}

/** Null: no time, or one that does not exist. */
function findTime(plain: string): Found | null {
  const match = pattern.exec(plain);
  if (!match) return null;
  const [words, part, hour, half, quarters, minute, clockHour, clockMinute] = match;
  const hours = numberOf(clockHour ?? hour);
  const minutes = half ? 30 : quarters ? 15 * (numberOf(quarters) ?? 99) : (numberOf(clockMinute ?? minute) ?? 0);
  if (hours === undefined || hours > 24 || minutes > 59) return null;
  const later = /下午|傍晚|晚|夜/u.test(part ?? '') || (part === '中午' && hours < 11);
  const total = ((later && hours < 12 ? hours + 12 : hours) % 24) * 60 + minutes;
  return { start: match.index, end: match.index + words.length, minutes: total };
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : fromNumeral(text);
}

export const timeOfDay: FieldReader = {
  kind: 'time_of_day',
  open: false,
  read: ({ plain }): Reading => {
    const found = findTime(/^\d{1,2}$/.test(plain) ? `${plain}点` : plain);
    return found ? { kind: 'value', value: printMinutes(found.minutes) } : { kind: 'invalid', why: null };
  },
  spot: (sentence, { field }) => {
    const found = findTime(sentence.plain);
    return found && standsNear(sentence.plain, found.start, found.end, field.meta.near) ? [found] : [];
  },
  show: (value) => String(value),
};
