/** Reads questions on what counts as a working day: 过年放假算不算, 调休的周六算工作日吗, 收到当天算第一天吗. */
import { type Festival, festivalIn } from './festivals.ts';

export type CountedMatter = 'holiday' | 'weekend' | 'make_up' | 'first_day';

export interface WhatCounts {
  readonly about: CountedMatter;
  /** The holiday named, if any. */
  readonly festival: Festival | null;
}

const asks =
  /算不算|[算计]入?(?:不|吗|么|嘛|吧|在内|进|在|工作日|第)|(?:不|也|都|要|会|是否|能否?|怎么)[^,。?]{0,3}[算计](?!划)|计入|包[括含]|含不含|含(?=调休|周|节|假|双休|法定)|扣(?![分款钱])|剔除|除外|除去|刨[去掉开]|跳过|顺延|排除|去掉/;
const question = /[吗么嘛吧呢?]|不|是否|能否|怎么|没有/;
const elsewhere = /加班|工资|补贴|补助|几倍|请假|年假|产假|值班|票|旅游/;

/** @param text folded, without any day that starts a count */
export function whatCounts(text: string): WhatCounts | null {
  if (!asks.test(text) || !question.test(text) || (elsewhere.test(text) && !/算工作日/.test(text))) return null;
  const festival = festivalIn(text) ?? null;
  if (/调休|补班|补休|调班|补上班|上班的(?:周|星期)[六日天]/.test(text)) return { about: 'make_up', festival };
  // From which event it runs (从提出那天算还是从收到那天算) is for the regulation to say.
  if (/从[^,]{0,16}(?:那天|当天|当日|之日)(?:开始|起)?[算计]|以[^,]{0,8}为准/.test(text)) return null;
  if (!festival && /(?:当天|当日|那天|那一天|首日|收到日|本身)[^,。?]{0,8}[算计也包]/.test(text))
    return { about: 'first_day', festival: null };
  if (festival || /节假日|法定假|假期|假日|放假|长假|过节|公休/.test(text)) return { about: 'holiday', festival };
  if (/周末|双休|休息日|(?:周|星期)[六日天]/.test(text)) return { about: 'weekend', festival: null };
  return null;
}
