/** How common each Chinese word is, read once from the dictionary that the jieba package ships. */
import { dict } from '@node-rs/jieba/dict.js';

export interface WordFrequencies {
  /** Occurrences per word of the dictionary's own sample. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  /** Words that are verbs, adjectives, adverbs, times and the like: they tell what is done, not what it is about. */
  readonly notNouns: ReadonlySet<string>;
}

/** Rarer entries are mostly names and noise: knowing them would only protect slips of the keyboard. */
const rarest = 3;
const longest = 8;

let loaded: WordFrequencies | undefined;

/** Made-up number words such as 数句 and 几剧, tagged m, are noise below this count. */
const rarestNumber = 100;

/** Tags of the dictionary that stand for no thing: v verb, a adjective, d adverb, t time, r pronoun, c p u y particles, m q numbers. */
const notNoun = /^(?:v|vd|vi|a|ad|d|t|r|c|p|u|y|m|q|f|z)[a-z]?$/;

/** Lines are `word count tag`. */
export function wordFrequencies(): WordFrequencies {
  if (loaded !== undefined) return loaded;
  const text = Buffer.from(dict).toString('utf8');
  const counts = new Map<string, number>();
  const notNouns = new Set<string>();
  let total = 0;
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const space = text.indexOf(' ', at);
    if (space > at && space < end) {
      const count = Number.parseInt(text.slice(space + 1, end), 10);
      if (Number.isFinite(count)) {
        total += count;
        const least = text.charAt(end - 1) === 'm' ? rarestNumber : rarest;
        if (count >= least && space - at <= longest) {
          const word = text.slice(at, space);
          counts.set(word, count);
          const tag = text.slice(text.lastIndexOf(' ', end) + 1, end);
          if (notNoun.test(tag) && tag !== 'vn') notNouns.add(word);
        }
      }
    }
    at = end + 1;
  }
  loaded = { counts, total, notNouns };
  return loaded;
}
