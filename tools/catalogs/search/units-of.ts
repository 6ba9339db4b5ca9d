/** Cuts a search into words, each with others that mean the same and with how much the search leans on it. */
import { foldForSearch } from '#knowledge/search/fold-for-search.ts';
import { wordFrequencies } from '#knowledge/query/word-frequencies.ts';
import type { Segmenter } from '#knowledge/search/segmenter.ts';
import { askingWords, circumstanceWords, generalWords, longestMeaning, sameMeaning } from './search-words.ts';

export interface Unit {
  readonly text: string;
  /** Other words for it. */
  readonly others: readonly string[];
  /** How much the search leans on it. */
  readonly weight: number;
  /** It says what data it is about, not only the sort of thing or the circumstances. */
  readonly telling: boolean;
  /** It is known as a subject of municipal data. */
  readonly subject: boolean;
  /** Neither it nor another word for it is in any entry. */
  readonly foreign: boolean;
}

const generalCounts = 0.12;
/** In a large catalog a word in no entry would otherwise outweigh all the others. */
const mostRarity = 8;
/** What a word weighs at least that narrows a search by itself. */
export const heavy = 2;
const leastTelling = 0.1;
/** 交没交, 干不干净, 有没有: it asks whether. */
const askingTwice = /(\p{Script=Han})[没不]\1/gu;
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
  const text = foldForSearch(subject).replace(askingTwice, ' ');
  const units: Unit[] = [];
  const unseen = rarityOf('\u0000\u0000');
  const add = (word: string): void => {
    if (!/[\p{L}\p{N}]/u.test(word) || askingWords.has(word) || units.some((unit) => unit.text === word)) return;
    const others = sameMeaning.get(word) ?? [];
    const rarity = Math.min(mostRarity, ...[word, ...others].map(rarityOf));
    const sort = segmenter.sortOf(word);
    const bySort = sort === 'vn' ? 1 : (sortCounts[sort.charAt(0)] ?? 1);
    const subject = sameMeaning.has(word);
    const said = subject ? 1 : bySort * tellingness(word);
    const little = generalWords.has(word) || circumstanceWords.has(word);
    const share = little ? generalCounts : word.length === 1 ? Math.min(singleCounts, said) : said;
    units.push({
      text: word,
      others,
      weight: share * rarity,
      telling: !little,
      subject,
      foreign: rarity >= Math.min(mostRarity, unseen),
    });
  };
  /** 烈士墓 in no entry is 烈士 and a rest that weighs little. */
  const addCut = (word: string): void => {
    const known = (part: string): boolean => rarityOf(part) < unseen;
    if (askingWords.has(word)) return;
    const [one = '', two = ''] = word;
    // 有区 is no word: the asking 有 has run into what follows it.
    const aside = (part: string): boolean => askingWords.has(part) || circumstanceWords.has(part);
    if (
      word.length === 2 &&
      !known(word) &&
      (askingWords.has(one) || askingWords.has(two) || (aside(one) && aside(two)))
    ) {
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
