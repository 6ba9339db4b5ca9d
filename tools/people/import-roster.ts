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
  return await store.db.$transaction((db) => takeInRoster(db, roster, { now, via, create: true }), {
    timeout: 600_000,
  });
}

export interface RosterOptions {
  readonly now: Date;
  /** For the audit trail. */
  readonly via: string;
  readonly actorId?: string | null;
  /** Make departments that are not known; otherwise their lines are rejected. */
  readonly create: boolean;
}

/** Within the caller's transaction. */
export async function takeInRoster(db: Db, roster: Roster, options: RosterOptions): Promise<RosterReport> {
  const { now, create } = options;
  const bureaus = new Set(
    roster.rows.filter(({ roles }) => roles.includes('bureau')).map(({ department }) => department),
  );
  const named = roster.rows.map(({ department }) => department).filter((name) => name !== '');
  const { idOf, created, ambiguous } = await ensureDepartments(db, named, bureaus, { create, now });
  const why = (department: string): string | null => {
    if (department === '' || idOf.has(department)) return null;
    return ambiguous.includes(department)
      ? `“${department}”不止一个部门这样称呼,请写全称`
      : `部门名册里没有“${department}”`;
  };
  const refused = roster.rows.flatMap(({ row, department }) => {
    const reason = why(department);
    return reason === null ? [] : [{ row, reason }];
  });
  const good = roster.rows.filter(({ department }) => why(department) === null);
  const count = { created: 0, updated: 0, unchanged: 0 };
  for (const rows of byPerson(good)) count[await takeIn(db, rows, idOf, options)] += 1;
  const rejected = [...roster.rejected, ...refused].toSorted((one, other) => one.row - other.row);
  return { ...count, departments: created, rejected };
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
  { now, via, actorId }: RosterOptions,
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
      actorId: actorId ?? null,
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
