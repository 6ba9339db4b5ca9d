/** Reads a message as a question about dates: complete, one that needs asking back, or none; follow-ups are read with what came before. */
import type { Calendar } from '../calendar/calendar.ts';
import { changshaDay } from '../changsha-day.ts';
import type { IsoDate } from '../iso-date.ts';
import { asksDay, asksStanding, tellsReceipt } from './asked.ts';
import type { AskBack, DateQuestion } from './date-question.ts';
import { dayRoles } from './day-roles.ts';
import { findDays } from './find-days.ts';
import { findLimits } from './find-limits.ts';
import { foldWords } from './fold-words.ts';
import { furtherOf } from './further.ts';
import { dayBeside, isBareDay, movedDay } from './moved-day.ts';
import { readAlone } from './read-alone.ts';
import { type Said, sayOf, settle } from './said.ts';
import type { DayMention } from './said-day.ts';

export interface DateReadingContext {
  readonly now: Date;
  readonly calendar: Calendar;
  /** What the person said before in the conversation, oldest first. */
  readonly prev?: readonly string[];
}

/** Longer ones say what they ask by themselves. */
const longestFollowUp = 24;
/** A message longer than this tells a story or pastes a text; it asks for no single date. */
const longestQuestion = 400;
/** Earlier messages looked at. */
const memory = 3;

interface Setting {
  readonly today: IsoDate;
  readonly calendar: Calendar;
}

/** What was missing, put into the earlier message, which is then read again. */
function filledIn(
  before: string,
  ask: AskBack,
  { text, mentions, limits }: Said,
  setting: Setting,
): DateQuestion | null {
  const again = (whole: string): DateQuestion | null => readAlone(sayOf(whole, setting.today, setting.calendar));
  const day = mentions.find(({ reading, words }) => reading.kind === 'days' || isBareDay(words));
  if (ask.reason === 'which_year') {
    const year = /(?:19|20)\d{2}|[今去前明后]年/.exec(text)?.[0];
    if (year !== undefined && text.length <= 12)
      return again(before.replace(ask.words, `${year.replace(/^\d+$/, '$&年')}${ask.words}`));
  }
  if (ask.reason === 'which_request' && limits) return again(`${before},${text}`);
  if (ask.reason === 'which_event' && /^(?:是|对|嗯|没错)|收|接/.test(text))
    return again(before.replace(ask.words, `${day?.words ?? ask.words}收到,`));
  if (ask.words === '' || !day || ask.reason === 'which_request') return null;
  if (ask.reason === 'several_days') {
    const whole = ask.words.split('、').reduce((rest, words) => rest.replace(words, ''), before);
    return again(`${day.words}收到,${whole}`);
  }
  // 上个月 … 25号: the month stays.
  const keepsMonth = isBareDay(day.words) && /月份?$/.test(ask.words);
  return again(before.replace(ask.words, keepsMonth ? `${ask.words.replace(/份$/, '')}${day.words}` : day.words));
}

/** 那开放申请呢, 如果是开放的呢: a limit and nothing else. */
function onlyLimit({ text, mentions, limits }: Said): readonly string[] | null {
  const rest = text.replace(
    /那么?|如果|要是|换成|改成|是|的话|呢|有条件|无条件|的|数据|共享|开放|申请|目录|更新|校核|答复|情况|怎么算|[,.?!]/g,
    '',
  );
  if (rest !== '' || mentions.length > 0 || !/共享|开放|目录|校核/.test(text)) return null;
  return limits?.limits ?? findLimits(`${text}申请`)?.limits ?? null;
}

/** 那要是国庆节当天收到呢: of the year spoken of, not of the next one. */
function nearTo(near: IsoDate, event: DayMention, text: string, calendar: Calendar): DayMention {
  const { form, words, reading, start } = event;
  const ours = reading.kind === 'days' ? reading.assumed : form === 'festival';
  if (!ours || !(form === 'festival' || words.includes('月'))) return event;
  const { mentions } = findDays(text, { today: near, tense: null, received: false }, calendar);
  return mentions.find((mention) => mention.start === start && mention.reading.kind === 'days') ?? event;
}

/** Words that put something else in the place of what was said. */
const changes = /[呢?]$|的话|如果|要是|换成|改成|不是|不对|说的是|我是说|应该是|更正|[记说写打搞弄]错/;

/** The earlier question with another day, another limit, or another thing asked of it. */
function changed(before: DateQuestion, said: Said, { calendar }: Setting): DateQuestion | null {
  const { text, mentions, statedToday, limits } = said;
  if (
    text.length > longestFollowUp ||
    before.kind === 'ask' ||
    before.kind === 'what_counts' ||
    before.kind === 'day_kind'
  )
    return null;
  const { events, targets, done } = dayRoles(text, mentions);
  const named = onlyLimit(said);
  if (named && before.kind !== 'plain_count') return { ...before, limits: named };
  const limitsNow = limits && !limits.general ? limits.limits : 'limits' in before ? before.limits : null;
  const [target] = targets;
  if (target && events.length === 0 && limitsNow) {
    const day = settle(target, said);
    return 'kind' in day ? day : { kind: 'latest_start', limits: limitsNow, target: day, statedToday };
  }
  const spoken = 'from' in before ? before.from : before.target;
  const moved = before.kind === 'due' && mentions.length === 0 ? movedDay(text, spoken) : null;
  if (moved && before.kind === 'due') return { ...before, limits: limitsNow ?? before.limits, from: moved };
  const [event] = events;
  if (event && events.length === 1 && (tellsReceipt(text) || changes.test(text))) {
    const [near] = spoken.days;
    const day =
      (near === undefined ? null : dayBeside(near, event)) ??
      settle(near === undefined ? event : nearTo(near, event, text, calendar), said);
    if ('kind' in day) return day;
    if (before.kind === 'latest_start') return /前|拿到/.test(text) ? { ...before, target: day } : null;
    return before.kind === 'due' && limitsNow ? { ...before, limits: limitsNow, from: day } : { ...before, from: day };
  }
  const further = mentions.length === 0 ? furtherOf(text) : null;
  if (further === 'why') return before;
  if (before.kind === 'due' && (further === 'more_time' || further === 'higher'))
    return { ...before, extension: further === 'more_time', higher: further === 'higher' };
  if (mentions.length > 0 && done.length === 0) return null;
  if (before.kind === 'due' && asksStanding(text)) {
    const ended = done[0] ? settle(done[0], said) : null;
    if (ended && 'kind' in ended) return ended;
    return { ...before, standing: true, done: ended };
  }
  return asksDay(text) && !limits ? before : null;
}

function readAfter(
  said: Said,
  prev: readonly string[],
  setting: Setting,
  own: DateQuestion | null,
): DateQuestion | null {
  const last = prev.at(-1);
  if (last === undefined) return own;
  const before = read(last, prev.slice(0, -1), setting);
  if (before?.kind === 'ask') return filledIn(last, before, said, setting) ?? own;
  if (before) return changed(before, said, setting) ?? own;
  // The rule was asked first and the case comes after it, or the other way round.
  const earlier = findLimits(last);
  const { events } = dayRoles(said.text, said.mentions);
  if (earlier && events.length > 0 && said.limits === null && tellsReceipt(said.text))
    return readAlone({ ...said, limits: earlier, text: `${said.text},最晚哪天` }) ?? own;
  const told = sayOf(last, setting.today, setting.calendar);
  if (told.mentions.length > 0 && tellsReceipt(last) && said.mentions.length === 0 && asksDay(said.text))
    return readAlone(sayOf(`${last},${said.text}`, setting.today, setting.calendar)) ?? own;
  return own;
}

/** @param text and `prev` folded */
function read(text: string, prev: readonly string[], setting: Setting): DateQuestion | null {
  const said = sayOf(text, setting.today, setting.calendar);
  const own = readAlone(said);
  const complete = own !== null && own.kind !== 'ask';
  if (complete && !(own.kind === 'due' && said.limits?.general)) return own;
  if (complete && own.kind === 'due') {
    // 最晚哪天答复 after a question on open requests means open requests.
    const earlier = prev.map(findLimits).findLast((found) => found !== null && !found.general);
    const named = earlier?.limits.every((id) => own.limits.includes(id)) ? earlier.limits : own.limits;
    return { ...own, limits: named };
  }
  return readAfter(said, prev, setting, own);
}

/**
 * Null means that it is no question about dates: a rule without a day (共享申请几天答复) is one for the regulation.
 * What cannot be told for certain is asked back; a year or month left out is taken as the nearest and marked `assumed`.
 */
export function readDateQuestion(text: string, { now, calendar, prev = [] }: DateReadingContext): DateQuestion | null {
  const [folded, ...before] = [text, ...prev.slice(-memory)].map(foldWords);
  if (folded === undefined || folded.length > longestQuestion) return null;
  const near = before.filter(({ length }) => length <= longestQuestion);
  return read(folded, near, { today: changshaDay(now), calendar });
}
