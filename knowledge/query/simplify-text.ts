/** Traditional characters to simplified ones, leaving alone the few that simplified texts use as they are. */
import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** Characters of simplified texts (names, set phrases) that the conversion would change: 乾隆, 沈括, 孟昇, 于/於. */
const alsoSimplified = new Set('乾沈昇於著藉瞭徵夥摺旂曬闆');

export interface SimplifiedSpan {
  readonly from: string;
  readonly to: string;
}

export interface SimplifiedText {
  readonly text: string;
  /** Each run of characters that changed, in order. */
  readonly changed: readonly SimplifiedSpan[];
}

/** A text is taken for traditional only if it holds a character that simplified texts never use. */
export function simplifyText(text: string): SimplifiedText {
  const converted = convert(text);
  if (converted === text) return { text, changed: [] };
  const before = Array.from(text);
  const after = Array.from(converted);
  if (before.length !== after.length) return { text: converted, changed: [{ from: text, to: converted }] };
  const differs = before.map((char, index) => char !== after[index]);
  // 答覆 and 回覆 are written so in Taiwan and Hong Kong; 覆 alone belongs to both scripts.
  const spelling = /[答回]覆/u.test(text);
  const traditional = (char: string): boolean => !alsoSimplified.has(char) && convert(char) !== char;
  if (!spelling && !before.some((char, index) => differs[index] === true && traditional(char)))
    return { text, changed: [] };
  const changed: SimplifiedSpan[] = [];
  for (let start = 0; start < before.length; start += 1) {
    if (differs[start] !== true) continue;
    let end = start + 1;
    while (differs[end] === true) end += 1;
    changed.push({ from: before.slice(start, end).join(''), to: after.slice(start, end).join('') });
    start = end;
  }
  return { text: converted, changed };
}
