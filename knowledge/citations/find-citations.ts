/** Finds the articles a text refers to, in every way people write them, with their positions. */
import { foldWidth } from '#knowledge/corpus/fold-width.ts';

import type { Place } from './citation.ts';
import { numbersBetween, numeral, numeralList, rangeSign, readNumberList } from './place-list.ts';
import { readSubplaces } from './read-subplaces.ts';

export interface FoundCitation {
  /** Offsets of the words, the title included. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Title of the document named directly before, without its marks. */
  readonly title?: string;
  readonly places: readonly Place[];
}

/** Counted things are no articles: 第3条建议, 3条记录. */
const countedThing = '(?!建议|意见|记录|消息|留言|评论|新闻|短信|线索|理由|原因|线路|清单)';
const written = `第 *(?<written>${numeralList}) *条${countedThing}`;

/** Without 第 a number of things looks the same, so what stands around has to speak for an article. */
const asksAfter =
  `(?= *(?:第? *${numeral} *[款项]|规定|的(?:规定|内容|意思|原文|第)|里|中|内|说|讲|写|是|怎|什|呢|吗|嘛|啥|原文|全文|内容|解释|依据` +
  `|有没有|有什么|适用|咋|对|给|到底|$|[\\s,。;:?!、)]|至|到|和|与|及))`;
const bare = `(?<![共有几每提给发增约近达超上下前后两了存录写第款项章节年月日号零〇一二三四五六七八九十百\\d.])(?<bare>${numeralList}) *条${countedThing}${asksAfter}`;
const english = `\\b[Aa]rt(?:icles?|s?\\.|s)? *(?<english>\\d{1,3}(?: *(?:[-–~,]|and|to) *\\d{1,3}){0,30})(?:(?: *,? *para(?:graph|\\.)? *(?<para>\\d{1,2}))|\\((?<inner>\\d{1,2})\\))?(?!\\d)`;
const citationPattern = new RegExp(`${written}|${bare}|${english}`, 'g');
const relativePattern = new RegExp(`第 *${numeral} *款|第 *\\(? *${numeral} *\\)? *项`, 'g');

const titleBefore = /《([^《》]{2,60})》 *(?:\([^()]{1,12}\))? *(?:的)? *$/;
/** A title with its marks and an addition in brackets. */
const longestTitle = 90;
const between = new RegExp(`^ *${rangeSign} *$`);

const ofTheLaw = new RegExp(`^ *(?:第? *${numeral} *款|规定|原文)`);

/** 一条, 三条: a bare numeral up to ten is a count unless a paragraph or a word of the law follows. */
function isCount(numbers: readonly number[], words: string, after: string): boolean {
  if (numbers.length > 1 || /\d/.test(words) || (numbers[0] ?? 0) > 10) return false;
  return !ofTheLaw.test(after);
}

function numbersOf(groups: Readonly<Record<string, string | undefined>>, after: string): readonly number[] | undefined {
  if (groups['written'] !== undefined) return readNumberList(groups['written']);
  if (groups['english'] !== undefined)
    return readNumberList(groups['english'].replace(/ *and */g, '和').replace(/ *to */g, '到'));
  const words = groups['bare'] ?? '';
  const numbers = readNumberList(words);
  return numbers && isCount(numbers, words, after) ? undefined : numbers;
}

/** 第三十一条至第三十三条 is met as two citations: they become one. */
function joinRanges(found: readonly FoundCitation[], text: string): readonly FoundCitation[] {
  const joined: FoundCitation[] = [];
  for (const citation of found) {
    const previous = joined.at(-1);
    const from = previous?.places.at(-1);
    const to = citation.places[0];
    const whole = from?.paragraph === undefined && from?.item === undefined;
    if (previous && from && to && whole && between.test(text.slice(previous.end, citation.start))) {
      const inside = numbersBetween(from.article, to.article).slice(1, -1);
      joined[joined.length - 1] = {
        ...previous,
        end: citation.end,
        text: text.slice(previous.start, citation.end),
        places: [...previous.places, ...inside.map((article) => ({ article })), ...citation.places],
      };
    } else joined.push(citation);
  }
  return joined;
}

/**
 * @param context the article the conversation is about: with it a lone 第三款 is a citation too
 * @returns in order of position; places that do not exist are found as well, `resolveCitation` tells
 */
export function findCitations(original: string, context?: { readonly article: number }): readonly FoundCitation[] {
  const text = foldWidth(original);
  const found: FoundCitation[] = [];
  for (const match of text.matchAll(citationPattern)) {
    const groups = match.groups ?? {};
    const after = match.index + match[0].length;
    if (match.index < (found.at(-1)?.end ?? 0)) continue;
    const numbers = numbersOf(groups, text.slice(after, after + 20));
    const last = numbers?.at(-1);
    if (!numbers || last === undefined) continue;
    const paragraph = groups['para'] ?? groups['inner'];
    const { parts, end } =
      paragraph === undefined ? readSubplaces(text, after) : { parts: [{ paragraph: Number(paragraph) }], end: after };
    const title = titleBefore.exec(text.slice(Math.max(0, match.index - longestTitle), match.index));
    const start = title ? match.index - title[0].length : match.index;
    found.push({
      start,
      end,
      text: original.slice(start, end),
      ...(title?.[1] === undefined ? {} : { title: original.slice(start + 1, start + 1 + title[1].length) }),
      places: [
        ...numbers.slice(0, -1).map((article): Place => ({ article })),
        ...parts.map((part): Place => ({ article: last, ...part })),
      ],
    });
  }
  const joined = joinRanges(found, original);
  if (!context) return joined;
  const relative: FoundCitation[] = [];
  let next = 0;
  let taken = 0;
  for (const match of text.matchAll(relativePattern)) {
    for (let one = joined[next]; one && one.start <= match.index; one = joined[next]) {
      taken = Math.max(taken, one.end);
      next += 1;
    }
    if (match.index < taken) continue;
    const { parts, end } = readSubplaces(text, match.index);
    const places = parts.map((part): Place => ({ article: context.article, ...part }));
    relative.push({ start: match.index, end, text: original.slice(match.index, end), places });
    taken = end;
  }
  return [...joined, ...relative].toSorted((a, b) => a.start - b.start);
}
