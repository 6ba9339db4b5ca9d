/** The check-up of the catalogs: every rule over every entry, and every entry beside those of other departments. */
import type { Db } from '#tools/tool-context.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { contentOf, contentSelect } from '../entry-content.ts';
import { likelyDoubles } from './double-keys.ts';
import { type ComparedEntry, crowd, doubleFinding, findDoubles } from './doubles.ts';
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
  const compared: ComparedEntry[] = [];
  const found = new Map<string, Finding[]>();
  for await (const some of published(db, departmentId === undefined ? {} : { departmentId }))
    for (const entry of some) {
      found.set(entry.entryId, [...checkEntry(entry, now)]);
      compared.push(compare(entry));
    }
  if (departmentId !== undefined) {
    const others = (await likelyDoubles(db, departmentId, crowd)).filter((id) => !found.has(id));
    for await (const some of published(db, { id: others })) compared.push(...some.map(compare));
  }
  for (const double of findDoubles(compared)) found.get(double.entry.entryId)?.push(doubleFinding(double));
  return { entries: found.size, findings: [...found.values()].flat() };
}

/** As much as the comparison with others needs: a hundred thousand whole entries would fill the memory. */
function compare({ entryId, departmentId, department, district, content }: CheckedEntry): ComparedEntry {
  const { name, items } = content;
  return {
    entryId,
    departmentId,
    department,
    district,
    content: { name, items: items.map((item) => ({ name: item.name })) },
  };
}

const together = 1_000;

/** By department, then by id, some at a time. */
async function* published(
  db: Db,
  wanted: { readonly departmentId?: string; readonly id?: readonly string[] },
): AsyncGenerator<readonly CheckedEntry[]> {
  const ids = wanted.id ?? (await entriesOf(db, wanted.departmentId));
  for (let from = 0; from < ids.length; from += together) {
    const some = ids.slice(from, from + together);
    const versions = await db.catalogVersion.findMany({
      where: { entryId: { in: [...some] }, state: 'published' },
      select: {
        ...contentSelect,
        entryId: true,
        entry: {
          select: {
            kind: true,
            departmentId: true,
            dataUpdatedOn: true,
            department: { select: { name: true, district: true } },
          },
        },
      },
    });
    const place = new Map(some.map((id, at) => [id, at]));
    yield versions
      .toSorted((a, b) => (place.get(a.entryId) ?? 0) - (place.get(b.entryId) ?? 0))
      .map(({ entryId, entry: { kind, departmentId, dataUpdatedOn, department }, ...content }) => ({
        entryId,
        kind,
        departmentId,
        department: department.name,
        district: department.district,
        dataUpdatedOn,
        content: contentOf(content),
      }));
  }
}

async function entriesOf(db: Db, departmentId: string | undefined): Promise<readonly string[]> {
  const rows = await db.catalogEntry.findMany({
    where: departmentId === undefined ? {} : { departmentId },
    select: { id: true },
    orderBy: [{ department: { name: 'asc' } }, { id: 'asc' }],
  });
  return rows.map(({ id }) => id);
}
