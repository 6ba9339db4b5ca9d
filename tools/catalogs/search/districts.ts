/** Districts of the city that a search names: an entry of another district is none of what is looked for. */
import type { NamedDepartment } from '#tools/people/department-names.ts';
import type { EntryFacts } from './entry-facts.ts';

export interface Districts {
  readonly named: readonly string[];
  readonly all: readonly string[];
}

/** 长沙市芙蓉区人民政府 → 芙蓉区 */
const government = /^(?:.+?市)?(.{1,5}[区县市])人民政府$/u;

export function createDistricts(departments: readonly NamedDepartment[]): (text: string) => Districts {
  const all = departments.flatMap(({ name }) => government.exec(name)?.[1] ?? []);
  return (text) => ({ named: all.filter((district) => text.includes(district)), all });
}

/** Of one of those named, of the whole city, or none was named. */
export function inDistricts({ department }: EntryFacts, { named, all }: Districts): boolean {
  return (
    named.length === 0 ||
    named.some((district) => department.includes(district)) ||
    !all.some((district) => department.includes(district))
  );
}

/** The entries of the very district. */
export function ofDistrict({ department }: EntryFacts, { named }: Districts): boolean {
  return named.some((district) => department.includes(district));
}

/** What is looked for there; the district itself when that is all. */
export function withoutDistricts(subject: string, { named }: Districts): string {
  const rest = named.reduce((text, district) => text.replaceAll(district, ' '), subject).trim();
  return /[\p{L}\p{N}]{2}/u.test(rest.replace(/^(?:的|有|里|内|数据|信息|目录|哪些|什么|全部|所有)+/u, ''))
    ? rest
    : subject;
}
