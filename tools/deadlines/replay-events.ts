/** Replays a clock's events under the rules that allow them: where no instrument gives a stop or an extension, there is none. */
import { Refusal } from '#tools/refusal.ts';

import type { Calendar } from './calendar/calendar.ts';
import type { ClockEvent, ClockEventOf } from './clock-event.ts';
import { countForward, type Pause } from './count-days.ts';
import type { IsoDate } from './iso-date.ts';
import type { LimitRule } from './limit.ts';

/** What the events come to under one rule. */
export interface Replay {
  readonly startedOn: IsoDate;
  readonly extendedBy: number;
  readonly pauses: readonly Pause[];
  /** Null unless the clock stands still now. */
  readonly stoppedSince: IsoDate | null;
  readonly endedOn: IsoDate | null;
}

function checkOrder(events: readonly ClockEvent[]): IsoDate {
  const [first] = events;
  if (first?.kind !== 'started') throw new Error('a clock begins with its started event');
  for (const [index, event] of events.entries()) {
    const previous = events[index - 1];
    if (!previous) continue;
    if (event.kind === 'started') throw new Error('a clock starts once');
    if (previous.kind === 'ended') throw new Error(`nothing follows the end of a clock: ${event.kind} on ${event.on}`);
    if (event.on < previous.on) throw new Error(`events out of order: ${event.kind} on ${event.on}`);
    if (event.reason.trim() === '')
      throw new Refusal('CLOCK_REASON_MISSING', '改动期限要写明原因。', { remedy: '请补充原因。' });
  }
  return first.on;
}

function checkExtension(
  event: ClockEventOf<'extended'>,
  rule: LimitRule,
  sofar: { readonly extendedBy: number; readonly due: IsoDate },
): void {
  const { extension, instrument } = rule;
  if (!extension) return;
  const article = `《${instrument}》${extension.clause}`;
  const refuse = (code: string, message: string, remedy: string): never => {
    throw new Refusal(code, message, { remedy, article });
  };
  if (!Number.isInteger(event.days) || event.days < 1 || sofar.extendedBy + event.days > extension.days)
    refuse('EXTENSION_TOO_LONG', `延长的期限最长为${extension.days}个工作日。`, '请改短延长的天数。');
  if (extension.consent && !event.consented)
    refuse('EXTENSION_WITHOUT_CONSENT', '延长期限要先经主管部门同意。', '请先取得市数据资源局同意。');
  if (extension.notice && !event.notified)
    refuse('EXTENSION_WITHOUT_NOTICE', '延长期限要告知申请部门。', '请先告知申请部门。');
  if (event.on > sofar.due) refuse('EXTENSION_TOO_LATE', '期限已经届满,不能再延长。', '请尽快办理。');
}

/** @throws Refusal when neither rule gives what an event claims */
export function checkGiven(events: readonly ClockEvent[], rules: readonly LimitRule[]): void {
  checkOrder(events);
  const no = (code: string, message: string): never => {
    throw new Refusal(code, message, { remedy: '请按原期限办理。' });
  };
  for (const { kind } of events) {
    if (kind === 'extended' && !rules.some(({ extension }) => extension))
      no('EXTENSION_NOT_GIVEN', '这项期限没有可以延长的规定。');
    if ((kind === 'stopped' || kind === 'resumed') && !rules.some(({ stop }) => stop !== null))
      no('STOP_NOT_GIVEN', '这项期限没有可以中止的规定。');
  }
}

/**
 * @param today ends a stop that still lasts, so that the due date is the earliest one possible
 * @param settled the events were checked when they were written: a calendar or a table that changed since does not undo them
 */
export function replayEvents(
  events: readonly ClockEvent[],
  rule: LimitRule,
  calendar: Calendar,
  today: IsoDate,
  settled = false,
): Replay {
  const startedOn = checkOrder(events);
  const pauses: Pause[] = [];
  let extendedBy = 0;
  let stop: { readonly on: IsoDate; readonly reason: string } | null = null;
  let endedOn: IsoDate | null = null;
  for (const event of events) {
    if (event.kind === 'extended' && rule.extension) {
      if (!settled) {
        const { due } = countForward(startedOn, rule.days + extendedBy, calendar, pauses);
        checkExtension(event, rule, { extendedBy, due });
      }
      extendedBy += event.days;
    } else if (event.kind === 'stopped' && rule.stop !== null) {
      if (stop) throw new Error(`the clock stands still since ${stop.on}`);
      stop = event;
    } else if (event.kind === 'resumed' && rule.stop !== null) {
      if (!stop) throw new Error('a clock that runs can not resume');
      pauses.push({ after: stop.on, until: event.on, reason: stop.reason });
      stop = null;
    } else if (event.kind === 'ended') endedOn = event.on;
  }
  if (stop) pauses.push({ after: stop.on, until: endedOn ?? today, reason: stop.reason });
  return { startedOn, extendedBy, pauses, stoppedSince: stop?.on ?? null, endedOn };
}
