/** Puts the rows of a file together into entries: the template gives one row to each data item. */
import type { ContentItem } from '../entry-content.ts';
import type { ColumnMapping } from './column-mapping.ts';
import type { Field } from './columns.ts';
import type { RawRow, RowNote } from './raw-row.ts';
import { readEntry, type ReadEntry } from './read-entry.ts';
import { foldWord } from './read-enumeration.ts';
import { plainItem, readItems } from './read-items.ts';
import { remarksOn } from './remarks.ts';

export interface MergedFile {
  readonly entries: readonly ReadEntry[];
  readonly rejected: readonly RowNote[];
  /** Imported, yet worth a look. */
  readonly remarks: readonly RowNote[];
}

const itemFields: ReadonlySet<Field> = new Set([
  'itemName',
  'itemField',
  'itemType',
  'itemLength',
  'itemDescription',
  'itemPersonal',
  'itemSensitive',
  'sequence',
]);

/** An entry under construction; `entry` is null when its first row was rejected. */
interface Building {
  readonly row: number;
  readonly entry: ReadEntry | null;
  readonly attributes: ReadonlyMap<Field, string>;
  readonly items: ContentItem[];
  readonly perRow: boolean;
  /** Rows that went into it. */
  readonly rows: number[];
}

export function mergeRows(rows: readonly RawRow[], mapping: ColumnMapping): MergedFile {
  const rejected: RowNote[] = [];
  const built: Building[] = [];
  const byKey = new Map<string, Building>();
  let last: Building | undefined;
  for (const row of rows) {
    const attributes = new Map([...row.cells].filter(([field]) => !itemFields.has(field)));
    const key = keyOf(attributes, mapping);
    const target = attributes.size === 0 ? last : key === null ? undefined : byKey.get(key);
    if (target) {
      const reason = continueWith(target, row, attributes);
      if (reason !== null) rejected.push({ row: row.row, reason });
      else {
        last = target;
        target.rows.push(row.row);
      }
      continue;
    }
    if (attributes.size === 0) {
      rejected.push({ row: row.row, reason: '这一行只有信息项,前面没有它所属的目录' });
      continue;
    }
    const reading = readEntry(row, mapping);
    const item = itemOf(row);
    const building: Building = {
      row: row.row,
      entry: 'entry' in reading ? reading.entry : null,
      attributes,
      items: [...readItems(row.cells.get('items') ?? ''), ...(item ? [item] : [])],
      perRow: item !== null,
      rows: [],
    };
    if ('problems' in reading) rejected.push({ row: row.row, reason: reading.problems.join(';') });
    else if (building.items.length === 0 && hasItemParts(row))
      rejected.push({ row: row.row, reason: '有数据类型或数据长度,但信息项名称为空;目录已导入,不含这一行的信息项' });
    else building.rows.push(row.row);
    built.push(building);
    if (key !== null) byKey.set(key, building);
    last = building;
  }
  const entries = built.flatMap(({ entry, items, rows: taken }): ReadEntry[] =>
    entry ? [{ ...entry, rows: taken, content: { ...entry.content, items } }] : [],
  );
  return { entries, rejected: rejected.toSorted((a, b) => a.row - b.row), remarks: remarksOn(entries) };
}

/** What makes two rows rows of one entry: the id, else the code, else name, department and kind less signs and spaces. */
function keyOf(attributes: ReadonlyMap<Field, string>, mapping: ColumnMapping): string | null {
  const id = attributes.get('id');
  const department = foldWord(attributes.get('department') ?? mapping.defaults.get('department') ?? '');
  if (id !== undefined) return `id:${department}:${id}`;
  const code = attributes.get('code');
  if (code !== undefined) return `code:${code}`;
  const name = attributes.get('name');
  return name === undefined ? null : `name:${foldWord(name)}:${department}:${attributes.get('kind') ?? ''}`;
}

/** Adds a further row to an entry; returns why it cannot be. */
function continueWith(target: Building, row: RawRow, attributes: ReadonlyMap<Field, string>): string | null {
  if (!target.entry) return `所属目录(第 ${target.row} 行)没有导入`;
  const item = itemOf(row);
  if (!item || !target.perRow)
    return item ? `与第 ${target.row} 行重复:同一目录只保留第一次出现的` : duplicate(target, row);
  for (const [field, text] of attributes) {
    const before = target.attributes.get(field);
    if (before !== undefined && before !== text)
      return `与第 ${target.row} 行是同一目录,但“${text.slice(0, 20)}”与前面的“${before.slice(0, 20)}”不一致`;
  }
  if (target.items.some(({ name }) => name === item.name)) return `信息项“${item.name}”在同一目录中重复`;
  target.items.push(item);
  return null;
}

function duplicate(target: Building, row: RawRow): string {
  return hasItemParts(row)
    ? '有数据类型或数据长度,但信息项名称为空'
    : `与第 ${target.row} 行重复:同一目录只保留第一次出现的`;
}

function hasItemParts({ cells }: RawRow): boolean {
  return cells.has('itemType') || cells.has('itemLength');
}

function itemOf({ cells }: RawRow): ContentItem | null {
  const name = cells.get('itemName');
  if (name === undefined) return null;
  return {
    ...plainItem(name),
    field: cells.get('itemField') ?? null,
    type: cells.get('itemType') ?? null,
    length: cells.get('itemLength') ?? null,
    description: cells.get('itemDescription') ?? null,
    personal: yes(cells.get('itemPersonal')),
    sensitive: yes(cells.get('itemSensitive')),
  };
}

function yes(cell: string | undefined): boolean {
  return cell !== undefined && /^(?:是|有|1|y|yes|true|√|涉及|敏感)$/iu.test(cell);
}
