/** Takes a roster in: people by id, their departments and roles as the file says; all of it in one transaction. */
import type { Store } from '#prisma/store.ts';
import type { Db } from '../tool-context.ts';
import { ensureDepartments } from './ensure-departments.ts';
import type { Roster } from './read-roster.ts';
import type { RejectedRow, RosterRow } from './roster-row.ts';

export interface RosterReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Names of departments that were not known before. */
  readonly departments: readonly string[];
  readonly rejected: readonly RejectedRow[];
}

/** A person's memberships become those of their rows; people who are not in the file are left alone. */
export async function importRoster(
  store: Pick<Store, 'db'>,
  roster: Roster,
  { now, via }: { readonly now: Date; readonly via: string },
): Promise<RosterReport> {
  return await store.db.$transaction(
    async (db) => {
      const bureaus = new Set(
        roster.rows.filter(({ roles }) => roles.includes('bureau')).map(({ department }) => department),
      );
      const named = roster.rows.map(({ department }) => department).filter((name) => name !== '');
      const { idOf, created, ambiguous } = await ensureDepartments(db, named, bureaus, now);
      const refused = roster.rows.filter(({ department }) => ambiguous.includes(department));
      const rejected = [
        ...roster.rejected,
        ...refused.map(({ row, department }) => ({ row, reason: `“${department}”不止一个部门这样称呼,请写全称` })),
      ].toSorted((a, b) => a.row - b.row);
      const count = { created: 0, updated: 0, unchanged: 0 };
      for (const rows of byPerson(roster.rows.filter((row) => !refused.includes(row))))
        count[await takeIn(db, rows, idOf, now, via)] += 1;
      return { ...count, departments: created, rejected };
    },
    { timeout: 600_000 },
  );
}

function byPerson(rows: readonly RosterRow[]): Iterable<readonly RosterRow[]> {
  const people = new Map<string, RosterRow[]>();
  for (const row of rows) people.set(row.id, [...(people.get(row.id) ?? []), row]);
  return people.values();
}

interface Held {
  readonly departmentId: string | null;
  readonly role: RosterRow['roles'][number];
}

async function takeIn(
  db: Db,
  rows: readonly RosterRow[],
  idOf: ReadonlyMap<string, string>,
  now: Date,
  via: string,
): Promise<'created' | 'updated' | 'unchanged'> {
  const [{ id, name } = { id: '', name: '' }] = rows;
  const wanted = rows.flatMap(({ department, roles }) =>
    roles.map((role): Held => ({ role, departmentId: role === 'public' ? null : (idOf.get(department) ?? null) })),
  );
  const before = await db.person.findUnique({ where: { id }, include: { memberships: { where: { until: null } } } });
  if (!before) await db.person.create({ data: { id, name, createdAt: now } });
  else if (before.name !== name || before.leftAt !== null)
    await db.person.update({ where: { id }, data: { name, leftAt: null } });
  const held = before?.memberships ?? [];
  const same = (a: Held, b: Held): boolean => a.role === b.role && a.departmentId === b.departmentId;
  const fresh = wanted.filter(
    (one, index) => !held.some((other) => same(one, other)) && wanted.findIndex((other) => same(one, other)) === index,
  );
  const ended = held.filter((one) => !wanted.some((other) => same(one, other)));
  await db.membership.createMany({ data: fresh.map((one) => ({ ...one, personId: id, since: now })) });
  await db.membership.updateMany({ where: { id: { in: ended.map((one) => one.id) } }, data: { until: now } });
  const changed = fresh.length > 0 || ended.length > 0 || before?.name !== name || before?.leftAt !== null;
  if (!changed) return 'unchanged';
  await db.auditRecord.create({
    data: {
      at: now,
      via,
      tool: 'import-roster',
      action: before ? 'person.updated' : 'person.created',
      subjectKind: 'person',
      subjectId: id,
      departmentId: wanted[0]?.departmentId ?? null,
      after: { name, memberships: wanted.map(({ role, departmentId }) => ({ role, departmentId })) },
    },
  });
  return before ? 'updated' : 'created';
}
