/** Whether each number of a statement stands in the cited clause where it speaks of the same thing. */
import type { Regulation } from '#knowledge/corpus/regulation.ts';

import type { Freedom } from './exempt-spans.ts';
import type { Amount } from './find-amounts.ts';
import type { Failure } from './finding.ts';
import type { Evidence } from './gather-evidence.ts';
import { type Asked, best, type EvidenceRanking } from './rank-evidence.ts';
import type { Statement } from './read-statements.ts';

/** 共41条, 九项: counts of the text itself. */
function countsTheText(
  { unit, value }: Amount,
  evidence: readonly Evidence[],
  regulations: readonly Regulation[],
): boolean {
  const cited = new Set(evidence.map(({ citation }) => citation.regulation));
  // An answer that cites nothing may still say how long the text is.
  const texts = regulations.filter(({ id }) => cited.size === 0 || cited.has(id));
  if (unit === '条') return texts.some(({ articles }) => articles.length === value);
  if (unit === '章') return texts.some(({ chapters }) => chapters.length === value);
  const articles = evidence.map(({ citation }) => citation.article);
  const among = texts.flatMap((text) => text.articles.filter(({ number }) => articles.includes(number)));
  if (unit === '款') return among.some(({ paragraphs }) => paragraphs.length === value);
  if (unit === '项' || unit === '个')
    return among.some(({ paragraphs }) => paragraphs.some(({ items }) => items.length === value));
  return false;
}

/** 三张清单, where the clause names each of the three: 数据共享清单、数据开放清单、数据应用场景清单. */
function countsAList({ unit, value }: Amount, around: readonly Evidence[], all: readonly Evidence[]): boolean {
  const hasItems = all.some(({ citation }) => citation.item !== undefined);
  // Where the clause numbers its items, their number is the only one that counts.
  if (hasItems || !['清单', '类', '项', '个'].includes(unit)) return false;
  return around.some(({ statement }) =>
    statement.text
      .split(/(?:包括|但不限于|分为|的(?=[^的]*、))/)
      .some((words) => words.includes('、') && words.split(/、|和|以及/).length === value),
  );
}

/** Dates of the regulation's own head follow from its text: in force from, last day. */
function datesOfTheText({ key, unit }: Amount, regulations: readonly Regulation[]): boolean {
  if (unit !== '日期') return false;
  const short = (day: string | null): string | undefined => day?.split('-').map(Number).join('-');
  return regulations.some(({ inForceFrom, validUntil }) => [inForceFrom, validUntil].map(short).includes(key));
}

export function checkAmounts(
  statement: Statement,
  asked: Asked,
  ranking: EvidenceRanking,
  regulations: readonly Regulation[],
  freedom: Freedom,
): readonly Failure[] {
  if (statement.amounts.length === 0) return [];
  const ids = new Set(best(ranking.statements(asked)).map(({ evidence }) => evidence.sentenceId));
  // 是10个工作日 says of nothing in particular: any of the cited clauses may have it.
  const around = ranking.all.filter(({ sentenceId }) => ids.size === 0 || ids.has(sentenceId));
  const given = around.flatMap((evidence) => evidence.statement.amounts);
  return statement.amounts.flatMap((amount): readonly Failure[] => {
    const stands = given.some(({ key }) => key === amount.key);
    const free = freedom(amount.start);
    // 每年更新一次: the frequency is the number.
    if (amount.key === '1 次' && statement.amounts.some(({ unit }) => unit === '频率')) return [];
    // 不是10个工作日, where the clause has just these.
    if (free === 'denied') return stands ? [{ words: `不是${amount.words}` }] : [];
    if (stands || free === 'unsaid') return [];
    const sameUnit = given.filter(({ unit }) => unit === amount.unit);
    if (sameUnit.length === 0 && countsTheText(amount, ranking.all, regulations)) return [];
    if (sameUnit.length === 0 && countsAList(amount, around, ranking.all)) return [];
    if (datesOfTheText(amount, regulations)) return [];
    const expected = sameUnit[0]?.words;
    return [{ words: amount.words, ...(expected === undefined ? {} : { expected }) }];
  });
}
