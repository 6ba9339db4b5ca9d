import { describe, expect, test } from 'vitest';

import { Refusal } from '#tools/refusal.ts';

import { loadCalendar } from './calendar/load-calendar.ts';
import { changshaDay } from './changsha-day.ts';
import type { ClockEvent } from './clock-event.ts';
import type { Limit } from './limit.ts';
import { limitOf } from './limit-of.ts';
import { loadLimits } from './load-limits.ts';
import { readClock } from './read-clock.ts';
import { standingText } from './standing-text.ts';

const calendar = loadCalendar(null);
const limits = loadLimits();
const noon = (day: string): Date => new Date(`${day}T12:00:00+08:00`);
const started = (on: string): ClockEvent => ({ kind: 'started', on });
const read = (id: string, events: readonly ClockEvent[], today: string, table: readonly Limit[] = limits) =>
  readClock({ limit: limitOf(table, id), events, calendar, now: noon(today) });
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
};

describe('both dates', () => {
  test.each([
    // limit, day 0, municipal, higher, reminded by
    ['share-answer', '2026-02-10', '2026-03-02', '2026-03-02', '2026-03-02'],
    ['share-answer', '2025-07-31', '2025-08-14', null, '2025-08-14'],
    ['share-answer', '2025-08-01', '2025-08-15', '2025-08-15', '2025-08-15'],
    ['open-answer', '2026-09-25', '2026-10-15', null, '2026-10-15'],
    ['catalog-update', '2026-09-01', '2026-09-21', '2026-09-15', '2026-09-15'],
    ['catalog-update', '2025-07-31', '2025-08-21', null, '2025-08-21'],
    ['share-answer-unconditional', '2026-09-30', null, '2026-10-08', '2026-10-08'],
    ['catalog-publication', '2026-02-13', null, '2026-02-24', '2026-02-24'],
    ['share-provision', '2026-03-02', null, '2026-03-30', '2026-03-30'],
    ['correction', '2026-05-01', null, '2026-05-18', '2026-05-18'],
  ])('%s from %s: city %s, higher law %s, reminded by %s', (id, from, own, above, remindBy) => {
    const reading = read(id, [started(from)], from);
    expect(reading.municipal?.due ?? null).toBe(own);
    expect(reading.higher?.due ?? null).toBe(above);
    expect(reading.remindBy).toBe(remindBy);
    expect(reading.provisional).toBe(false);
  });

  test('a limit that only higher law sets does not run before that law', () => {
    expect(codeOf(() => read('correction', [started('2025-07-31')], '2025-08-01'))).toBe('LIMIT_NOT_IN_FORCE');
  });
});

describe('the end of the city’s own rule', () => {
  test.each([
    ['2027-01-15', '2027-01-29', false, true],
    ['2027-01-18', '2027-02-01', true, true],
    ['2027-02-01', '2027-02-15', true, false],
  ])('received on %s, due %s: after expiry %s, in force on the day %s', (from, due, dueAfterExpiry, inForce) => {
    const { municipal, provisional } = read('open-answer', [started(from)], from);
    expect(municipal).toMatchObject({ due, dueAfterExpiry, inForce });
    expect(provisional).toBe(true);
  });
});

describe('where a clock from 10 February 2026 stands, due on 2 March', () => {
  test.each([
    ['2026-02-10', '还剩10个工作日', 0],
    ['2026-02-14', '还剩6个工作日', 4],
    ['2026-02-20', '还剩6个工作日', 4],
    ['2026-02-28', '还剩1个工作日', 9],
    ['2026-03-01', '还剩1个工作日', 9],
    ['2026-03-02', '今天是最后一天', 10],
    ['2026-03-03', '已超期1个工作日', 11],
    ['2026-03-08', '已超期4个工作日', 14],
  ])('on %s: %s', (today, words, gone) => {
    const reading = read('share-answer', [started('2026-02-10')], today);
    expect(standingText(reading.standing)).toBe(words);
    expect(reading.gone).toBe(gone);
  });

  test('overdue since the Saturday after a Friday, before any working day has gone', () => {
    expect(standingText(read('open-answer', [started('2026-03-06')], '2026-03-21').standing)).toBe(
      '已超期1天(其间没有工作日)',
    );
  });

  test.each([
    ['2026-03-02', { kind: 'met', on: '2026-03-02' }],
    ['2026-03-04', { kind: 'met_late', on: '2026-03-04', workingDays: 2, calendarDays: 2 }],
  ])('answered on %s', (on, standing) => {
    const events: ClockEvent[] = [started('2026-02-10'), { kind: 'ended', on, reason: '已答复' }];
    expect(read('share-answer', events, '2026-05-01').standing).toEqual(standing);
  });

  test('the day changes at midnight in Changsha', () => {
    expect(changshaDay(new Date('2026-03-02T15:59:59Z'))).toBe('2026-03-02');
    expect(changshaDay(new Date('2026-03-02T16:00:00Z'))).toBe('2026-03-03');
  });
});

describe('extensions', () => {
  const extended = (
    on: string,
    days: number,
    changes: Partial<{ consented: boolean; notified: boolean; reason: string }> = {},
  ) =>
    ({
      kind: 'extended',
      on,
      days,
      reason: '数据量大',
      consented: true,
      notified: true,
      ...changes,
    }) satisfies ClockEvent;
  const from = started('2026-02-10');

  test('an answer to a share request extended by 10 days under higher law is due by the later date', () => {
    const reading = read('share-answer', [from, extended('2026-02-27', 10)], '2026-03-03');
    expect(reading.municipal?.due).toBe('2026-03-02');
    expect(reading.higher?.due).toBe('2026-03-16');
    expect(reading.remindBy).toBe('2026-03-16');
    expect(reading.standing.kind).toBe('running');
  });

  test('a catalog update extended by 5 days is due when the city’s 15 days end', () => {
    const reading = read('catalog-update', [started('2026-09-01'), extended('2026-09-14', 5)], '2026-09-16');
    expect([reading.municipal?.due, reading.higher?.due]).toEqual(['2026-09-21', '2026-09-21']);
  });

  test.each([
    ['EXTENSION_NOT_GIVEN', 'open-answer', extended('2026-02-27', 5)],
    ['EXTENSION_NOT_GIVEN', 'share-answer-unconditional', extended('2026-02-11', 1)],
    ['EXTENSION_TOO_LONG', 'share-answer', extended('2026-02-27', 11)],
    ['EXTENSION_TOO_LONG', 'catalog-update', extended('2026-02-27', 6)],
    ['EXTENSION_TOO_LONG', 'share-answer', extended('2026-02-27', 0)],
    ['EXTENSION_WITHOUT_CONSENT', 'share-answer', extended('2026-02-27', 5, { consented: false })],
    ['EXTENSION_WITHOUT_NOTICE', 'share-answer', extended('2026-02-27', 5, { notified: false })],
    ['none', 'catalog-update', extended('2026-02-27', 5, { notified: false })],
    ['EXTENSION_TOO_LATE', 'share-answer', extended('2026-03-03', 5)],
    ['CLOCK_REASON_MISSING', 'share-answer', extended('2026-02-27', 5, { reason: ' ' })],
    ['STOP_NOT_GIVEN', 'share-answer', { kind: 'stopped', on: '2026-02-12', reason: '等补充材料' } as const],
  ])('%s: %s', (code, id, event) => {
    expect(codeOf(() => read(id, [from, event], '2026-03-03'))).toBe(code);
  });

  test('two extensions together may not exceed the most', () => {
    expect(
      codeOf(() => read('share-answer', [from, extended('2026-02-27', 6), extended('2026-03-05', 5)], '2026-03-06')),
    ).toBe('EXTENSION_TOO_LONG');
    expect(
      read('share-answer', [from, extended('2026-02-27', 6), extended('2026-03-05', 4)], '2026-03-06').remindBy,
    ).toBe('2026-03-16');
  });

  test('an extension under a law not yet in force is none', () => {
    expect(codeOf(() => read('share-answer', [started('2025-07-21'), extended('2025-07-25', 5)], '2025-07-25'))).toBe(
      'EXTENSION_NOT_GIVEN',
    );
  });
});

describe('a stop, where a table gives one', () => {
  const table = limits.map((limit) =>
    limit.id === 'open-answer' && limit.municipal
      ? { ...limit, municipal: { ...limit.municipal, stop: '第二十四条第二款' } }
      : limit,
  );
  const stopped: ClockEvent = { kind: 'stopped', on: '2026-03-04', reason: '等补充材料' };

  test('the days after it up to the resumption do not count', () => {
    const events: ClockEvent[] = [
      started('2026-03-02'),
      stopped,
      { kind: 'resumed', on: '2026-03-10', reason: '已补齐' },
    ];
    const { municipal } = read('open-answer', events, '2026-03-11', table);
    // 3/3 and 3/4, then from 3/11 on: 8 more.
    expect(municipal?.due).toBe('2026-03-20');
    expect(municipal?.count.skipped[0]).toEqual({ date: '2026-03-05', why: '中止:等补充材料' });
  });

  test('while it lasts the clock says so', () => {
    expect(standingText(read('open-answer', [started('2026-03-02'), stopped], '2026-03-30', table).standing)).toBe(
      '自2026年3月4日(周三)起中止',
    );
  });
});

describe('replaying', () => {
  test('the same events give the same clock, also read back from text', () => {
    const events: ClockEvent[] = [
      started('2026-02-10'),
      { kind: 'extended', on: '2026-02-27', days: 3, reason: '系统改造', consented: true, notified: true },
      { kind: 'ended', on: '2026-03-04', reason: '已答复' },
    ];
    const stored: ClockEvent[] = JSON.parse(JSON.stringify(events));
    expect(read('share-answer', stored, '2026-04-01')).toEqual(read('share-answer', events, '2026-04-01'));
  });

  test.each<[string, ClockEvent[]]>([
    ['nothing started', []],
    ['ended first', [{ kind: 'ended', on: '2026-02-10', reason: '答复' }]],
    ['started twice', [started('2026-02-10'), started('2026-02-11')]],
    ['out of order', [started('2026-02-10'), { kind: 'ended', on: '2026-02-09', reason: '答复' }]],
    [
      'after its end',
      [
        started('2026-02-10'),
        { kind: 'ended', on: '2026-02-11', reason: '答复' },
        { kind: 'ended', on: '2026-02-12', reason: '答复' },
      ],
    ],
  ])('%s is a fault of ours', (_, events) => {
    expect(() => read('share-answer', events, '2026-03-03')).toThrow(Error);
    expect(() => codeOf(() => read('share-answer', events, '2026-03-03'))).toThrow(Error);
  });
});
