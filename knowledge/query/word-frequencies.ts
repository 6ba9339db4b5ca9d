/** How common each Chinese word is, read once from the dictionary that the jieba package ships. */
import { dict } from '@node-rs/jieba/dict.js';

export interface WordFrequencies {
  /** Occurrences per word of the dictionary's own sample. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Rarer entries are mostly names and noise: knowing them would only protect slips of the keyboard. */
const rarest = 3;
const longest = 8;

let loaded: WordFrequencies | undefined;

/** Made-up number words such as 数句 and 几剧, tagged m, are noise below this count. */
const rarestNumber = 100;

/** Lines are `word count tag`. */
export function wordFrequencies(): WordFrequencies {
  if (loaded !== undefined) return loaded;
  const text = Buffer.from(dict).toString('utf8');
  const counts = new Map<string, number>();
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
        if (count >= least && space - at <= longest) counts.set(text.slice(at, space), count);
      }
    }
    at = end + 1;
  }
  loaded = { counts, total };
  return loaded;
}
