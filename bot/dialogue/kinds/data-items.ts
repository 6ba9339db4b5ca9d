/** Data items: a table pasted from a spreadsheet, a line per item, or names in a row. Nothing is filled in that was not given. */
import type { DataItem } from '#tools/catalogs/data-item.ts';
import type { FieldReader, Reading } from './field-reader.ts';
import { readTable } from './pasted-table.ts';

type Column = keyof DataItem | 'ignored';

const headers: readonly (readonly [Column, RegExp])[] = [
  ['ignored', /^(?:序号|编号|no\.?|#|行号)$/iu],
  ['field', /^(?:字段(?:英文)?名?称?|英文名称?|列名|字段代码|field|column)$/iu],
  ['name', /^(?:(?:信息|数据)?项?(?:中文)?名称?|信息项|数据项|字段中文名|中文名称?|name|title)$/iu],
  ['type', /^(?:(?:数据|字段)?类型|格式|type)$/iu],
  ['length', /^(?:(?:数据|字段)?长度|length|size)$/iu],
  ['description', /^(?:(?:信息项|字段|数据项)?(?:描述|说明|备注|含义|注释)|description|comment)$/iu],
  ['personal', /^(?:(?:是否)?(?:为|含|涉及)?个人(?:信息|隐私)|personal)$/iu],
  ['sensitive', /^(?:(?:是否)?(?:为|含|涉及)?(?:敏感|涉敏)(?:信息|数据|字段)?|sensitive)$/iu],
];

const types =
  /^(?:字符(?:串)?型?|数值型?|整数?型?|浮点型?|日期(?:时间)?型?|时间型?|布尔型?|文本型?|货币型?|二进制型?|通用型?|备注型?|[CNDTLMB]|(?:var)?char2?|n?text|string|int(?:eger)?|bigint|number|numeric|decimal|double|float|date(?:time)?|timestamp|boolean|blob|clob)(?:\s*\(\s*[\d, ]+\s*\))?$/iu;
const length = /^\d{1,5}(?:[,.]\d{1,3})?$/u;

function columnsOf(row: readonly string[]): readonly Column[] | null {
  const columns = row.map((cell) => headers.find(([, pattern]) => pattern.test(cell.replace(/\s+/g, '')))?.[0]);
  if (!columns.includes('name')) return null;
  return columns.map((column) => column ?? 'ignored');
}

/** Without a heading: the first cell that is no number is the name, then what looks like a type and a length. */
function guessed(cells: readonly string[]): DataItem | null {
  const rest = /^\d{1,4}[.、]?$/.test(cells[0] ?? '') && cells.length > 1 ? cells.slice(1) : cells;
  const [name = '', ...others] = rest;
  if (name === '') return null;
  const item: DataItem = { name: name.replace(/^\d{1,3}[.、)]\s*/, '') };
  for (const cell of others) {
    if (cell === '') continue;
    const withLength = /^(.+?)\s*\(\s*([\d, ]+)\s*\)$/.exec(cell);
    if (item.type === undefined && types.test(cell)) {
      item.type = withLength?.[1] ?? cell;
      if (withLength?.[2]) item.length = withLength[2].replace(/\s/g, '');
    } else if (item.length === undefined && length.test(cell)) item.length = cell;
    else item.description = item.description === undefined ? cell : `${item.description};${cell}`;
  }
  return item;
}

function flag(cell: string): boolean | undefined {
  if (/^(?:是|有|y|yes|true|1|√|涉及|敏感)$/iu.test(cell)) return true;
  return /^(?:否|不是|无|没有|n|no|false|0|×|x|不涉及|-)$/iu.test(cell) ? false : undefined;
}

function byColumns(cells: readonly string[], columns: readonly Column[]): DataItem | null {
  const item: DataItem = { name: '' };
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (cell === '' || column === 'ignored') continue;
    if (column === 'personal' || column === 'sensitive') {
      const value = flag(cell);
      if (value !== undefined) item[column] = value;
    } else item[column] = cell;
  }
  return item.name === '' ? null : item;
}

/** @returns items in order, doubles left out; empty when there is none */
export function readDataItems(text: string): readonly DataItem[] {
  const rows = readTable(text);
  const [first] = rows;
  if (!first) return [];
  const columns = columnsOf(first);
  const single = rows.length === 1 && first.length === 1;
  const names = single ? namesIn(first[0] ?? '') : null;
  const items = names
    ? names.map((name): DataItem => ({ name }))
    : columns
      ? rows.slice(1).map((row) => byColumns(row, columns))
      : rows.map(guessed);
  const seen = new Set<string>();
  return items.filter((item): item is DataItem => {
    if (item === null || seen.has(item.name)) return false;
    seen.add(item.name);
    return true;
  });
}

/** 包括姓名、身份证号和登记日期 */
function namesIn(line: string): readonly string[] {
  const list = line
    .replace(/^(?:(?:信息项|数据项|字段)?(?:有|包括|包含|分别是|是|为|如下)|信息项|数据项)[:：,， ]*/u, '')
    .replace(/(?:等|这些|这几项)?[.。]?$/u, '');
  return list
    .split(/[、,，;；\s]+|和(?=.{2})|以及|(?<![涉普遍顾波危提])及(?=.{2})/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export const dataItems: FieldReader = {
  kind: 'data_items',
  open: true,
  read: ({ raw }): Reading => {
    const items = readDataItems(raw);
    return items.length === 0 ? { kind: 'invalid', why: null } : { kind: 'value', value: items };
  },
  spot: (sentence) => {
    const match = /(?:信息项|数据项|字段)(?:有|包括|包含|分别是|是|为|:|:)[^.\n]+/du.exec(sentence.plain);
    const [start, end] = match?.indices?.[0] ?? [];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  },
  show: (value) => {
    const items = Array.isArray(value) ? value : [];
    const names = items.map((item: unknown) =>
      typeof item === 'object' && item && 'name' in item ? String(item.name) : '',
    );
    const shown = names.slice(0, 8).join('、');
    return names.length > 8 ? `${shown} 等 ${names.length} 项` : `${shown}(${names.length} 项)`;
  },
};
