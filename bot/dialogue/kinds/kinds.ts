/** The explicit list of the kinds of fields the forms can read. Adding one is one file and one line. */
import type { FieldKind } from '#tools/field-meta.ts';
import { audience } from './audience.ts';
import { bindingRequest } from './binding-request.ts';
import { broadcast } from './broadcast.ts';
import { catalogEntry } from './catalog-entry.ts';
import { choice, choices } from './choice.ts';
import { dataItems } from './data-items.ts';
import { date } from './date.ts';
import { department } from './department.ts';
import type { FieldReader } from './field-reader.ts';
import { legalBases } from './legal-bases.ts';
import { listLine } from './list-line.ts';
import { number } from './number.ts';
import { pastedLines } from './pasted-lines.ts';
import { person } from './person.ts';
import { reminder } from './reminder.ts';
import { request } from './request.ts';
import { longText, text, textList } from './text.ts';
import { timeOfDay } from './time-of-day.ts';
import { yesNo } from './yes-no.ts';

export const readers: readonly FieldReader[] = [
  text,
  longText,
  textList,
  choice,
  choices,
  yesNo,
  number,
  date,
  department,
  person,
  bindingRequest,
  catalogEntry,
  request,
  reminder,
  timeOfDay,
  dataItems,
  legalBases,
  audience,
  broadcast,
  listLine,
  pastedLines,
];

const byKind = new Map(readers.map((reader) => [reader.kind, reader]));

export function readerOf(kind: FieldKind): FieldReader {
  const reader = byKind.get(kind);
  if (!reader) throw new Error(`no reader for fields of kind ${kind}: add it to the list`);
  return reader;
}
