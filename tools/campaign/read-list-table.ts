/** Reads the lines of a list from a table; each row that cannot be a line says why. */
import { openingMethods, sharingMethods } from '#prisma/catalog-codes.ts';
import type { ListKind } from '#prisma/generated/enums.ts';
import { foldHeading } from '#tools/catalogs/exchange/columns.ts';
import { ImportFault } from '#tools/catalogs/exchange/import-fault.ts';
import type { TableRow } from '#tools/catalogs/exchange/read-csv.ts';
import { readDay } from '#tools/catalogs/exchange/read-day.ts';
import { labelsOf, readEnumeration, readEnumerations } from '#tools/catalogs/exchange/read-enumeration.ts';
import { updateCycles } from '#prisma/catalog-codes.ts';
import { columnsOf, emptyRow, fieldsOfList, type ListRow, listRowSchema, type RowField } from './list-row.ts';
import { markHeading, textMark } from './list-table.ts';

export interface ReadLine {
  readonly row: number;
  /** Its mark in the table; null for a new one. */
  readonly mark: string | null;
  readonly name: string;
  /** The columns the table has: of the others the list keeps what it says. */
  readonly fields: readonly RowField[];
  /** What cannot be read is null, and `why` says so. */
  readonly line: ListRow | null;
  readonly why: string | null;
}

const others: Readonly<Partial<Record<RowField, readonly string[]>>> = {
  name: ['名称', '资源名称', '信息资源名称', '数据名称', '目录名称', '场景名称', '应用场景名称', '场景'],
  code: ['代码', '资源代码', '目录代码'],
  type: ['类型', '共享属性', '开放属性'],
  basis: ['条件'],
  methods: ['方式'],
  cycle: ['更新频率'],
  data: ['使用数据', '数据资源', '所用数据'],
  provider: ['数据提供部门', '提供单位'],
  scope: ['范围'],
  legal: ['依据'],
  until: ['期限', '截止日期'],
};
const headingWithin = 15;

/** @throws ImportFault when no heading of the list is found */
export function readListTable(list: ListKind, table: readonly TableRow[]): readonly ReadLine[] {
  const names = new Map<string, RowField | 'mark'>([[foldHeading(markHeading), 'mark']]);
  for (const field of fieldsOfList(list))
    for (const heading of [columnsOf[list][field] ?? field, ...(others[field] ?? [])])
      names.set(foldHeading(heading), field);
  let heading: readonly (RowField | 'mark' | undefined)[] | undefined;
  const lines: ReadLine[] = [];
  for (const [index, { row, cells }] of table.entries()) {
    if (!heading) {
      const found = cells.map((cell) => names.get(foldHeading(cell)));
      if (found.includes('name')) heading = found;
      else if (index >= headingWithin) break;
      continue;
    }
    const given = new Map<RowField | 'mark', string>();
    for (const [place, field] of heading.entries()) {
      const text = (cells[place] ?? '').replace(new RegExp(`^${textMark}(?=[=+\\-@])`, 'u'), '').trim();
      if (field !== undefined && text !== '') given.set(field, text);
    }
    const fields = heading.flatMap((field) => (field === undefined || field === 'mark' ? [] : [field]));
    if ([...given.keys()].some((field) => field !== 'mark')) lines.push({ ...readLine(list, row, given), fields });
  }
  if (!heading) throw new ImportFault(`没有找到表头:前几行里没有“${columnsOf[list].name}”一列。`);
  return lines;
}

function readLine(
  list: ListKind,
  row: number,
  given: ReadonlyMap<RowField | 'mark', string>,
): Omit<ReadLine, 'fields'> {
  const mark = given.get('mark') ?? null;
  const name = given.get('name') ?? '';
  const wrong = (why: string): Omit<ReadLine, 'fields'> => ({ row, mark, name, line: null, why });
  if (name === '') return wrong(`没有写“${columnsOf[list].name}”`);
  const line: Record<string, unknown> = emptyRow(mark ?? 'new', name);
  for (const field of fieldsOfList(list)) {
    const text = given.get(field);
    if (text === undefined || field === 'name') continue;
    const value = readCell(list, field, text);
    if ('why' in value) return wrong(value.why);
    line[field] = value.value;
  }
  if (line.type === 'unconditional') line.basis = null;
  const parsed = listRowSchema.safeParse(line);
  if (parsed.success) return { row, mark, name, line: parsed.data, why: null };
  const [issue] = parsed.error.issues;
  const field = fieldsOfList(list).find((one) => one === issue?.path[0]);
  return wrong(`“${(field && columnsOf[list][field]) ?? '内容'}”太长或者写法不对`);
}

type Cell = { readonly value: unknown } | { readonly why: string };

function readCell(list: ListKind, field: RowField, text: string): Cell {
  if (field === 'type') return readType(list, text);
  if (field === 'methods') return readMethods(list, text);
  if (field === 'cycle') {
    const cycle = readEnumeration('updateCycle', text);
    return { value: cycle === undefined ? text : updateCycles[cycle].label };
  }
  if (field !== 'until') return { value: text };
  const day = readDay(text);
  return day === undefined ? { why: `使用期限“${text}”不是日期,请写成 2027-12-31 这样` } : { value: day };
}

function readType(list: ListKind, text: string): Cell {
  const verb = list === 'opening' ? '开放' : '共享';
  const type = readEnumeration(list === 'opening' ? 'openingType' : 'sharingType', text);
  if (type === undefined) return { why: `${verb}类型“${text}”不是无条件${verb}或有条件${verb}` };
  return type === 'withheld' ? { why: `不予${verb}的数据不列入${verb}清单,请删去这一行` } : { value: type };
}

function readMethods(list: ListKind, text: string): Cell {
  const name = list === 'opening' ? 'openingMethods' : 'sharingMethods';
  const { values, unread } = readEnumerations(name, text);
  if (unread.length > 0) return { why: `方式“${unread.join('、')}”不是${labelsOf(name)}` };
  const labels: Readonly<Record<string, { readonly label: string }>> =
    list === 'opening' ? openingMethods : sharingMethods;
  return { value: values.map((value) => labels[value]?.label ?? value) };
}
