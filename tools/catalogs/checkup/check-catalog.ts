/** The check-up of the catalogs: every rule over every entry, and every entry beside those of other departments. */
import type { Db } from '#tools/tool-context.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { CatalogState } from '#prisma/generated/enums.ts';
import { contentOf, contentSelect } from '../entry-content.ts';
import { doubleFinding, findDoubles } from './doubles.ts';
import type { CheckedEntry, CheckRule, Finding } from './finding.ts';
import { missedCycle } from './missed-cycle.ts';
import { missingAttributes } from './missing-attributes.ts';
import { missingBasis, missingCondition } from './missing-basis.ts';
import { formatMismatch, nameOfSystem } from './naming-and-format.ts';
import { personalItems } from './personal-items.ts';

/** The explicit list of rules; adding one is one file and one line. */
export const checkRules: readonly CheckRule[] = [
  missingAttributes,
  missingCondition,
  missingBasis,
  personalItems,
  missedCycle,
  nameOfSystem,
  formatMismatch,
];

export function checkEntry(entry: CheckedEntry, now: Date): readonly Finding[] {
  const today = changshaDay(now);
  const { entryId, department } = entry;
  return checkRules.flatMap(({ name: rule, check }) =>
    check(entry, today).map((remark): Finding => ({ rule, entryId, name: entry.content.name, department, ...remark })),
  );
}

export interface CheckUp {
  readonly entries: number;
  /** By entry, then by rule. */
  readonly findings: readonly Finding[];
}

export interface CheckOptions {
  readonly now: Date;
  /** Findings of one department only; its entries are still compared with everybody's. */
  readonly departmentId?: string;
}

export async function checkCatalog(db: Db, { now, departmentId }: CheckOptions): Promise<CheckUp> {
  const entries = await checkedEntries(db, ['published']);
  const mine = departmentId === undefined ? entries : entries.filter((entry) => entry.departmentId === departmentId);
  const ids = new Set(mine.map(({ entryId }) => entryId));
  const doubles = new Map<string, Finding[]>();
  for (const double of findDoubles(entries)) {
    const { entryId } = double.entry;
    if (ids.has(entryId)) doubles.set(entryId, [...(doubles.get(entryId) ?? []), doubleFinding(double)]);
  }
  return {
    entries: mine.length,
    findings: mine.flatMap((entry) => [...checkEntry(entry, now), ...(doubles.get(entry.entryId) ?? [])]),
  };
}

const together = 1_000;

/** The newest version in one of the states, of all entries or those named. */
export async function checkedEntries(
  db: Db,
  states: readonly CatalogState[],
  entryIds?: readonly string[],
): Promise<readonly CheckedEntry[]> {
  const entries = await db.catalogEntry.findMany({
    where: {
      ...(entryIds === undefined ? {} : { id: { in: [...entryIds] } }),
      versions: { some: { state: { in: [...states] } } },
    },
    select: {
      id: true,
      kind: true,
      departmentId: true,
      dataUpdatedOn: true,
      department: { select: { name: true, district: true } },
    },
    orderBy: [{ department: { name: 'asc' } }, { id: 'asc' }],
  });
  const checked: CheckedEntry[] = [];
  for (let from = 0; from < entries.length; from += together) {
    const some = entries.slice(from, from + together);
    const versions = await db.catalogVersion.findMany({
      where: { entryId: { in: some.map(({ id }) => id) }, state: { in: [...states] } },
      select: { ...contentSelect, entryId: true },
      orderBy: { number: 'asc' },
    });
    const latest = new Map(versions.map((version) => [version.entryId, version]));
    for (const { id, kind, departmentId, dataUpdatedOn, department } of some) {
      const version = latest.get(id);
      if (version)
        checked.push({
          entryId: id,
          kind,
          departmentId,
          department: department.name,
          district: department.district,
          dataUpdatedOn,
          content: contentOf(version),
        });
    }
  }
  return checked;
}
