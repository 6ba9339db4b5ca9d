/** How much of what is looked for an entry really holds, in the same words or in words that mean the same. */
import { foldForSearch } from '#knowledge/search/fold-for-search.ts';
import { wordFrequencies } from '#knowledge/query/word-frequencies.ts';
import type { SearchDocument } from '#knowledge/search/search-document.ts';
import type { Segmenter } from '#knowledge/search/segmenter.ts';
import { askingWords, generalWords, longestMeaning, sameMeaning } from './search-words.ts';

export interface Unit {
  readonly text: string;
  /** Other words for it. */
  readonly others: readonly string[];
  /** How much the search leans on it. */
  readonly weight: number;
}

export interface Cover {
  /** Share of the search that the entry's texts hold, 0 to 1. */
  readonly whole: number;
  /** Share that its name holds. */
  readonly name: number;
  /** Share of the name that the search accounts for. */
  readonly ofName: number;
  /** The word that leads the search and narrows what follows (宠物 in 宠物登记) is nowhere in the entry. */
  readonly headless: boolean;
}

/** Words that mean the same are nearly as good as the same word. */
const sameMeaningCounts = 0.85;
/** A word held in part only. */
const partCounts = 0.6;
const generalCounts = 0.12;
/** In a large catalog a word in no entry would otherwise outweigh all the others. */
const mostRarity = 8;
/** What a word weighs at least that narrows a search by itself. */
const heavy = 2;
const leastTelling = 0.1;
/** Natural logarithms: as common as 公司, rarer than 幼儿园. */
const everyday = 7;
const rareWord = 14;
/** A single character says little: 厂, 主, 表. */
const singleCounts = 0.4;
/** What one does with data, how and when says less of them than what they are about (jieba's marks, by their first letter). */
const sortCounts: Readonly<Record<string, number>> = {
  v: 0.5,
  a: 0.5,
  t: 0.3,
  r: 0.2,
  d: 0.2,
  m: 0.2,
  q: 0.2,
  p: 0.2,
  c: 0.2,
  u: 0.2,
  y: 0.2,
  l: 0.4,
  f: 0.3,
};

/** Words of everyday talk (孩子, 公司, 时候) say little of what is looked for; a rare word (幼儿园) says it all. 0.1 to 1. */
function tellingness(word: string): number {
  const { counts, total } = wordFrequencies();
  const information = -Math.log((counts.get(word) ?? 1) / total);
  return Math.min(1, Math.max(leastTelling, (information - everyday) / (rareWord - everyday)));
}

/** Cuts a search into what it is about; words that only ask are left out. @param rarityOf of a word in the catalogs */
export function unitsOf(subject: string, segmenter: Segmenter, rarityOf: (word: string) => number): readonly Unit[] {
  const text = foldForSearch(subject);
  const units: Unit[] = [];
  const add = (word: string): void => {
    if (!/[\p{L}\p{N}]/u.test(word) || askingWords.has(word) || units.some((unit) => unit.text === word)) return;
    const others = sameMeaning.get(word) ?? [];
    const rarity = Math.min(mostRarity, ...[word, ...others].map(rarityOf));
    const sort = segmenter.sortOf(word);
    const bySort = sort === 'vn' ? 1 : (sortCounts[sort.charAt(0)] ?? 1);
    const said = others.length > 0 ? 1 : bySort * tellingness(word);
    const share = generalWords.has(word) ? generalCounts : word.length === 1 ? Math.min(singleCounts, said) : said;
    units.push({ text: word, others, weight: share * rarity });
  };
  /** 烈士墓 in no entry is 烈士 and a rest that weighs little. */
  const addCut = (word: string): void => {
    const known = (part: string): boolean => rarityOf(part) < unseen;
    if (askingWords.has(word)) return;
    const [one = '', two = ''] = word;
    // 有区 is no word: the asking 有 has run into what follows it.
    if (word.length === 2 && !known(word) && (askingWords.has(one) || askingWords.has(two))) {
      add(one);
      return add(two);
    }
    if (word.length < 3 || known(word) || !/^\p{Script=Han}+$/u.test(word)) return add(word);
    for (let length = word.length - 1; length > 1; length -= 1) {
      for (const part of [word.slice(0, length), word.slice(-length)]) {
        if (!known(part)) continue;
        add(part);
        for (const character of word.replace(part, '')) add(character);
        return;
      }
    }
    add(word);
  };
  const unseen = rarityOf('\u0000\u0000');
  let plain = '';
  const flush = (): void => {
    for (const word of segmenter.cut(plain)) addCut(word.trim());
    plain = '';
  };
  for (let at = 0; at < text.length;) {
    const said = meaningAt(text, at);
    // A general word of a set (名单, 清单) is cut like any other.
    if (said === null || generalWords.has(said)) {
      plain += text.slice(at, at + (said?.length ?? 1));
      at += said?.length ?? 1;
      continue;
    }
    flush();
    add(said);
    at += said.length;
  }
  flush();
  return units;
}

function meaningAt(text: string, at: number): string | null {
  for (let length = Math.min(longestMeaning, text.length - at); length > 1; length -= 1) {
    const word = text.slice(at, at + length);
    if (sameMeaning.has(word)) return word;
  }
  return null;
}

export function coverOf(units: readonly Unit[], { fields }: SearchDocument): Cover {
  const name = foldForSearch(fields[0]?.text ?? '');
  const whole = foldForSearch(fields.map(({ text }) => text).join('\n'));
  let total = 0;
  let inWhole = 0;
  let inName = 0;
  let accounted = 0;
  for (const unit of units) {
    total += unit.weight;
    inWhole += unit.weight * held(unit, whole);
    const byName = held(unit, name);
    inName += unit.weight * byName;
    accounted += byName * unit.text.length;
  }
  if (total === 0) return { whole: 0, name: 0, ofName: 0, headless: false };
  const [head] = units;
  return {
    whole: inWhole / total,
    name: inName / total,
    ofName: Math.min(1, accounted / Math.max(1, name.length)),
    headless: head !== undefined && head.weight >= heavy && head.others.length === 0 && held(head, whole) === 0,
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
