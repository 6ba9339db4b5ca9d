/** Finds words of the text that a message puts in quotation marks and asks the place of: “应归尽归”是哪一条. */
import type { Citation } from '#knowledge/citations/citation.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Answer } from './answer.ts';
import { plainAnswer } from './plain-answer.ts';
import { proofOf } from './proof-of.ts';
import { wording } from './wording.ts';

const ASKS_PLACE =
  /(?:哪|第几)(?:一|几)?(?:条|款|项|章)|出自|出处|(?:写|说|提|规定|出现)(?:过|到|的)?(?:在|于|是)?(?:哪|什么地方)|在哪(?:里|儿)?(?:写|说|提|规定|出现|有)/u;
/** A longer message tells a story in which something happens to be quoted. */
const LONGEST = 48;
const QUOTED = /["“”'‘’「『]([^"“”'‘’「」『』]{2,40})["“”'‘’」』]/gu;
/** Asked of nothing but the words' place: no quotation marks are needed. */
const UNQUOTED =
  /^(?:请问|办法(?:里|中)?(?:的|说的|写的)?)?(.{4,30}?)(?:这(?:句话|几个字|个词|个?说法)|这?一?句(?:话)?)(?:是|在|出自)/u;
/** Words found in more places than this are everywhere. */
const MOST_PLACES = 3;

interface Found {
  readonly place: Citation;
  readonly sentence: string;
}

const folded = (text: string): string => text.normalize('NFKC').replace(/[\s"“”]/g, '');

function sentenceWith(text: string, words: string): string | null {
  const sentences = text.match(/[^。;；]+[。;；]?/gu) ?? [];
  return sentences.find((one) => folded(one).includes(words))?.trim() ?? null;
}

function findWords(regulation: Regulation, words: string): readonly Found[] {
  return regulation.articles.flatMap(({ number: article, paragraphs }) =>
    paragraphs.flatMap(({ number, text, items }): Found[] => {
      const place = { regulation: regulation.id, article, ...(paragraphs.length > 1 ? { paragraph: number } : {}) };
      const own = sentenceWith(text, words);
      const inItems = items.flatMap((item): Found[] => {
        const sentence = sentenceWith(item.text, words);
        return sentence === null ? [] : [{ place: { ...place, item: item.number }, sentence }];
      });
      return [...(own === null ? [] : [{ place, sentence: own }]), ...inItems];
    }),
  );
}

/** @returns null when no words of the text are quoted, or something else than their place is asked */
export function quotedWordsAnswer(regulation: Regulation, text: string): Answer | null {
  if (text.length > LONGEST || !ASKS_PLACE.test(text)) return null;
  const quoted = [...text.matchAll(QUOTED)].map(([, words = '']) => words);
  const unquoted = UNQUOTED.exec(text)?.[1];
  const words = (quoted.length > 0 ? quoted : unquoted === undefined ? [] : [unquoted]).filter(
    (one) => !/[?？]/.test(one),
  );
  if (words.length === 0) return null;
  const found = words.map((one) => ({ words: one, places: findWords(regulation, folded(one)) }));
  const known = found.filter(({ places }) => places.length > 0 && places.length <= MOST_PLACES);
  if (known.length === 0) return null;
  return {
    ...plainAnswer(
      'answered',
      known
        .map(({ words: one, places }) =>
          wording.standsAt(
            one,
            places.map(({ place }) => formatCitation(place)),
            places[0]?.sentence ?? '',
          ),
        )
        .join('\n'),
    ),
    proofs: known.flatMap(({ places }) => places.map(({ place, sentence }) => proofOf(regulation, place, sentence))),
  };
}
