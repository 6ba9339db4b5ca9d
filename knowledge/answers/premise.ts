/** Finds a wrong number, cycle, date or actor in what the question takes for granted, and what the clause really says. */
import { fromNumeral } from '#knowledge/citations/chinese-numeral.ts';
import type { Point } from '#knowledge/guide/guide.ts';
import type { Claim } from '#knowledge/query/claimed-values.ts';

/** A number with its unit as stated; `value` for comparing, `words` for repeating. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly words: string;
}

const NUMBER = '\\d+(?:\\.\\d+)?|[零一二两三四五六七八九十百半]+';
const UNITS = '个?工作日|个?自然日|天|日|周|个?星期|个?月|个?季度|年|种|类|项|张|条|款|个|级|章|次|大';
const QUANTITY = new RegExp(`(${NUMBER})\\s*(${UNITS})(?![度份代级纪])`, 'g');

/** Units that measure the same thing and so can contradict one another. */
const MEASURES: readonly (readonly string[])[] = [
  ['工作日', '自然日', '天', '日', '周', '星期', '小时', '月', '季度', '年'],
  ['种', '类', '项', '张', '个', '类型', '清单', '大'],
];

function measureOf(unit: string): number {
  return MEASURES.findIndex((units) => units.includes(unit));
}

export function quantitiesIn(text: string): readonly Quantity[] {
  return [...text.matchAll(QUANTITY)].flatMap(([words, number = '', unit = '']) => {
    const value = /^[\d.]+$/.test(number) ? Number(number) : number === '半' ? 0.5 : fromNumeral(number);
    return value === undefined ? [] : [{ value, unit: unit.replace(/^个(?=.)/, ''), words: words.replace(/\s+/g, '') }];
  });
}

export interface FalsePremise {
  readonly wrong: string;
  readonly right: string;
}

function wrongNumber(value: number, unit: string, words: string, real: readonly Quantity[]): FalsePremise | null {
  const same = real.filter((one) => measureOf(one.unit) === measureOf(unit) && measureOf(unit) >= 0);
  const [right] = same;
  // "10天" for 10 working days is a wrong unit, "3个" for 3种类型 is not.
  const agrees = same.some((one) => one.value === value && (one.unit === unit || measureOf(unit) === 1));
  return right === undefined || agrees ? null : { wrong: words, right: right.words };
}

const PRONOUN = /^(?:我们?|你们?|他们?|咱们?|本|该|对方|人家|自己|上级|领导|部门|单位|哪)/;

function wrongActor(
  who: string,
  point: Point,
  clause: string,
  canonical: (who: string) => string,
): FalsePremise | null {
  const [right] = point.binds;
  if (right === undefined || PRONOUN.test(who)) return null;
  const named = canonical(who);
  if (clause.includes(named) || named.includes(right) || right.includes(named)) return null;
  return { wrong: who, right };
}

const CYCLES: readonly (readonly [RegExp, number, string])[] = [[/每年/, 1, '每年']];

export interface PremiseContext {
  readonly point: Point;
  /** Verbatim words of the cited clauses. */
  readonly clause: string;
  /** Full name for an abbreviation or a nickname of a body: 数据局 → 市数据资源局. */
  readonly canonical: (who: string) => string;
}

/** @returns the first contradiction; null when each claim agrees with the clause or is about something else */
export function falsePremise(
  claims: readonly Claim[],
  { point, clause, canonical }: PremiseContext,
): FalsePremise | null {
  const real = point.numbers.flatMap(quantitiesIn);
  for (const claim of claims) {
    const found = contradiction(claim, real);
    if (found) return found;
  }
  return null;

  function contradiction(claim: Claim, numbers: readonly Quantity[]): FalsePremise | null {
    switch (claim.kind) {
      case 'number':
        return wrongNumber(claim.value, claim.unit, claim.text, numbers);
      case 'actor':
        return wrongActor(claim.who, point, clause, canonical);
      case 'cycle': {
        const cycle = CYCLES.find(([pattern]) => point.numbers.some((number) => pattern.test(number)));
        return cycle && cycle[1] !== claim.perYear ? { wrong: claim.text, right: cycle[2] } : null;
      }
      case 'date': {
        const dates = point.numbers.filter((number) => /年.*月/.test(number));
        const same = dates.find((date) => claim.year === null || date.includes(String(claim.year)));
        return dates[0] === undefined || same !== undefined ? null : { wrong: claim.text, right: dates[0] };
      }
    }
  }
}
