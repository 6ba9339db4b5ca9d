/** Prints a regulation as a file of our format; reading it back gives the same regulation. */
import { printFrontMatter } from './front-matter.ts';
import { printHeading } from './heading.ts';
import { itemMark } from './item-mark.ts';
import type { Article, ItemMarks, Regulation } from './regulation.ts';

function articleBlocks(article: Article, marks: ItemMarks | undefined): string[] {
  return [
    `### ${printHeading({ kind: 'article', number: article.number, title: article.title ?? '' })}`,
    ...article.paragraphs.flatMap((paragraph) => [
      paragraph.text,
      ...paragraph.items.map((item) => `${itemMark(item.number, marks)}${item.text}`),
    ]),
  ];
}

/** Ends with one line break; blocks are parted by one blank line. */
export function printRegulation(regulation: Regulation): string {
  const { chapters, articles, ...head } = regulation;
  const blocks = [`# ${head.title}`];
  let chapter = 0;
  let section = 0;
  for (const article of articles) {
    const current = chapters.find(({ number }) => number === article.chapter);
    if (current && article.chapter !== chapter) {
      blocks.push(`## ${printHeading({ kind: 'chapter', ...current })}`);
      section = 0;
    }
    chapter = article.chapter;
    const part = current?.sections?.find(({ number }) => number === article.section);
    if (part && part.number !== section) {
      blocks.push(`### ${printHeading({ kind: 'section', ...part })}`);
      section = part.number;
    }
    blocks.push(...articleBlocks(article, head.itemMarks));
  }
  return `---\n${printFrontMatter(head)}---\n\n${blocks.join('\n\n')}\n`;
}
