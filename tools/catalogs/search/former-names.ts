/** Departments by the names they had before, or are called by in passing (工商局, 国土局, 交警), beside their own. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { NamedDepartment } from '#tools/people/department-names.ts';

const former = Object.entries(
  z
    .record(z.string(), z.string())
    .parse(parse(readFileSync(new URL('former-departments.yaml', import.meta.url), 'utf8'))),
);

/** A name that some department has today stays that one's. */
export function withFormerNames(departments: readonly NamedDepartment[]): readonly NamedDepartment[] {
  const today = new Set(departments.flatMap(({ keys }) => keys));
  return departments.map((department) => {
    const { name, keys } = department;
    const added = former
      .filter(([old, now]) => !today.has(old) && (keys.includes(now) || (name.endsWith(now) && !/[区县]/u.test(name))))
      .map(([old]) => old);
    return added.length === 0 ? department : { ...department, keys: [...keys, ...added] };
  });
}
