import { expect, test } from 'vitest';

import { deadlinesIcs } from './deadlines-ics.ts';

const now = new Date('2026-02-10T01:02:03.456Z');
const deadline = {
  id: 'request-17-share-answer',
  title: '答复共享申请(民政局,#17)',
  due: '2026-02-28',
  description: '依据:办法第二十二条第二款;10个工作日\n路径 C:\\数据,见说明',
  provisional: false,
};

/** Undoes folding and escaping, as a calendar program does. */
function read(ics: string): Map<string, string> {
  const lines = ics.replace(/\r\n /g, '').split('\r\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      const value = line
        .slice(colon + 1)
        .replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
      return [line.slice(0, colon), value];
    }),
  );
}

test('one all-day event a deadline', () => {
  const event = read(deadlinesIcs([deadline], now).replace(/BEGIN:VALARM[\s\S]*?END:VALARM\r\n/, ''));
  expect(Object.fromEntries(event)).toMatchObject({
    VERSION: '2.0',
    UID: 'request-17-share-answer@zhengshu',
    DTSTAMP: '20260210T010203Z',
    SEQUENCE: '0',
    'DTSTART;VALUE=DATE': '20260228',
    'DTEND;VALUE=DATE': '20260301',
    SUMMARY: deadline.title,
    DESCRIPTION: deadline.description,
    STATUS: 'CONFIRMED',
  });
});

test('no line is longer than 75 bytes or cut inside a character, and every line ends in CRLF', () => {
  const long = { ...deadline, description: '逐日计算依据说明𠮷'.repeat(40) };
  const ics = deadlinesIcs([long], now);
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of ics.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/^ ?[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
  }
  expect(ics.replaceAll('\r\n ', '')).toContain(long.description);
});

test('a provisional date is tentative and a moved one keeps its id', () => {
  const moved = deadlinesIcs([{ ...deadline, provisional: true, sequence: 2 }], now);
  expect(moved).toContain('STATUS:TENTATIVE');
  expect(moved).toContain('(暂定)');
  expect(moved).toContain('SEQUENCE:2');
  expect(moved).toContain('UID:request-17-share-answer@zhengshu');
});

test('several deadlines stand in one calendar, none in an empty one', () => {
  const other = { ...deadline, id: 'duty-3-catalog-update', due: '2026-12-31' };
  const ics = deadlinesIcs([deadline, other], now);
  expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(ics).toContain('DTEND;VALUE=DATE:20270101');
  expect(deadlinesIcs([], now)).not.toContain('VEVENT');
});

test('control characters of a pasted text do not reach the file', () => {
  expect(deadlinesIcs([{ ...deadline, title: 'a\u0000b\u001bc\rd' }], now)).toContain('SUMMARY:abc\\nd');
});
