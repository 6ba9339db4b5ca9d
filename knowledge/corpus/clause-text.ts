/** The verbatim words of an article, a paragraph or an item. */
import { itemMark } from './item-mark.ts';
import type { Paragraph, Regulation } from './regulation.ts';

/** A place in a regulation that the reader has at hand. */
export interface ClausePlace {
  readonly article: number;
  readonly paragraph?: number | undefined;
  readonly item?: number | undefined;
}

function paragraphText({ text, items }: Paragraph, regulation: Regulation): string {
  return [text, ...items.map((item) => itemMark(item.number, regulation.itemMarks) + item.text)].join('\n');
}

/**
 * Paragraphs and items are parted by a line break; an item comes without its mark, a paragraph with the marks of its
 * items. An item named without its paragraph is looked for in the one paragraph of the article that has items.
 * @returns undefined when the place does not exist
 */
export function clauseText(regulation: Regulation, place: ClausePlace): string | undefined {
  const article = regulation.articles.find(({ number }) => number === place.article);
  if (!article) return undefined;
  if (place.paragraph === undefined && place.item === undefined)
    return article.paragraphs.map((paragraph) => paragraphText(paragraph, regulation)).join('\n');
  const withItems = article.paragraphs.filter(({ items }) => items.length > 0);
  const paragraph =
    place.paragraph === undefined
      ? withItems.length === 1
        ? withItems[0]
        : undefined
      : article.paragraphs.find(({ number }) => number === place.paragraph);
  if (!paragraph) return undefined;
  if (place.item === undefined) return paragraphText(paragraph, regulation);
  return paragraph.items.find(({ number }) => number === place.item)?.text;
}
