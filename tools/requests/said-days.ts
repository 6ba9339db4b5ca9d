/** Days said loosely when people mean a thing of theirs: 昨天, 上周, 上个月; as a range of days up to today. */
import { addDays, type IsoDate, weekdayOf } from '#tools/deadlines/iso-date.ts';

export interface SaidDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** As they stand in the sentence. */
  readonly words: string;
}

const monthStart = (day: IsoDate): IsoDate => `${day.slice(0, 8)}01`;

const rules: readonly (readonly [RegExp, (today: IsoDate) => readonly [IsoDate, IsoDate]])[] = [
  [/大前天/u, (today) => [addDays(today, -3), addDays(today, -3)]],
  [/前天/u, (today) => [addDays(today, -2), addDays(today, -2)]],
  [/昨天|昨日/u, (today) => [addDays(today, -1), addDays(today, -1)]],
  [/今天|今日|刚刚|刚才/u, (today) => [today, today]],
  [/上上(?:个)?(?:周|星期|礼拜)/u, (today) => week(today, -14)],
  [/上(?:个)?(?:周|星期|礼拜)/u, (today) => week(today, -7)],
  [/(?:这|本)(?:个)?(?:周|星期|礼拜)/u, (today) => week(today, 0)],
  [/上(?:个)?月/u, (today) => [monthStart(addDays(monthStart(today), -1)), addDays(monthStart(today), -1)]],
  [/(?:这个?|本)月/u, (today) => [monthStart(today), today]],
];

function week(today: IsoDate, offset: number): readonly [IsoDate, IsoDate] {
  const monday = addDays(today, 1 - weekdayOf(today) + offset);
  return [monday, addDays(monday, 6)];
}

export function dayRange(sentence: string, today: IsoDate): SaidDays | null {
  for (const [pattern, range] of rules) {
    const words = pattern.exec(sentence)?.[0];
    if (words === undefined) continue;
    const [from, to] = range(today);
    return { from, to, words };
  }
  return null;
}
