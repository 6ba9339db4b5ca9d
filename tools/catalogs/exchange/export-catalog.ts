/** Writes catalog entries as a table that imports again unchanged: one row to each data item, as the official template has it. */
import { stringify } from 'csv-stringify/sync';
import exceljs from 'exceljs';
import { basisKinds, type CodedValue } from '#prisma/catalog-codes.ts';
import type { Db } from '#tools/tool-context.ts';
import {
  attributeNames,
  contentOf,
  contentSelect,
  type ContentBasis,
  type EntryAttributes,
  type EntryContent,
} from '../entry-content.ts';
import { type Field, columns } from './columns.ts';
import { type EnumerationName, enumerations } from './read-enumeration.ts';
import { readBases } from './read-items.ts';

export interface ExportOptions {
  /** Of one department only. */
  readonly departmentId?: string;
  /** The newest version of every entry, whatever its state; otherwise what is published. */
  readonly all?: boolean;
}

/** What the template splits over several columns stands in one of ours. */
const leftOut: ReadonlySet<Field> = new Set([
  'items',
  'otherFormat',
  'openToSociety',
  'sharingMethodCategory',
  'classification1',
  'classification2',
  'classification3',
  'classification4',
  'classification5',
]);
const exported = columns.filter(({ field }) => !leftOut.has(field));
const together = 1_000;

/** Heading first. */
export async function exportRows(db: Db, { departmentId, all = false }: ExportOptions): Promise<readonly string[][]> {
  const entries = await db.catalogEntry.findMany({
    where: departmentId === undefined ? {} : { departmentId },
    select: {
      id: true,
      sourceId: true,
      code: true,
      kind: true,
      dataUpdatedOn: true,
      department: { select: { name: true } },
    },
    orderBy: [{ department: { name: 'asc' } }, { code: 'asc' }, { id: 'asc' }],
  });
  const rows = [exported.map(({ heading }) => heading)];
  for (let from = 0; from < entries.length; from += together) {
    const some = entries.slice(from, from + together);
    const versions = await db.catalogVersion.findMany({
      where: {
        entryId: { in: some.map(({ id }) => id) },
        ...(all ? { state: { not: 'superseded' } } : { state: 'published' }),
      },
      select: { ...contentSelect, entryId: true, publishedOn: true },
      orderBy: { number: 'asc' },
    });
    const latest = new Map(versions.map((version) => [version.entryId, version]));
    for (const entry of some) {
      const version = latest.get(entry.id);
      if (!version) continue;
      const content = contentOf(version);
      const cells: Partial<Record<Field, string>> = {
        ...attributeCells(content),
        id: entry.sourceId ?? entry.id,
        code: entry.code ?? '',
        kind: enumerations.kind[entry.kind].label,
        department: entry.department.name,
        dataUpdatedOn: entry.dataUpdatedOn ?? '',
        publishedOn: version.publishedOn ?? '',
      };
      for (const itemCells of content.items.length === 0 ? [{}] : content.items.map(cellsOfItem)) {
        const row: Partial<Record<Field, string>> = { ...cells, ...itemCells, sequence: String(rows.length) };
        rows.push(exported.map(({ field }) => row[field] ?? ''));
      }
    }
  }
  return rows;
}

function attributeCells(content: EntryContent): Partial<Record<Field, string>> {
  const cells: Partial<Record<Field, string>> = {};
  for (const { field } of exported) {
    if (!isAttribute(field)) continue;
    const value = content[field];
    if (value === null) continue;
    const labels: Readonly<Record<string, CodedValue>> = isEnumeration(field) ? enumerations[field] : {};
    const words = (Array.isArray(value) ? value : [value]).map((one) => labels[one]?.label ?? one);
    cells[field] = words.join('、');
  }
  cells.legalBases = basesCell(content.legalBases);
  return cells;
}

function isAttribute(field: Field): field is Field & keyof EntryAttributes {
  return attributeNames.some((name) => name === field);
}

function isEnumeration(field: Field): field is Field & EnumerationName {
  return field in enumerations;
}

function cellsOfItem(item: EntryContent['items'][number]): Partial<Record<Field, string>> {
  return {
    itemName: item.name,
    itemField: item.field ?? '',
    itemType: item.type ?? '',
    itemLength: item.length ?? '',
    itemDescription: item.description ?? '',
    itemPersonal: item.personal ? '是' : '否',
    itemSensitive: item.sensitive ? '是' : '否',
  };
}

/** In words where the words are read back as they were, else as JSON. */
export function basesCell(bases: readonly ContentBasis[]): string {
  const words = bases
    .map(({ kind, title, clause }) => `${basisKinds[kind].label}:${title}${clause === null ? '' : ` ${clause}`}`)
    .join(';');
  return JSON.stringify(readBases(words)) === JSON.stringify(bases) ? words : JSON.stringify(bases);
}

/** With the mark that makes spreadsheets open it as UTF-8. */
export function toCsv(rows: readonly string[][]): Uint8Array {
  // A lone line feed within a cell is quoted too: other programs take it for the end of a row.
  return new TextEncoder().encode(
    stringify([...rows], { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ }),
  );
}

export async function toXlsx(rows: readonly string[][]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('目录', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRows([...rows]);
  sheet.getRow(1).font = { bold: true };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
