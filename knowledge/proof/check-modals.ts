/** Whether each duty, permission or prohibition of a statement is one in the cited clause, about the same act. */
import { contentGrams, coverage } from './content-grams.ts';
import type { Freedom } from './exempt-spans.ts';
import type { ModalGroup } from './find-modals.ts';
import type { Failure } from './finding.ts';
import { type Asked, best, type EvidenceRanking } from './rank-evidence.ts';
import type { Statement } from './read-statements.ts';

const wordFor: Readonly<Record<ModalGroup, string>> = {
  must: '应当',
  may: '可以',
  must_not: '不得',
  encouraged: '鼓励',
  need_not: '不需要',
};

/** 政务部门新建共享交换通道, where the clause says that they must not. */
function leavesOutProhibition(
  { text, governing }: Statement,
  asked: Asked,
  ranking: EvidenceRanking,
  freedom: Freedom,
): readonly Failure[] {
  // A case (…的) or a denial says itself that nobody may.
  if (governing === 'must_not' || asked.vague || /的$|[不未非无]/.test(text) || freedom(0) !== 'stated') return [];
  const [meant] = ranking.pieces(asked);
  const forbids = meant?.evidence.statement.modals.some(({ group }) => group === 'must_not');
  if (!meant || !forbids || meant.piece.group !== 'must_not') return [];
  return coverage(meant.piece.grams, asked.grams, () => 1) >= 0.7 ? [{ words: text, expected: wordFor.must_not }] : [];
}

export function checkModals(
  statement: Statement,
  asked: Asked,
  ranking: EvidenceRanking,
  freedom: Freedom,
): readonly Failure[] {
  if (statement.modals.length === 0) return leavesOutProhibition(statement, asked, ranking, freedom);
  return statement.modals.flatMap(({ group, start, end, word }, index): readonly Failure[] => {
    if (freedom(start) !== 'stated') return [];
    const predicate = contentGrams(statement, end, statement.modals[index + 1]?.start);
    const grams = ranking.touches(predicate) ? predicate : asked.grams;
    const meant = best(ranking.pieces({ ...asked, grams }));
    if (meant.some(({ piece }) => piece.group === group)) return [];
    const other = meant[0]?.piece.group;
    return [{ words: word, ...(other === undefined ? {} : { expected: wordFor[other] }) }];
  });
}
