/**
 * `npm run people -- import <file>`: takes in a roster (CSV or XLSX with the columns id, name, department, roles).
 * `npm run people -- list [name or department]`: who is on it. `npm run people -- code <person id>`: a one-time binding code.
 */
import { readFileSync } from 'node:fs';
import { loadConfig } from '#bot/config.ts';
import { openConfiguredStore } from '#bot/open-store.ts';
import { reasonLines } from '#bot/start-failure.ts';
import type { Store } from '#prisma/store.ts';
import { ImportFault } from '#tools/catalogs/exchange/import-fault.ts';
import { issueCode } from '#tools/people/binding-code.ts';
import { importRoster } from '#tools/people/import-roster.ts';
import { readRoster } from '#tools/people/read-roster.ts';
import { RosterFault } from '#tools/people/roster-fault.ts';

const usage = 'npm run people -- import <roster.csv|.xlsx>   |   list [name or department]   |   code <person id>';

async function main(): Promise<number> {
  const [command, argument] = process.argv.slice(2);
  const known = command === 'list' || ((command === 'import' || command === 'code') && argument !== undefined);
  if (!known) {
    console.error(`usage: ${usage}`);
    return 2;
  }
  const config = loadConfig();
  const store = await openConfiguredStore(config, () => new Date());
  try {
    if (command === 'import') return await importFile(store, argument ?? '');
    return command === 'list' ? await list(store, argument ?? '') : await code(store, argument ?? '');
  } finally {
    await store.close();
  }
}

async function importFile(store: Store, file: string): Promise<number> {
  const roster = await readRoster(readFileSync(file));
  const report = await importRoster(store, roster, { now: new Date(), via: 'cli' });
  const { created, updated, unchanged, departments, rejected } = report;
  console.log(`新增 ${created} 人,更新 ${updated} 人,未变 ${unchanged} 人。`);
  if (departments.length > 0) console.log(`新建部门 ${departments.length} 个:${departments.join('、')}`);
  for (const { row, reason } of rejected) console.log(`第 ${row} 行没有导入:${reason}`);
  return rejected.length > 0 ? 1 : 0;
}

async function list(store: Store, words: string): Promise<number> {
  const people = await store.db.person.findMany({
    where: {
      leftAt: null,
      OR: [
        { name: { contains: words } },
        { memberships: { some: { until: null, department: { name: { contains: words } } } } },
      ],
    },
    include: { memberships: { where: { until: null }, include: { department: true } }, identities: true },
    orderBy: { id: 'asc' },
  });
  for (const { id, name, memberships, identities } of people) {
    const held = memberships.map(({ role, department }) => `${department?.name ?? '—'} ${role}`).join('; ');
    const bound = identities.filter(({ unboundAt }) => unboundAt === null).map(({ channel }) => channel);
    console.log([id, name, held, bound.length === 0 ? '未绑定' : [...new Set(bound)].join(',')].join('\t'));
  }
  return 0;
}

async function code(store: Store, personId: string): Promise<number> {
  const person = await store.db.person.findUnique({ where: { id: personId } });
  if (!person || person.leftAt !== null) {
    console.error(`nobody on the roster has the id ${personId}`);
    return 1;
  }
  const now = new Date();
  const issued = await store.db.$transaction(async (db) => {
    const made = await issueCode(db, personId, null, now);
    await db.auditRecord.create({
      data: {
        at: now,
        via: 'cli',
        tool: 'issue-binding-code',
        action: 'issue-binding-code',
        subjectKind: 'binding_code',
        subjectId: made.id,
        after: { personId },
      },
    });
    return made;
  });
  console.log(`${issued.code}\t${person.name}\t有效至 ${issued.expiresAt.toISOString()}`);
  return 0;
}

/** The file itself is the trouble: not there, or no roster. */
function isFileTrouble(error: unknown): error is Error {
  return (
    error instanceof RosterFault ||
    error instanceof ImportFault ||
    (error instanceof Error && 'code' in error && error.code === 'ENOENT')
  );
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(isFileTrouble(error) ? error.message : reasonLines(error).join('\n'));
    process.exitCode = 1;
  },
);
