/** `catalogs export`: writes the catalogs as CSV or XLSX, whole or not at all. */
import { rename, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { exportRows, toCsv, toXlsx } from '#tools/catalogs/exchange/export-catalog.ts';
import { departmentNames, matchDepartment } from '#tools/people/department-names.ts';
import type { CatalogCommand } from './command.ts';
import { UsageError } from './usage-error.ts';

export const command: CatalogCommand = async ({ args, store }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      department: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
  });
  const file = values.out ?? positionals[0];
  if (file === undefined || !/\.(?:csv|xlsx)$/iu.test(file)) throw new UsageError('请给出要写的文件,.csv 或 .xlsx。');
  const rows = await exportRows(store.db, {
    all: values.all,
    ...(values.department === undefined ? {} : { departmentId: await departmentId(values.department) }),
  });
  const unfinished = `${file}.part`;
  await writeFile(unfinished, /\.xlsx$/iu.test(file) ? await toXlsx(rows) : toCsv(rows));
  await rename(unfinished, file);
  console.log(`已导出到 ${file},共 ${rows.length - 1} 行(每个信息项一行)。`);
  return 0;

  async function departmentId(words: string): Promise<string> {
    const { exact, partial } = matchDepartment(await departmentNames(store.db), words);
    const [found, ...others] = exact.length > 0 ? exact : partial;
    if (!found) throw new UsageError(`部门名册里没有“${words}”。`);
    if (others.length > 0)
      throw new UsageError(`“${words}”可能是:${[found, ...others].map(({ name }) => name).join('、')}。请写全称。`);
    return found.id;
  }
};
