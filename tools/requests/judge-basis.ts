/** Whether a basis names an instrument and its clause, whether that clause exists, and whether it carries the ground. */
import { findCitations } from '#knowledge/citations/find-citations.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import { resolveCitation } from '#knowledge/citations/resolve-citation.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { RefusalGround } from './refusal-grounds.ts';

export interface WeakBasis {
  readonly why: string;
  readonly needed: string;
}

const instrument = /《[^《》]{3,60}》|[\p{Script=Han}]{2,40}(?:法|条例|办法|规定|规则|细则|决定)/u;
/** 办法 and 规定 are rules or documents; 条例 may be local, which only its name tells. */
const law = /法(?![院规律人定])|条例|国务院[^,。;]{0,20}决定/u;
const clause = /第[〇零一二三四五六七八九十百两\d]+条/u;
const vague = /^(?:有关|相关|国家|上级|内部)(?:的)?(?:规定|要求|文件|政策|法律|法规|精神)+$/u;

let regulations: readonly Regulation[] | undefined;

/** Null: it can stand. */
export function judgeBasis(basis: string, { label, clauses, byLawOnly }: RefusalGround): WeakBasis | null {
  const said = basis.replace(/\s+/g, '');
  if (said === '' || vague.test(said) || !instrument.test(said))
    return { why: '依据要写明文件名称,“有关规定”不能作为依据', needed: '请写成“《文件名称》第几条”' };
  if (!clause.test(said)) return { why: '依据没有写明条款', needed: '请补上是第几条' };
  regulations ??= loadRegulations();
  const own = regulations.find(({ title }) => said.includes(title));
  if (byLawOnly && (own !== undefined || !law.test(said)))
    return {
      why: `“${label}”要以法律、行政法规或国务院决定为依据`,
      needed: '请写明哪部法律、行政法规或国务院决定的第几条;没有的话请改选其他理由',
    };
  return own ? judgeOwn(said, own, label, clauses) : null;
}

/** The regulation's own clauses can be looked up. */
function judgeOwn(basis: string, regulation: Regulation, label: string, clauses: readonly string[]): WeakBasis | null {
  const places = findCitations(basis).flatMap((citation) => citation.places);
  const absent = places.find((place) => !resolveCitation(place, regulation).found);
  if (absent)
    return { why: `《${regulation.title}》没有${formatCitation(absent)}`, needed: `可以引用${clauses.join('、')}` };
  const carried = places.some(({ article }) => clauses.includes(formatCitation({ article })));
  return carried
    ? null
    : { why: `引用的条款说的不是“${label}”`, needed: `这项理由的依据在${clauses.join('、')},请核对` };
}
