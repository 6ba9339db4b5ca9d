import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';
import { describe, expect, test } from 'vitest';

import { loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import { loadLimits } from '#tools/deadlines/load-limits.ts';

import { answerLine } from './deadline-line.ts';

const rules = { limits: loadLimits(), calendar: loadCalendar(null), now: new Date('2026-02-10T02:00:00Z') };
const answer = (line: unknown): unknown =>
  JSON.parse(answerLine(typeof line === 'string' ? line : JSON.stringify(line), rules));

describe('one line of the program interface', () => {
  test('has the due date under the city’s rule, each day, and the date under higher law', () => {
    expect(answer({ id: 'a1', limit: 'catalog-update', from: '2026-09-30' })).toMatchObject({
      id: 'a1',
      due: '2026-10-27',
      provisional: false,
      counted: [
        '2026-10-08',
        '2026-10-09',
        '2026-10-10',
        '2026-10-12',
        '2026-10-13',
        '2026-10-14',
        '2026-10-15',
        '2026-10-16',
        '2026-10-19',
        '2026-10-20',
        '2026-10-21',
        '2026-10-22',
        '2026-10-23',
        '2026-10-26',
        '2026-10-27',
      ],
      skipped: [
        { date: '2026-10-01', why: '国庆节放假' },
        { date: '2026-10-02', why: '国庆节放假' },
        { date: '2026-10-03', why: '国庆节放假' },
        { date: '2026-10-04', why: '国庆节放假' },
        { date: '2026-10-05', why: '国庆节放假' },
        { date: '2026-10-06', why: '国庆节放假' },
        { date: '2026-10-07', why: '国庆节放假' },
        { date: '2026-10-11', why: '周末(周日)' },
        { date: '2026-10-17', why: '周末(周六)' },
        { date: '2026-10-18', why: '周末(周日)' },
        { date: '2026-10-24', why: '周末(周六)' },
        { date: '2026-10-25', why: '周末(周日)' },
      ],
      higher: { due: '2026-10-20', days: 10, extension: 5, clause: '第十七条第二款' },
      remindBy: '2026-10-20',
      afterExpiry: false,
    });
  });

  test('an open request has no date under higher law', () => {
    expect(answer({ id: 1, limit: 'open-answer', from: '2026-02-10' })).toMatchObject({
      id: 1,
      due: '2026-03-02',
      higher: null,
    });
  });

  test('a limit the city does not set has only the date under higher law', () => {
    expect(answer({ id: 'c', limit: 'correction', from: '2026-05-01' })).toMatchObject({
      due: null,
      counted: [],
      higher: { due: '2026-05-18', instrument: '政务数据共享条例' },
    });
  });

  test.each([
    ['not json', { id: null }],
    [[], { id: null }],
    [{ id: 'x', limit: 'share-answer' }, { id: 'x' }],
    [{ id: 'x', limit: 'no-such', from: '2026-02-10' }, { id: 'x' }],
    [{ id: 'x', limit: 'share-answer', from: '2026-02-30' }, { id: 'x' }],
    [{ limit: 'share-answer', from: '2026-02-10' }, { id: null }],
    [{ id: 'x', limit: 'correction', from: '2024-01-02' }, { id: 'x' }],
  ])('%j is answered with an error', (line, expected) => {
    const given = z
      .object({ id: z.unknown(), error: z.string().min(1) })
      .strict()
      .parse(answer(line));
    expect(given.id).toBe(expected.id);
  });
});

test('the command answers every line in order, goes on after a bad one and writes nothing else', () => {
  const cli = fileURLToPath(new URL('deadline-cli.ts', import.meta.url));
  const input =
    '{"id":"1","limit":"share-answer","from":"2026-02-10"}\n\nbad\n{"id":"2","limit":"open-answer","from":"2026-12-31"}';
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', cli, '--jsonl'], {
    input,
    encoding: 'utf8',
  });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([
    { id: '1', due: '2026-03-02', provisional: false },
    { id: null },
    { id: '2', due: '2027-01-14', provisional: true },
  ]);
  expect(lines).toHaveLength(3);
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
