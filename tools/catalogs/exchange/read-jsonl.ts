/** The entries of a file with one JSON object a line, or of one JSON list; keys are headings or field names. */
import { z } from 'zod';
import type { ColumnMapping } from './column-mapping.ts';
import type { Field } from './columns.ts';
import { decodeText } from './decode-text.ts';
import { cellText, type RawRow, type ReadTable, type RowNote } from './raw-row.ts';

const objectSchema = z.record(z.string(), z.unknown());

export function readJsonl(bytes: Uint8Array, mapping: ColumnMapping): ReadTable {
  const text = decodeText(bytes).replace(/^\uFEFF/u, '');
  const rows: RawRow[] = [];
  const rejected: RowNote[] = [];
  const unknown = new Set<string>();
  for (const [row, value] of valuesOf(text)) {
    const parsed = objectSchema.safeParse(value);
    if (!parsed.success) {
      rejected.push({ row, reason: '这一行不是一个 JSON 对象' });
      continue;
    }
    const cells = new Map<Field, string>();
    for (const [key, part] of Object.entries(parsed.data)) {
      const field = mapping.fieldOf(key);
      if (field === undefined) unknown.add(key);
      else if (field !== 'ignored') {
        const cell = cellOf(part);
        if (cell !== '') cells.set(field, cell);
      }
    }
    rows.push({ row, cells });
  }
  return { rows, rejected, unknownHeadings: [...unknown] };
}

function* valuesOf(text: string): Generator<readonly [number, unknown]> {
  if (text.trimStart().startsWith('[')) {
    const whole = parsedOr(text);
    if (Array.isArray(whole)) {
      yield* whole.map((value: unknown, index) => [index + 1, value] as const);
      return;
    }
  }
  for (const [index, line] of text.split('\n').entries()) if (line.trim() !== '') yield [index + 1, parsedOr(line)];
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Lists and objects stay JSON text, which the readers of items and bases know. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return cellText(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join('、');
  return JSON.stringify(value);
}
