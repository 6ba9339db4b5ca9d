/** Terms that stand against one another: a question that names one of them is not about a point that only speaks of another. */

const FAMILIES: readonly (readonly string[])[] = [
  ['共享', '开放'],
  ['无条件', '有条件', '不予'],
  ['信息资源目录', '数据资源目录'],
  ['提供部门', '使用部门'],
  ['区县数仓', '部门数仓', '中心数仓'],
];

/** Costs in the ranking's score, chosen by leave-one-out over the guide's own questions. */
const COST = { onlyAnother: 0.6, alsoAnother: 0.25 } as const;

/** @returns what the ranking takes off a point, 0 where nothing contrasts */
export function contrastCost(question: string, gloss: string): number {
  let cost = 0;
  for (const family of FAMILIES) {
    const [named, ...more] = family.filter((term) => question.includes(term));
    if (named === undefined || more.length > 0) continue;
    if (family.some((term) => term !== named && gloss.includes(term)))
      cost += gloss.includes(named) ? COST.alsoAnother : COST.onlyAnother;
  }
  return cost;
}

/** Terms of one family that a question names beside a term that the gloss speaks of, but the gloss does not. */
export function leftOut(question: string, gloss: string): readonly string[] {
  return FAMILIES.flatMap((family) => {
    const named = family.filter((term) => question.includes(term));
    if (named.length < 2 || !named.some((term) => gloss.includes(term))) return [];
    return named.filter((term) => !gloss.includes(term));
  });
}
