/** Finds the words of a choice in a text: the longest first, the way people vary them, denied ones left out. */
import type { FieldMeta } from '#tools/field-meta.ts';

export interface FoundChoice {
  readonly value: string;
  /** Places in the text that was looked at. */
  readonly start: number;
  readonly end: number;
}

/** Ways of saying how often that come to the same. */
const variations: readonly (readonly [RegExp, (matched: RegExpExecArray) => string])[] = [
  [/\s+/gu, () => ''],
  [/每一?个?(?=年|季|月|周|星期|礼拜|日|天|半)/gu, () => '每'],
  [
    /(?:每|一|1)个?(年|季度|月|周|星期|礼拜|天|日)(?:更新|更|报|采集|同步|来)?(?:一|1)?[次回遍](?:更新)?/gu,
    (matched) => `每${matched[1] ?? ''}`,
  ],
  [/一(年|季度|月|周|天|日)一?更(?!新)/gu, (matched) => `每${matched[1] ?? ''}`],
  [/每?(?:三|3)个?月(?:更新|更)?(?:(?:一|1)?[次回])?/gu, () => '每季度'],
  [/每?(?:六|6)个?月(?:更新|更)?(?:(?:一|1)?[次回])?|半年(?:更新|更)?(?:一|1)[次回]/gu, () => '每半年'],
  [/星期|礼拜/gu, () => '周'],
  [/每天|天天/gu, () => '每日'],
  [/每季(?!度)/gu, () => '每季度'],
];

/** A text as choices are compared; `from` and `to` say which part of the original each of its characters stands for. */
interface Folded {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function fold(plain: string): Folded {
  let folded: Folded = {
    text: plain,
    from: Array.from({ length: plain.length }, (_, index) => index),
    to: Array.from({ length: plain.length }, (_, index) => index + 1),
  };
  for (const [pattern, replacement] of variations) folded = replaced(folded, pattern, replacement);
  return folded;
}

function replaced(folded: Folded, pattern: RegExp, replacement: (matched: RegExpExecArray) => string): Folded {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let kept = 0;
  const keep = (end: number): void => {
    text += folded.text.slice(kept, end);
    from.push(...folded.from.slice(kept, end));
    to.push(...folded.to.slice(kept, end));
  };
  for (const matched of folded.text.matchAll(pattern)) {
    keep(matched.index);
    kept = matched.index + matched[0].length;
    const words = replacement(matched);
    text += words;
    for (let index = 0; index < words.length; index += 1) {
      from.push(folded.from[matched.index] ?? 0);
      to.push(folded.to[kept - 1] ?? 0);
    }
  }
  keep(folded.text.length);
  return { text, from, to };
}

/** One word of a choice as it is compared. */
export function foldChoice(word: string): string {
  return fold(word.toLowerCase()).text;
}

const denied = /(?:不是|不要|不用|并非|不应该是|别选?|而不是|不选|不再)$/u;

export function findChoices(plain: string, choices: NonNullable<FieldMeta['choices']>): readonly FoundChoice[] {
  const folded = fold(plain);
  const words = Object.entries(choices)
    .flatMap(([value, names]) => names.map((name) => ({ value, name: foldChoice(name) })))
    .toSorted((a, b) => b.name.length - a.name.length);
  const found: FoundChoice[] = [];
  for (const { value, name } of words) {
    for (let start = folded.text.indexOf(name); start >= 0; start = folded.text.indexOf(name, start + 1)) {
      const end = start + name.length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      found.push({ value, start, end });
    }
  }
  return found
    .filter(({ start }) => !denied.test(folded.text.slice(0, start)))
    .toSorted((a, b) => a.start - b.start)
    .map(({ value, start, end }) => ({ value, start: folded.from[start] ?? 0, end: folded.to[end - 1] ?? 0 }));
}
