/** Folds how a text is written (width, invisible characters, spaces, punctuation marks, accents) and leaves what it says. */

/** Longest text that the later, dearer steps look at, in characters. */
export const foldedLimit = 2_000;
/** Raw characters looked at on either end before cleaning. */
const rawEnd = 8_000;

/** Numbers in circles or brackets become `(1)`: plain NFKC would glue ① to a digit beside it and read ⒈5 as 1.5. */
const enclosedNumber = /[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿⓵-⓾]/gu;
/** Left as they are: NFKC would turn 10² into 102 and ½ into 1⁄2. */
const compatible = /[^²³¹⁰-⁹₀-₉¼-¾⅐-⅞]+/gu;

const replacements: readonly (readonly [RegExp, string])[] = [
  [/\r\n?/g, '\n'],
  [/[\u0085\u2028\u2029]/g, '\n'],
  [/\t/g, ' '],
  // Lone surrogates, controls, invisible format marks (bidi, zero width, BOM, tags), private use, unassigned.
  [/[\p{Cs}\p{Co}\p{Cn}]|(?!\n)\p{Cc}|\p{Cf}/gu, ''],
  // Pictures say nothing about the rules; digits and # are no pictures though they can be drawn as keycaps.
  [/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u20e3/gu, ' '],
  [/[「『“”„‟"]/g, '"'],
  [/[」』]/g, '"'],
  [/[‘’‚‛′`]/g, "'"],
  [/[〈«]/g, '《'],
  [/[〉»]/g, '》'],
  [/[\u3010\u3016\u3014[{]/g, '('],
  [/[\u3011\u3017\u3015\]}]/g, ')'],
  [/[‐‑‒–—―─━−~~〜]+/g, '-'],
  [/[。.]{2,}|…+/g, '…'],
  [/[|丨│\\]/g, '/'],
  [/([,;:!?。、])\1+/g, '$1'],
  [/[!?]*\?[!?]*/g, '?'],
  [/[ \f\v\u00a0\u2000-\u200a\u3000]+/g, ' '],
  [/ *\n[ \n]*/g, '\n'],
];

/** Between Chinese and a sign, a digit or a letter a space says nothing. */
const spaceBesideHan = /(?<=\p{Script=Han}) (?=[^\p{Script=Han}\n])|(?<=[^\p{Script=Han}\n]) (?=\p{Script=Han})/gu;
/** A Han character standing alone between spaces: 共 享 申 请, 第 二十二 条. A space between longer pieces may be a pause. */
const spaceBesideLoneHan =
  /(?<=(?:^|[^\p{L}\p{N}])\p{Script=Han}) (?=\p{Script=Han})|(?<=\p{Script=Han}) (?=\p{Script=Han}(?:$|[^\p{L}\p{N}]))/gu;

/** ü is typed v after l and n (lv, nv) and u elsewhere; tone marks and other accents go. */
function plainLatin(text: string): string {
  return text
    .replace(/([lnLN])[üǖǘǚǜÜǕǗǙǛ]/gu, '$1v')
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .normalize('NFC');
}

function bothEnds(text: string, most: number): string {
  if (text.length <= most) return text;
  // A cut may fall between the halves of a surrogate pair; the lone halves go.
  return `${text.slice(0, most / 2)}\n${text.slice(-most / 2)}`.replace(/\p{Cs}/gu, '');
}

export interface FoldedText {
  /** Folded, letters' case kept. */
  readonly text: string;
  /** The middle of an overlong text was left out: a question stands at either end of a story. */
  readonly truncated: boolean;
}

export function foldText(raw: string): FoldedText {
  let text = bothEnds(raw, rawEnd * 2).replace(
    enclosedNumber,
    (mark) => `(${mark.normalize('NFKC').replace(/[().]/g, '')})`,
  );
  text = plainLatin(text.replace(compatible, (part) => part.normalize('NFKC')));
  for (const [pattern, replacement] of replacements) text = text.replace(pattern, replacement);
  text = text.replace(spaceBesideLoneHan, '').replace(spaceBesideHan, '').trim();
  return { text: bothEnds(text, foldedLimit), truncated: raw.length > rawEnd * 2 || text.length > foldedLimit };
}
