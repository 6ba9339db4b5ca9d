/** Finds the departments a roster names; those not known yet are made for the operator alone, who answers for the names. */
import type { DepartmentKind } from '#prisma/generated/enums.ts';
import type { Db } from '../tool-context.ts';
import { departmentKey, departmentNames, matchDepartment } from './department-names.ts';

export interface EnsuredDepartments {
  /** Id by the name in the file. */
  readonly idOf: ReadonlyMap<string, string>;
  readonly created: readonly string[];
  /** Names that several departments go by. */
  readonly ambiguous: readonly string[];
}

/** @param bureaus names of departments whose people have the role `bureau` */
export async function ensureDepartments(
  db: Db,
  names: readonly string[],
  bureaus: ReadonlySet<string>,
  options: { readonly create: boolean; readonly now: Date },
): Promise<EnsuredDepartments> {
  const departments = await departmentNames(db);
  const idOf = new Map<string, string>();
  const byKey = new Map<string, string>();
  const created: string[] = [];
  const ambiguous: string[] = [];
  for (const name of new Set(names)) {
    const { exact } = matchDepartment(departments, name);
    // A full name is nobody else's, whatever short names others have.
    const [only] = exact.length > 1 ? exact.filter((one) => departmentKey(one.name) === departmentKey(name)) : exact;
    if (!only && exact.length > 1) {
      ambiguous.push(name);
      continue;
    }
    const known = only?.id ?? byKey.get(departmentKey(name));
    if (known === undefined && !options.create) continue;
    const id = known ?? (await create(db, name, bureaus.has(name), options.now));
    if (!only && !byKey.has(departmentKey(name))) {
      byKey.set(departmentKey(name), id);
      created.push(name);
    }
    idOf.set(name, id);
  }
  return { idOf, created, ambiguous };
}

const districts = /芙蓉区|天心区|岳麓区|开福区|雨花区|望城区|长沙县|浏阳市|宁乡市/u;

async function create(db: Db, name: string, bureau: boolean, now: Date): Promise<string> {
  const district = districts.exec(name)?.[0] ?? null;
  const kind: DepartmentKind = bureau ? 'bureau' : district === null ? 'municipal' : 'district';
  const { id } = await db.department.create({ data: { name, kind, district, createdAt: now }, select: { id: true } });
  return id;
}
