/** Says whether the regulation is in force on the day a question is about, and labels answers that reach past its end. */
import { standingOn } from '#knowledge/corpus/standing-on.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Claim } from '#knowledge/query/claimed-values.ts';
import type { Note } from './answer.ts';
import { wording } from './wording.ts';

type DateClaim = Extract<Claim, { kind: 'date' }>;

/** First and last day, ISO, of what a date names: a day, a month or a year. */
export function spanOf({ year, month, day }: DateClaim): readonly [string, string] | null {
  if (year === null) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  if (month === null) return [`${year}-01-01`, `${year}-12-31`];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day === null) return [`${year}-${two(month)}-01`, `${year}-${two(month)}-${two(last)}`];
  return [`${year}-${two(month)}-${two(day)}`, `${year}-${two(month)}-${two(day)}`];
}

const AFTER_END = /失效|作废|到期|过期|废止|不管用/;

/**
 * Opening for a yes/no question on validity.
 * @param today ISO date of asking, used where the question names no date
 */
export function validityOpening(
  regulation: Regulation,
  text: string,
  claims: readonly Claim[],
  today: string,
): string | null {
  if (!/有效|管用|能用|作数|适用|施行|生效|执行/.test(text) && !AFTER_END.test(text)) return null;
  const dates = claims.filter((claim): claim is DateClaim => claim.kind === 'date');
  const span = dates.map(spanOf).find((one) => one !== null) ?? ([today, today] as const);
  const [first, last] = [standingOn(regulation, span[0]), standingOn(regulation, span[1])];
  const asksEnd = AFTER_END.test(text);
  if (first === 'in_force' && last === 'in_force') return asksEnd ? wording.notEnded : wording.stillValid;
  if (last === 'expired' || last === 'superseded')
    return first === 'in_force' ? wording.endsWithin : asksEnd ? wording.ended : wording.noLongerValid;
  return last === 'in_force' ? wording.startsWithin : wording.notYetValid;
}

/** A note when the question is about days after the regulation's last one, or about its end. */
export function expiryNotes(regulation: Regulation, claims: readonly Claim[], aboutValidity: boolean): readonly Note[] {
  const { validUntil } = regulation;
  if (validUntil === null) return [];
  const [year = '', month = '', day = ''] = validUntil.split('-');
  const last = `${year}年${Number(month)}月${Number(day)}日`;
  const later = claims.find((claim) => claim.kind === 'date' && (spanOf(claim)?.[1] ?? '') > validUntil);
  if (later) return [{ kind: 'expiry', text: wording.expired(later.text, last) }];
  return aboutValidity ? [{ kind: 'expiry', text: wording.expiry(last) }] : [];
}
