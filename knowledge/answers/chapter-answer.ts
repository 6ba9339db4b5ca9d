/** Answers a question about a chapter: which articles it holds, or that there is no such chapter. */
import { fromNumeral, toChineseNumeral } from '#knowledge/citations/chinese-numeral.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Answer } from './answer.ts';
import { wholeProof } from './proof-of.ts';
import { wording } from './wording.ts';

const CHAPTER = /第\s*([\d一二三四五六七八九十百]+)\s*章/;
/** What may stand around the chapter's number in a question that is only about the chapter. */
const ONLY_CHAPTER =
  /^(?:请问|请|麻烦|帮我|看看|查|讲讲|说说|列出|本|这个|该|办法|条例|的|里|中|是|都|主要|讲|说|写|规定|包括|了|些|什么|啥|哪|几|多少|条|内容|有|叫|标题|原文|一下|吗|呢|[?,。:、\s])*$/;

/** @returns null when the question is not about a chapter as such */
export function chapterAnswer(regulation: Regulation, text: string): Answer | null {
  const found = CHAPTER.exec(text);
  const number = fromNumeral(found?.[1] ?? '');
  if (!found || number === undefined) return null;
  const blank = { nearest: [], notes: [], nextSteps: [] };
  const chapter = regulation.chapters.find((one) => one.number === number);
  if (!chapter) {
    const last = regulation.chapters.length;
    return {
      ...blank,
      outcome: 'not_covered',
      text: wording.noSuchChapter(regulation.title, found[0], last),
      proofs: [],
    };
  }
  if (!ONLY_CHAPTER.test(text.replace(found[0], ''))) return null;
  const articles = regulation.articles.filter((article) => article.chapter === number);
  const list = articles.map(
    ({ number: n, title }) => `${formatCitation({ article: n })}${title === null ? '' : ` ${title}`}`,
  );
  return {
    ...blank,
    outcome: 'answered',
    text: wording.chapterHolds(`第${toChineseNumeral(number)}章`, chapter.title, list.join('、')),
    proofs: articles.flatMap((article) => {
      const paragraph = article.paragraphs[0]?.number;
      return (
        wholeProof(regulation, {
          regulation: regulation.id,
          article: article.number,
          ...(paragraph === undefined || article.paragraphs.length < 2 ? {} : { paragraph }),
        }) ?? []
      );
    }),
  };
}
