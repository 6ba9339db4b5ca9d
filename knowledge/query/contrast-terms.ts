/** Asks the same of the other: puts 开放 where a question said 共享, 使用部门 where it said 提供部门. */

/** Families of terms; within a family, terms at the same place of each row belong together. */
export type ContrastFamilies = readonly (readonly (readonly string[])[])[];

/**
 * @param term what the follow-up names, e.g. 开放, 有条件开放的数据
 * @returns the question about that term instead; null where the question holds nothing that the term contrasts with.
 */
export function contrastTerm(question: string, term: string, families: ContrastFamilies): string | null {
  for (const family of families) {
    const named = family
      .flatMap((row) => row.map((member, place) => ({ row, member, place })))
      .filter(({ member }) => term.includes(member))
      .toSorted((a, b) => b.member.length - a.member.length)[0];
    if (named === undefined) continue;
    // 供电公司 after 第三方公司: the whole name goes in, not only the 公司 in it.
    const other = (row: readonly string[]): string =>
      row === named.row && term.endsWith(named.member) ? term : (row[named.place] ?? named.member);
    const swaps = family
      .flatMap((row) =>
        row.flatMap((member, place) => (place === named.place ? [] : [{ from: member, to: other(row) }])),
      )
      .filter(({ from }) => question.includes(from))
      .toSorted((a, b) => b.from.length - a.from.length);
    if (swaps.length === 0) continue;
    return swapAll(question, swaps);
  }
  return null;
}

/** One pass from left to right, so that what was put in is not swapped again. */
function swapAll(question: string, swaps: readonly { readonly from: string; readonly to: string }[]): string {
  let result = '';
  for (let at = 0; at < question.length;) {
    const swap = swaps.find(({ from }) => question.startsWith(from, at));
    result += swap?.to ?? question.charAt(at);
    at += swap?.from.length ?? 1;
  }
  return result;
}
