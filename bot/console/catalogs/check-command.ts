/** `catalogs check`: the check-up of what is published, every finding with its clause and its cure. */
import { parseArgs } from 'node:util';
import { checkCatalog } from '#tools/catalogs/checkup/check-catalog.ts';
import { departmentNames, matchDepartment } from '#tools/people/department-names.ts';
import type { CatalogCommand } from './command.ts';
import { UsageError } from './usage-error.ts';

export const command: CatalogCommand = async ({ args, store, now }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, department: { type: 'string' } },
  });
  const departments = values.department === undefined ? null : await departmentNames(store.db);
  const found = departments && matchDepartment(departments, values.department ?? '').exact[0];
  if (departments && !found) throw new UsageError(`部门名册里没有“${values.department}”。`);
  const { entries, findings } = await checkCatalog(store.db, {
    now: now(),
    ...(found ? { departmentId: found.id } : {}),
  });
  if (values.json) console.log(JSON.stringify({ entries, findings }));
  else {
    console.log(`检查了 ${entries} 条已发布的目录,发现 ${findings.length} 个问题。`);
    for (const { department, name, text, clause, fix } of findings)
      console.log(
        `${department}《${name}》:${text}(《${clause.instrument}》${clause.article})。建议:${fix.suggestion}`,
      );
  }
  return 0;
};
