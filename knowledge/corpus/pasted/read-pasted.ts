/** Reads a regulation pasted from a web page or a document, in the usual 第…章/第…条/(一) form, and says what it guessed. */
import { printHeading } from '../heading.ts';
import type { Article, Chapter, ItemMarks, Regulation, Section } from '../regulation.ts';
import { RegulationFileError } from '../regulation-file-error.ts';
import { learnOpenings } from './body-openings.ts';
import { cleanPage, squeeze } from './clean-page.ts';
import { cutTail } from './cut-tail.ts';
import { findHeads, type Head } from './find-heads.ts';
import { guessHead } from './guess-head.ts';
import { indentsParagraphs, joinLines } from './join-lines.ts';
import { splitItems } from './split-items.ts';
import { splitTitle, titleStyle } from './split-title.ts';

/** What the operator knows better than the page. */
export interface GivenFacts {
  readonly id: string;
  readonly title?: string | undefined;
  readonly documentNumber?: string | undefined;
  readonly inForceFrom?: string | undefined;
  readonly validUntil?: string | undefined;
}

/** A spot a person should look at: `where` is an article, 全文 or 文件头. */
export interface Doubt {
  readonly where: string;
  readonly what: string;
}

export interface PastedRegulation {
  readonly regulation: Regulation;
  readonly doubts: readonly Doubt[];
}

interface Part {
  readonly head: Head;
  /** From behind the head to the next one. */
  readonly words: string;
}

const articleName = (number: number): string => printHeading({ kind: 'article', number, title: '' });

/** The chapters with their sections, and for each article the chapter and section it stands in. */
function outline(
  parts: readonly Part[],
  doubts: Doubt[],
): { chapters: readonly Chapter[]; places: Map<Head, [number, number]> } {
  const chapters: { number: number; title: string; sections: Section[] }[] = [];
  const places = new Map<Head, [number, number]>();
  for (const { head, words } of parts) {
    const [title = '', ...more] = words.split('\n').map(squeeze).filter(Boolean);
    const chapter = chapters.at(-1);
    if (head.kind === 'article') places.set(head, [chapter?.number ?? 0, chapter?.sections.at(-1)?.number ?? 0]);
    else if (more.length > 0)
      doubts.push({
        where: printHeading({ ...head, title }),
        what: `标题之后的文字没有收录:${more.join('').slice(0, 40)}`,
      });
    if (head.kind === 'chapter') chapters.push({ number: head.number, title, sections: [] });
    if (head.kind === 'section') chapter?.sections.push({ number: head.number, title });
  }
  return {
    chapters: chapters.map(({ sections, ...chapter }) => (sections.length > 0 ? { ...chapter, sections } : chapter)),
    places,
  };
}

/**
 * @param page the pasted text as it is
 * @param file name for error messages
 * @throws RegulationFileError when no article is found, when the numbering has a gap, or an article is empty
 */
export function readPasted(page: string, file: string, given: GivenFacts): PastedRegulation {
  const text = cleanPage(page);
  const heads = findHeads(text, file);
  const doubts: Doubt[] = [];
  const parts = heads.map((head, index): Part => ({ head, words: text.slice(head.end, heads[index + 1]?.start) }));
  const { text: lastWords, tail } = cutTail(parts.at(-1)?.words ?? '');
  if (tail !== '') doubts.push({ where: '全文', what: `正文之后的文字没有收录:${tail.slice(0, 60)}` });
  const { chapters, places } = outline(parts, doubts);

  const bodies = parts
    .filter(({ head }) => head.kind === 'article')
    .map(({ head, words }) => ({ head, lines: (head === heads.at(-1) ? lastWords : words).split('\n') }));
  const openings = learnOpenings(text);
  const style = titleStyle(
    bodies.map(({ lines }) => lines),
    openings,
  );
  const indents = indentsParagraphs(bodies.flatMap(({ lines }) => lines.slice(1)));
  const marksMet: ItemMarks[] = [];
  const articles = bodies.map(({ head, lines }): Article => {
    const titled = splitTitle(lines, style, openings);
    const body = splitItems(joinLines(titled.lines, indents));
    const where = articleName(head.number);
    for (const what of [titled.doubt ?? [], body.doubts].flat()) doubts.push({ where, what });
    if (body.paragraphs.length === 0)
      throw new RegulationFileError(file, text.slice(0, head.start).split('\n').length, `${where}没有内容`);
    marksMet.push(...body.marks);
    const [chapter, section] = places.get(head) ?? [0, 0];
    return {
      number: head.number,
      title: titled.title,
      chapter,
      ...(section > 0 ? { section } : {}),
      paragraphs: body.paragraphs,
    };
  });

  const guess = guessHead(text.slice(0, heads[0]?.start), articles);
  const full = marksMet.filter((marks) => marks === 'full').length;
  if (full > 0 && full < marksMet.length) doubts.push({ where: '全文', what: '项的括号有全角也有半角,已统一' });
  const title = given.title ?? guess.title;
  if (title === null) throw new RegulationFileError(file, null, '看不出文件的标题,请用 --title 给出');
  const inForceFrom = given.inForceFrom ?? guess.inForceFrom;
  if (inForceFrom === null) doubts.push({ where: '文件头', what: '没有找到施行日期,可用 --from 给出' });
  const regulation: Regulation = {
    id: given.id,
    title,
    documentNumber: given.documentNumber ?? guess.documentNumber,
    ...(guess.registration === null ? {} : { registration: guess.registration }),
    issuer: guess.issuer,
    issued: guess.issued,
    inForceFrom,
    validUntil: given.validUntil ?? guess.validUntil,
    validityArticle: guess.validityArticle,
    supersededBy: null,
    ...(full * 2 > marksMet.length ? { itemMarks: 'full' } : {}),
    chapters,
    articles,
  };
  return { regulation, doubts };
}
