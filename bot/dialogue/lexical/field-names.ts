/** Which field a name stands for: its label, another name, or a part of the label that no other field has. */
import type { Field } from '#tools/fields-of.ts';

export function namesOf({ meta }: Field): readonly string[] {
  return [meta.label, ...(meta.aliases ?? []), ...(meta.near ?? [])].map((name) => name.toLowerCase());
}

export function fieldNamed(name: string, fields: readonly Field[]): Field | undefined {
  const wanted = name.replace(/^(?:这个|那个|其中的?|把|将|的)+|[的\s"'“”]+$/gu, '').replace(/\s+/g, '');
  if (wanted === '') return undefined;
  const exact = fields.find((field) => namesOf(field).includes(wanted));
  if (exact) return exact;
  if (wanted.length < 2) return undefined;
  const partly = fields.filter((field) =>
    namesOf(field).some((one) => one.includes(wanted) || (one.length > 1 && wanted.endsWith(one))),
  );
  return partly.length === 1 ? partly[0] : undefined;
}

/** All names of all fields, the longest first, for patterns. */
export function namePattern(fields: readonly Field[]): string {
  return [...fields.flatMap(namesOf), ...shortNames(fields)]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}

/** 名称 for 目录名称, 来源 for 数据来源: the end of a label, where no other field is called so. */
function shortNames(fields: readonly Field[]): readonly string[] {
  const ends = fields.map(({ meta }) => (meta.label.length >= 4 ? meta.label.slice(-2) : ''));
  const taken = fields.flatMap(namesOf);
  return ends.filter(
    (end, index) =>
      end !== '' && ends.indexOf(end) === index && ends.lastIndexOf(end) === index && !taken.includes(end),
  );
}
