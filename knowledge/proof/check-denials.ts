/** Whether a statement denies what the clause affirms, or affirms what it denies: 同意 for 不同意, 有条件 for 无条件. */
import type { Freedom } from './exempt-spans.ts';
import type { Failure } from './finding.ts';
import { type Asked, best, type EvidenceRanking } from './rank-evidence.ts';
import type { Statement } from './read-statements.ts';

/** A denial and the two characters it denies; not the modals, which are read apart, nor words like 不断 that deny nothing. */
const denied =
  /(?:不予|不宜|未经|尚未|不|未|非|无|勿)(?!断|仅|但|论|限于|同的|法|少|可|常|得|能|准|许|应|必|需|用)([\u4e00-\u9fff]{2})/g;
const denial = /[不未非无勿没]/;
/** A statement that denies something itself may speak of what the clause denies: 涉密数据不在适用范围内. */
const deniesItself = /[不未非无没]/;

interface Denied {
  readonly words: string;
  readonly what: string;
  readonly start: number;
}

function denialsIn(text: string): readonly Denied[] {
  return Array.from(text.matchAll(denied), (match) => ({ words: match[0], what: match[1] ?? '', start: match.index }));
}

/** Whether the words stand somewhere without a denial before them. */
function affirms(text: string, what: string): boolean {
  for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1))
    if (!denial.test(text.slice(Math.max(0, at - 2), at))) return true;
  return false;
}

export function checkDenials(
  statement: Statement,
  asked: Asked,
  ranking: EvidenceRanking,
  freedom: Freedom,
): readonly Failure[] {
  const ids = new Set(best(ranking.statements(asked)).map(({ evidence }) => evidence.sentenceId));
  const clause = ranking.all
    .filter(({ sentenceId }) => ids.has(sentenceId))
    .map((evidence) => evidence.statement.text)
    .join(',');
  const own = denialsIn(statement.text);
  const inClause = new Set(denialsIn(clause).map(({ what }) => what));
  const denies = own.filter(
    ({ what, start }) => freedom(start) === 'stated' && !inClause.has(what) && affirms(clause, what),
  );
  const affirmed = deniesItself.test(statement.text)
    ? []
    : Array.from(inClause).filter(
        (what) =>
          affirms(statement.text, what) && !affirms(clause, what) && freedom(statement.text.indexOf(what)) === 'stated',
      );
  return [...denies.map(({ words }) => ({ words })), ...affirmed.map((words) => ({ words }))];
}
