/** Entries of different departments that are alike (一数一源): found by equal names and by equal items, then compared. */
import type { CheckedEntry, Finding } from './finding.ts';
import { measures } from './finding.ts';
import { doubleKeys } from './double-keys.ts';
import { isDouble, likenessOf } from './likeness.ts';

/** Entries under one key beyond this are a form that everybody fills (各区县年度计划), not doubles of each other. */
export const crowd = 20;

/** As much of an entry as the comparison looks at. */
export type ComparedEntry = Pick<CheckedEntry, 'entryId' | 'departmentId' | 'department' | 'district'> & {
  readonly content: { readonly name: string; readonly items: readonly { readonly name: string }[] };
};

export interface Double {
  readonly entry: ComparedEntry;
  readonly other: ComparedEntry;
}

/** Each pair once for either side. */
export function findDoubles(entries: readonly ComparedEntry[]): readonly Double[] {
  const groups = new Map<string, ComparedEntry[]>();
  const put = (key: string, entry: ComparedEntry): void => {
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  };
  for (const entry of entries) {
    const { nameKey, itemsKey } = doubleKeys(entry.content.name, entry.content.items);
    put(`name:${nameKey}`, entry);
    if (itemsKey !== null) put(`items:${itemsKey}`, entry);
  }
  const doubles: Double[] = [];
  const seen = new Set<string>();
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > crowd) continue;
    for (const entry of group)
      for (const other of group) {
        const key = `${entry.entryId} ${other.entryId}`;
        if (seen.has(key) || !comparable(entry, other)) continue;
        seen.add(key);
        if (isDouble(likenessOf(entry.content, other.content))) doubles.push({ entry, other });
      }
  }
  return doubles;
}

/** A district's own register beside the city's or another district's is about other people and places. */
export function comparable(entry: ComparedEntry, other: ComparedEntry): boolean {
  return entry.departmentId !== other.departmentId && entry.district === other.district;
}

export function doubleFinding({ entry, other }: Double): Finding {
  return {
    rule: 'duplicate-of-another-department',
    entryId: entry.entryId,
    name: entry.content.name,
    department: entry.department,
    text: `与${other.department}的“${other.content.name}”重复,应当一数一源`,
    // “遵循‘一数一源、一源多用’的原则,实现全市政务数据的一次采集(或生产)、多次使用”.
    clause: measures('第十五条第二款'),
    fix: {
      field: 'relations',
      suggestion: `与${other.department}商定由谁作为数据源;不是数据源的一方撤销目录,改为申请共享,或者在“关联关系”中说明区别。`,
      value: `与${other.department}“${other.content.name}”相关`,
    },
  };
}
