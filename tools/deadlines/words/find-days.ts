/** Finds every day a message says, joins what belongs together (9月25号周五, 今天2月9号) and takes over the day the message calls today. */
import type { Calendar } from '../calendar/calendar.ts';
import { type IsoDate, weekdayOf } from '../iso-date.ts';
import { festivalDays } from './festival-days.ts';
import { relativeDays } from './relative-days.ts';
import { type DayContext, type DayMention, type DayReading, unclear } from './said-day.ts';
import { writtenDays } from './written-days.ts';

export interface FoundDays {
  /** In the order of the text, none overlapping. */
  readonly mentions: readonly DayMention[];
  /** The day the message says it is; null when it says none. */
  readonly statedToday: IsoDate | null;
}

const joint = /^(?:[(:]|的?是|即|也就是|就是|为)?$/;

/** Of two that overlap the one that begins first stays, then the longer one. */
function apart(mentions: readonly DayMention[]): readonly DayMention[] {
  const kept: DayMention[] = [];
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  return kept;
}

function saidWeekday(words: string): number | undefined {
  const day = /^(?:周|星期)([一二三四五六日天1-7])$/.exec(words)?.[1];
  if (day === undefined) return undefined;
  return /\d/.test(day) ? Number(day) : '一二三四五六日'.indexOf(day === '天' ? '日' : day) + 1;
}

/** The days that fit both; a bare weekday only checks. */
function agree(a: DayMention, b: DayMention): DayReading {
  const weekday = saidWeekday(a.words) ?? saidWeekday(b.words);
  if (weekday !== undefined) {
    const dated = saidWeekday(a.words) === undefined ? a : b;
    if (dated.reading.kind !== 'days') return dated.reading;
    const days = dated.reading.days.filter((day) => weekdayOf(day) === weekday);
    return days.length === 0 ? unclear('mismatch') : { ...dated.reading, days };
  }
  if (a.reading.kind !== 'days') return a.reading;
  if (b.reading.kind !== 'days') return b.reading;
  const others = b.reading.days;
  const days = a.reading.days.filter((day) => others.includes(day));
  return days.length === 0 ? unclear('mismatch') : { kind: 'days', days, assumed: false };
}

function canJoin(a: DayMention, b: DayMention): boolean {
  if (a.form === 'vague' || b.form === 'vague') return false;
  return (
    a.form === 'weekday' ||
    b.form === 'weekday' ||
    /^(?:昨|前天|大前|明|后天|大后)/.test(a.words) ||
    (a.form === 'festival') !== (b.form === 'festival')
  );
}

function join(a: DayMention, b: DayMention, text: string): DayMention {
  const closing = text[a.end] === '(' && text[b.end] === ')' ? 1 : 0;
  const end = b.end + closing;
  const form = a.form === 'weekday' ? b.form : a.form;
  return { start: a.start, end, words: text.slice(a.start, end), reading: agree(a, b), form };
}

function joined(text: string, mentions: readonly DayMention[]): readonly DayMention[] {
  const result: DayMention[] = [];
  for (const mention of mentions) {
    const last = result.at(-1);
    if (last && joint.test(text.slice(last.end, mention.start)) && canJoin(last, mention)) {
      result.pop();
      result.push(join(last, mention, text));
    } else result.push(mention);
  }
  return result;
}

/** 今天2月9号, 今天是2026年9月28日: the words beside 今天 say which day it is. */
function statement(text: string, mentions: readonly DayMention[]): { mention: DayMention; day: IsoDate } | null {
  for (const [index, today] of mentions.entries()) {
    const next = mentions[index + 1];
    if (today.form !== 'today' || next?.form !== 'date' || next.reading.kind !== 'days') continue;
    const [day] = next.reading.days;
    if (day === undefined || !joint.test(text.slice(today.end, next.start))) continue;
    const mention = { ...today, end: next.end, words: text.slice(today.start, next.end), reading: next.reading };
    return { mention, day };
  }
  return null;
}

function allDays(text: string, context: DayContext, calendar: Calendar): readonly DayMention[] {
  return apart([
    ...writtenDays(text, context),
    ...relativeDays(text, context),
    ...festivalDays(text, context, calendar),
  ]);
}

/** @param text folded */
export function findDays(text: string, context: DayContext, calendar: Calendar): FoundDays {
  const mentions = allDays(text, context, calendar);
  const said = statement(text, mentions);
  if (!said) return { mentions: joined(text, mentions), statedToday: null };
  const fromThere = allDays(text, { ...context, today: said.day }, calendar);
  const others = fromThere.filter(({ start, end }) => end <= said.mention.start || start >= said.mention.end);
  return { mentions: joined(text, apart([...others, said.mention])), statedToday: said.day };
}
