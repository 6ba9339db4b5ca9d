/** Deadlines as an iCalendar file (RFC 5545), one all-day event each, to be opened in any calendar program. */
import { addDays, type IsoDate } from './iso-date.ts';

export interface IcsDeadline {
  /** Stays the same when the date moves, so that the calendar program moves its entry; e.g. `request-17-share-answer`. */
  readonly id: string;
  /** 答复共享申请(民政局,#17) */
  readonly title: string;
  readonly due: IsoDate;
  /** Lines for people: receipt, article. */
  readonly description: string;
  readonly provisional: boolean;
  /** Higher each time the same deadline is exported with another date. */
  readonly sequence?: number;
}

const bytesPerLine = 75;

const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n')
    // RFC 5545 allows no other control characters in a text.
    .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '');

/** Lines are at most 75 bytes; the rest follows behind a line break and one space, never inside a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let room = bytesPerLine;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (size > room) {
      parts.push(part);
      part = '';
      // The leading space of a continuation takes one byte.
      room = bytesPerLine - 1;
    }
    part += character;
    room -= size;
  }
  return [...parts, part].join('\r\n ');
}

const basic = (date: IsoDate): string => date.replaceAll('-', '');
const stamp = (at: Date): string => `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;

function event({ id, title, due, description, provisional, sequence }: IcsDeadline, now: Date): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(id)}@zhengshu`,
    `DTSTAMP:${stamp(now)}`,
    `SEQUENCE:${sequence ?? 0}`,
    `DTSTART;VALUE=DATE:${basic(due)}`,
    `DTEND;VALUE=DATE:${basic(addDays(due, 1))}`,
    `SUMMARY:${escapeText(provisional ? `${title}(暂定)` : title)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `STATUS:${provisional ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(title)}`,
    // Nine o'clock on the day before.
    'TRIGGER:-PT15H',
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** @param now the moment of the export */
export function deadlinesIcs(deadlines: readonly IcsDeadline[], now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//zhengshu//deadlines//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...deadlines.flatMap((deadline) => event(deadline, now)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
