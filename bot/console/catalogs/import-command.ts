/** `catalogs import`: takes a file in and says about every row what became of it. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readMapping } from '#tools/catalogs/exchange/column-mapping.ts';
import { importCatalog, type ImportReport } from '#tools/catalogs/exchange/import-catalog.ts';
import { ImportFault } from '#tools/catalogs/exchange/import-fault.ts';
import type { CatalogCommand } from './command.ts';
import { UsageError } from './usage-error.ts';

export const command: CatalogCommand = async ({ args, store, now }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      publish: { type: 'boolean', default: false },
      'all-or-nothing': { type: 'boolean', default: false },
      mapping: { type: 'string' },
      department: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('请给出一个要导入的文件。');
  const given = values.mapping === undefined ? {} : await readJson(values.mapping);
  const mapping = readMapping(
    values.department === undefined
      ? given
      : { ...given, defaults: { ...(isRecord(given.defaults) ? given.defaults : {}), department: values.department } },
  );
  const report = await importCatalog(
    store,
    { name: basename(file), bytes: await readFile(file) },
    {
      mapping,
      publish: values.publish,
      allOrNothing: values['all-or-nothing'],
      createDepartments: true,
      now: now(),
      via: 'cli',
    },
  );
  console.log(values.json ? JSON.stringify(report) : reportText(report).join('\n'));
  const nothing = report.created + report.updated + report.unchanged === 0;
  return report.rejected.length > 0 && nothing ? 1 : 0;
};

async function readJson(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8');
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (cause) {
    throw new ImportFault(`映射文件不是有效的 JSON:${file}`, { cause });
  }
  throw new ImportFault(`映射文件应是一个 JSON 对象:${file}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every rejected row is named; of the remarks as many as one reads. */
const shown = 100;

export function reportText(report: ImportReport): readonly string[] {
  const { rows, taken, created, updated, unchanged, adjusted, rejected, remarks } = report;
  const { unknownHeadings, createdDepartments, written } = report;
  const refused = new Set(rejected.map(({ row }) => row)).size;
  return [
    written
      ? `读到 ${rows} 行:${taken} 行已导入(新增目录 ${created} 条,更新 ${updated} 条,没有变化 ${unchanged} 条),${refused} 行未导入。`
      : `读到 ${rows} 行,其中 ${refused} 行有问题;按“全部成功才导入”的要求,没有导入任何一行。`,
    ...(createdDepartments.length > 0
      ? [`新建部门 ${createdDepartments.length} 个:${createdDepartments.join('、')}`]
      : []),
    ...adjusted.map(({ field, from, to, rows: count }) =>
      from === null ? `按映射补上${field}“${to}”:${count} 行` : `按映射改写${field}“${from}”为“${to}”:${count} 行`,
    ),
    ...(unknownHeadings.length > 0 ? [`没有用到的列:${unknownHeadings.join('、')}`] : []),
    ...rejected.map(({ row, reason }) => `第 ${row} 行未导入:${reason}`),
    ...remarks.slice(0, shown).map(({ row, reason }) => `第 ${row} 行请核对:${reason}`),
    ...(remarks.length > shown ? [`另有 ${remarks.length - shown} 处请核对,加 --json 可看到全部。`] : []),
  ];
}
