/** Finds the departments an import names, and makes those not known yet when the operator runs it. */
import { departmentKey, departmentNames } from '#tools/people/department-names.ts';
import type { Db } from '#tools/tool-context.ts';
import { timeOrderedId } from '../time-ordered-id.ts';

export interface FoundDepartments {
  /** By the name in the file; a text says why there is none. */
  readonly of: (name: string) => { readonly id: string } | { readonly reason: string };
  readonly created: readonly string[];
}

export async function findDepartments(
  db: Db,
  names: readonly string[],
  { create, now }: { readonly create: boolean; readonly now: Date },
): Promise<FoundDepartments> {
  const known = await departmentNames(db);
  const byKey = new Map<string, Set<string>>();
  for (const { id, keys } of known) for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(id));
  // A full name is nobody else's, whatever short names others have.
  const byFullName = new Map(known.map(({ id, name }) => [departmentKey(name), id]));
  const created = new Map<string, { id: string; name: string }>();
  for (const name of names) {
    const key = departmentKey(name);
    if (key === '' || byKey.has(key) || created.has(key) || !create) continue;
    created.set(key, { id: timeOrderedId(now), name });
  }
  const rows = [...created.values()];
  if (rows.length > 0)
    await db.department.createMany({ data: rows.map(({ id, name }) => ({ id, name, createdAt: now })) });
  return {
    created: rows.map(({ name }) => name),
    of: (name) => {
      const key = departmentKey(name);
      const ids = [...(byKey.get(key) ?? [])];
      const id = byFullName.get(key) ?? created.get(key)?.id ?? (ids.length === 1 ? ids[0] : undefined);
      if (id !== undefined) return { id };
      return {
        reason:
          ids.length > 1
            ? `信息资源提供方“${name}”不止一个部门这样称呼,请写全称`
            : `信息资源提供方“${name}”不在部门名册中`,
      };
    },
  };
}
