/** Cuts Chinese text into words with jieba; one loaded dictionary for each set of added words. */
import jieba from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

export interface Segmenter {
  /** Words and the shorter words inside long ones: 政务数据共享 also gives 政务, 数据, 共享. */
  search(text: string): string[];
  /** A plain cut: its words put together are the text. */
  cut(text: string): string[];
  /** What sort of word it is, as jieba's dictionary marks it: n 名词, v 动词, a 形容词, ns 地名; the last part where it is cut. */
  sortOf(word: string): string;
}

/** Above any frequency of the shipped dictionary that matters, so that an added word stays whole. */
const addedFrequency = 50_000;
const loaded = new Map<string, Segmenter>();

/** Loading costs about 150 ms and 40 MB, so segmenters with the same added words are one. */
export function createSegmenter(addedWords: readonly string[] = []): Segmenter {
  const words = [...new Set(addedWords)].toSorted();
  const key = words.join('\n');
  const known = loaded.get(key);
  if (known) return known;
  const cutter = jieba.Jieba.withDict(dict);
  if (words.length > 0)
    cutter.loadDict(new TextEncoder().encode(words.map((word) => `${word} ${addedFrequency} n`).join('\n')));
  const segmenter: Segmenter = {
    search: (text) => cutter.cutForSearch(text, true),
    cut: (text) => cutter.cut(text, true),
    sortOf: (word) => cutter.tag(word, true).at(-1)?.tag ?? '',
  };
  loaded.set(key, segmenter);
  return segmenter;
}
