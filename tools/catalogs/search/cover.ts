/** How much of what is looked for an entry really holds, in the same words or in words that mean the same. */
import { foldForSearch } from '#knowledge/search/fold-for-search.ts';
import type { SearchDocument } from '#knowledge/search/search-document.ts';
import { heavy, type Unit } from './units-of.ts';

export interface Cover {
  /** Share of the search that the entry's texts hold, 0 to 1. */
  readonly whole: number;
  /** Share that its name holds. */
  readonly name: number;
  /** Share of the name that the search accounts for. */
  readonly ofName: number;
  /** The word that leads the search and narrows what follows (宠物 in 宠物登记) is nowhere in the entry. */
  readonly headless: boolean;
  /** What the weightiest word weighs that the name holds, and the weightiest of talk that the entry lacks. */
  readonly named: number;
  readonly lacksTalk: number;
  /** The weightiest known subject that no entry of the city is about. */
  readonly lacksForeign: number;
  /** The last word that tells something, in Chinese the one that the others narrow (成绩 in 高考成绩), is nowhere in the entry. */
  readonly tailless: boolean;
  /** Share of the search that the entry holds in the very words. */
  readonly literal: number;
  /** Characters of the search that it was cut into. */
  readonly length: number;
}

/** Words that mean the same are nearly as good as the same word. */
const sameMeaningCounts = 0.85;
/** A word held in part only. */
const partCounts = 0.6;
export function coverOf(units: readonly Unit[], { fields }: SearchDocument): Cover {
  const name = foldForSearch(fields[0]?.text ?? '');
  const whole = foldForSearch(fields.map(({ text }) => text).join('\n'));
  let total = 0;
  let inWhole = 0;
  let inName = 0;
  let accounted = 0;
  let named = 0;
  let lacksTalk = 0;
  let lacksForeign = 0;
  let literal = 0;
  let length = 0;
  for (const unit of units) {
    total += unit.weight;
    const byWhole = held(unit, whole);
    inWhole += unit.weight * byWhole;
    const byName = held(unit, name);
    inName += unit.weight * byName;
    accounted += byName * unit.text.length;
    named = Math.max(named, unit.weight * byName);
    if (whole.includes(unit.text)) literal += unit.weight;
    length += unit.text.length;
    const lacks = unit.weight * (1 - byWhole);
    if (unit.subject && unit.foreign) lacksForeign = Math.max(lacksForeign, lacks);
    else if (!unit.subject) lacksTalk = Math.max(lacksTalk, lacks);
  }
  if (total === 0)
    return {
      whole: 0,
      name: 0,
      ofName: 0,
      headless: false,
      named,
      lacksTalk,
      lacksForeign,
      tailless: false,
      literal: 0,
      length: 0,
    };
  const [head] = units;
  const tail = units.findLast(({ telling }) => telling);
  return {
    whole: inWhole / total,
    name: inName / total,
    ofName: Math.min(1, accounted / Math.max(1, name.length)),
    headless: head !== undefined && head.weight >= heavy && head.others.length === 0 && held(head, whole) === 0,
    named,
    lacksTalk,

    lacksForeign,
    tailless: tail !== undefined && held(tail, whole) === 0,
    literal: literal / total,
    length,
  };
}

export function holds({ fields }: SearchDocument, word: string): boolean {
  return fields.some(({ text }) => foldForSearch(text).includes(word));
}

function held({ text, others }: Unit, where: string): number {
  if (where.includes(text)) return 1;
  const other = others.some((word) => where.includes(word)) ? sameMeaningCounts : 0;
  if (other > 0 || text.length < 3) return other;
  let pairs = 0;
  for (let at = 0; at + 2 <= text.length; at += 1) if (where.includes(text.slice(at, at + 2))) pairs += 1;
  return (partCounts * pairs) / (text.length - 1);
}
