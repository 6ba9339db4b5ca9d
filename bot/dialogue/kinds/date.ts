/** A day, however it is said: 今天, 下周一, 9月25号, 国庆后第一天. The value is YYYY-MM-DD. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { isIsoDate } from '#tools/deadlines/iso-date.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { findDays } from '#tools/deadlines/words/find-days.ts';
import { foldWords } from '#tools/deadlines/words/fold-words.ts';
import type { DayMention, UnclearReason } from '#tools/deadlines/words/said-day.ts';
import { cityCalendar } from '#tools/requests/city-calendar.ts';
import { onItsSide } from './day-side.ts';
import type { FieldReader, Reading, ReadingContext } from './field-reader.ts';
import { standsNear } from './near.ts';

const whyUnclear: Readonly<Record<UnclearReason, string>> = {
  which_day: '请说出具体是哪一天。',
  which_year: '请说明是哪一年。',
  no_such_day: '没有这一天。',
  lunar: '农历日期请换成公历。',
  mismatch: '日期和星期对不上。',
  unpublished: '这一年的放假安排还没有公布,请直接说日期。',
};

async function mentionsIn(text: string, { now, field, db }: ReadingContext): Promise<readonly DayMention[]> {
  const said = { today: changshaDay(now), tense: field.meta.tense ?? null, received: false };
  return findDays(text, said, await cityCalendar(db)).mentions;
}

export const date: FieldReader = {
  kind: 'date',
  open: false,
  read: async (words, context): Promise<Reading> => {
    const today = changshaDay(context.now);
    const { tense } = context.field.meta;
    const mentions = await mentionsIn(foldWords(words.raw), context);
    const readings = mentions.map((mention) => onItsSide(mention, tense, today));
    const unclear = readings.find((reading) => reading.kind === 'unclear');
    const days = [...new Set(readings.flatMap((reading) => (reading.kind === 'days' ? reading.days : [])))];
    const [day] = days;
    if (day === undefined) return { kind: 'invalid', why: unclear ? whyUnclear[unclear.why] : null };
    if (days.length === 1) return { kind: 'value', value: day };
    return { kind: 'ambiguous', options: days.map((one) => ({ title: printDay(one), value: one })) };
  },
  spot: async (sentence, context) => {
    const near = context.field.meta.near ?? [context.field.meta.label];
    const found = (await mentionsIn(sentence.plain, context)).filter(
      ({ start, end, reading }) => reading.kind === 'days' && standsNear(sentence.plain, start, end, near),
    );
    return found.length === 1 ? found : [];
  },
  show: (value) => (typeof value === 'string' && isIsoDate(value) ? printDay(value) : String(value)),
};
