/** What people call the departments: full names, short names, names without the city's, and a slip forgiven. */
import type { Db } from '../tool-context.ts';

export interface NamedDepartment {
  readonly id: string;
  readonly name: string;
  /** Everything it is called, lower case, full width folded; the full name first. */
  readonly keys: readonly string[];
}

const city = '长沙市';

/** Departments that exist today. */
export async function departmentNames(db: Db): Promise<readonly NamedDepartment[]> {
  const rows = await db.department.findMany({
    where: { dissolvedOn: null },
    select: { id: true, name: true, shortNames: true },
    orderBy: { name: 'asc' },
  });
  return rows.map(({ id, name, shortNames }) => ({ id, name, keys: keysOf(name, shortNames) }));
}

export function departmentKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

function keysOf(name: string, shortNames: readonly string[]): readonly string[] {
  const bare = name.startsWith(city) && name.length > city.length + 1 ? name.slice(city.length) : null;
  // 长沙市岳麓区民政局 is never called 市岳麓区民政局.
  const ofCity = bare !== null && !/^.{1,4}[区县]/u.test(bare) ? [`市${bare}`] : [];
  return [...new Set([name, ...shortNames, ...(bare === null ? [] : [bare]), ...ofCity].map(departmentKey))];
}

export interface DepartmentMatch {
  /** Called exactly so. */
  readonly exact: readonly NamedDepartment[];
  /** The words are part of its name. */
  readonly partial: readonly NamedDepartment[];
}

export function matchDepartment(departments: readonly NamedDepartment[], words: string): DepartmentMatch {
  const key = departmentKey(words);
  const exact = departments.filter(({ keys }) => keys.includes(key));
  const partial =
    exact.length > 0 || key.length < 2
      ? []
      : departments
          .filter(({ keys }) => keys.some((one) => one.includes(key)))
          .toSorted((a, b) => a.name.length - b.name.length);
  return { exact, partial };
}

export interface SpottedDepartment {
  readonly start: number;
  readonly end: number;
  readonly departments: readonly NamedDepartment[];
}

/** Names standing in a sentence, the longest first where they overlap; in order of place. */
export function spotDepartments(
  departments: readonly NamedDepartment[],
  sentence: string,
): readonly SpottedDepartment[] {
  const found: SpottedDepartment[] = [];
  const byKey = new Map<string, NamedDepartment[]>();
  for (const department of departments)
    for (const key of department.keys) byKey.set(key, [...(byKey.get(key) ?? []), department]);
  const keys = [...byKey.keys()].filter((key) => key.length > 1).toSorted((a, b) => b.length - a.length);
  for (const key of keys) {
    for (let start = sentence.indexOf(key); start >= 0; start = sentence.indexOf(key, start + 1)) {
      const end = start + key.length;
      if (!found.some((other) => start < other.end && end > other.start))
        found.push({ start, end, departments: byKey.get(key) ?? [] });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}
