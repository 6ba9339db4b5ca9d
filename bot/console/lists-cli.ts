/** `npm run -s lists -- <progress | export | import | pack>`: the yearly three lists from the command line, in the name of a person of the roster. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '#bot/config.ts';
import { openConfiguredStore } from '#bot/open-store.ts';
import { campaignProgress } from '#tools/campaign/campaign-progress.ts';
import { exportList } from '#tools/campaign/export-list.ts';
import { exportPublication } from '#tools/campaign/export-publication.ts';
import { importListRows } from '#tools/campaign/import-list-rows.ts';
import { tableCsv } from '#tools/campaign/list-table.ts';
import { listKinds, listNames } from '#tools/campaign/stage-names.ts';
import { ImportFault } from '#tools/catalogs/exchange/import-fault.ts';
import { decodeText } from '#tools/catalogs/exchange/decode-text.ts';
import { readXlsx } from '#tools/catalogs/exchange/read-xlsx.ts';
import { actorOfPerson } from '#tools/people/actor-of-person.ts';
import { departmentNames, matchDepartment } from '#tools/people/department-names.ts';
import { type RunOptions, runTool } from '#tools/run-tool.ts';
import type { Tool } from '#tools/tool.ts';
import type { z } from 'zod';
import { UsageError } from './catalogs/usage-error.ts';

const usage = `用法(--as 后面是通讯录里的人员编号,npm run -s people -- list 可以查看):
  npm run -s lists -- progress --as <人员> [--list sharing|opening|scenarios]
  npm run -s lists -- export <文件.xlsx|.csv> --as <人员> --department <部门> --list sharing|opening|scenarios
  npm run -s lists -- import <文件.xlsx|.csv> --as <人员> --department <部门> --list sharing|opening|scenarios [--part]
  npm run -s lists -- pack <文件夹> --as <人员> [--year <年度>]
import 默认把文件当作整张清单,文件里没有的行会撤出;--part 只更新文件里的行。`;

const now = (): Date => new Date();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      department: { type: 'string' },
      list: { type: 'string' },
      year: { type: 'string' },
      part: { type: 'boolean', default: false },
    },
  });
  const [command = '', path] = positionals;
  const list = listKinds.find((one) => one === values.list || listNames[one] === values.list);
  if (values.as === undefined || (values.list !== undefined && !list)) throw new UsageError(usage);
  const personId = values.as;
  const store = await openConfiguredStore(loadConfig(), now);
  try {
    const actor = await actorOfPerson(store.db, personId, { channel: 'cli', now: now() });
    if (actor.personId === null) throw new UsageError(`通讯录里没有编号为 ${personId} 的人。`);
    const run = async <I extends z.ZodObject, O>(tool: Tool<I, O>, input: z.input<I>): Promise<O> => {
      const options: RunOptions<O> = { store, actor, now: now(), idempotencyKey: null };
      const outcome = await runTool(tool, input, options);
      if (outcome.kind === 'done') return outcome.output;
      if (outcome.kind === 'refused') throw new UsageError(`${outcome.refusal.message}${outcome.refusal.remedy}`);
      throw new UsageError(outcome.issues.map(({ message }) => message).join(';'));
    };
    const department = async (): Promise<string> => {
      const words = values.department ?? '';
      const { exact, partial } = matchDepartment(await departmentNames(store.db), words);
      const [found, ...others] = exact.length > 0 ? exact : partial;
      if (!found || words === '') throw new UsageError(`部门名册里没有“${words}”。`);
      if (others.length === 0) return found.id;
      throw new UsageError(`“${words}”可能是:${[found, ...others].map(({ name }) => name).join('、')}。请写全称。`);
    };
    if (command === 'progress') {
      console.log((await run(campaignProgress, { ...(list && { list }) })).text);
      return 0;
    }
    if (path === undefined) throw new UsageError(usage);
    if (command === 'pack') {
      const year = values.year === undefined ? undefined : Number(values.year);
      const pack = await run(exportPublication, { ...(year !== undefined && { year }) });
      await write(join(path, pack.fileName), Buffer.from(pack.workbook, 'base64'));
      await write(join(path, pack.markdownName), pack.markdown);
      console.log(pack.text);
      return 0;
    }
    if (!list || !['.xlsx', '.csv'].includes(extname(path).toLowerCase())) throw new UsageError(usage);
    const departmentId = await department();
    if (command === 'export') {
      const { workbook, csv, lines } = await run(exportList, { departmentId, list });
      await write(path, extname(path).toLowerCase() === '.xlsx' ? Buffer.from(workbook, 'base64') : csv);
      console.log(`共 ${lines} 行。`);
      return 0;
    }
    if (command !== 'import') throw new UsageError(usage);
    const rows = await tableText(path);
    const { text } = await run(importListRows, { departmentId, list, rows, extent: values.part ? 'part' : 'whole' });
    console.log(text);
    return 0;
  } finally {
    await store.close();
  }
}

/** A workbook as the text one would have pasted. */
async function tableText(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (extname(path).toLowerCase() === '.csv') return decodeText(bytes);
  return tableCsv((await readXlsx(bytes)).map(({ cells }) => cells));
}

/** Whole or not at all. */
async function write(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
  console.log(`已写入 ${path}`);
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const expected =
      error instanceof UsageError || error instanceof ImportFault || (error instanceof Error && 'code' in error);
    console.error(expected && error instanceof Error ? error.message : error);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  },
);
