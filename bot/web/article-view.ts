/** An article as the page shows it: whole, among the other articles of its chapter, with the standing of its regulation. */
import { toChineseNumeral } from '#knowledge/citations/chinese-numeral.ts';
import { itemMark } from '#knowledge/corpus/item-mark.ts';
import type { Article, Regulation } from '#knowledge/corpus/regulation.ts';
import type { Standing } from '#knowledge/corpus/standing-on.ts';
import { standingOn } from '#knowledge/corpus/standing-on.ts';

export interface ItemView {
  readonly number: number;
  /** (一), printed before the text. */
  readonly mark: string;
  readonly text: string;
}

export interface ParagraphView {
  readonly number: number;
  readonly text: string;
  readonly items: readonly ItemView[];
}

export interface ArticleText {
  readonly number: number;
  /** 第二十二条 */
  readonly heading: string;
  readonly title: string | null;
  readonly paragraphs: readonly ParagraphView[];
}

export interface ArticleView {
  readonly regulation: {
    readonly id: string;
    readonly title: string;
    readonly documentNumber: string | null;
    readonly issuer: string | null;
    /** ISO dates. */
    readonly inForceFrom: string | null;
    readonly validUntil: string | null;
    /** Today. */
    readonly standing: Standing;
  };
  /** 第四章 共享和开放; null for a regulation without chapters. */
  readonly chapter: string | null;
  /** The article asked for. */
  readonly article: number;
  /** It and its neighbours in the chapter, in order. */
  readonly articles: readonly ArticleText[];
  /** The articles before the first and after the last one shown. */
  readonly previous: number | null;
  readonly next: number | null;
}

/** Neighbours shown on each side in a long chapter. */
const neighbours = 15;

/**
 * @param day ISO date of today
 * @returns undefined when the regulation has no such article
 */
export function articleView(
  regulation: Regulation,
  number: number,
  day: string,
  all: readonly Regulation[],
): ArticleView | undefined {
  const { articles } = regulation;
  const position = articles.findIndex((article) => article.number === number);
  const asked = articles[position];
  if (!asked) return undefined;
  const near = (index: number): boolean =>
    articles[index]?.chapter === asked.chapter && Math.abs(index - position) <= neighbours;
  const shown = articles.filter((_, index) => near(index));
  const first = articles.findIndex((_, index) => near(index));
  const chapter = regulation.chapters.find((one) => one.number === asked.chapter);
  const { id, title, documentNumber, issuer, inForceFrom, validUntil } = regulation;
  const standing = standingOn(regulation, day, all);
  return {
    regulation: { id, title, documentNumber, issuer, inForceFrom, validUntil, standing },
    chapter: chapter ? `第${toChineseNumeral(chapter.number)}章 ${chapter.title}` : null,
    article: number,
    articles: shown.map((article) => articleText(article, regulation)),
    previous: articles[first - 1]?.number ?? null,
    next: articles[first + shown.length]?.number ?? null,
  };
}

function articleText({ number, title, paragraphs }: Article, { itemMarks }: Regulation): ArticleText {
  return {
    number,
    heading: `第${toChineseNumeral(number)}条`,
    title,
    paragraphs: paragraphs.map((paragraph) => ({
      ...paragraph,
      items: paragraph.items.map((item) => ({ ...item, mark: itemMark(item.number, itemMarks) })),
    })),
  };
}
