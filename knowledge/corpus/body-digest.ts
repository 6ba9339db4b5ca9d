/** The fingerprint of a regulation's body: proves that a copy lost and added nothing, white space aside. */
import { createHash } from 'node:crypto';

import { printHeading } from './heading.ts';
import { itemMark } from './item-mark.ts';
import type { Article, Regulation, Section } from './regulation.ts';

export function withoutWhiteSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Heading and words of one article, no white space. */
export function articleBody(article: Article, regulation: Pick<Regulation, 'itemMarks'>): string {
  const words = article.paragraphs.flatMap(({ text, items }) => [
    text,
    ...items.map((item) => itemMark(item.number, regulation.itemMarks) + item.text),
  ]);
  const heading = printHeading({ kind: 'article', number: article.number, title: article.title ?? '' });
  return withoutWhiteSpace([heading, ...words].join(''));
}

/** Everything from the first heading to the last word, no white space; the title of the document is not part of it. */
export function regulationBody(regulation: Regulation): string {
  let chapter = 0;
  let section: Section | undefined;
  let body = '';
  for (const article of regulation.articles) {
    const current = regulation.chapters.find(({ number }) => number === article.chapter);
    if (current && current.number !== chapter) {
      body += printHeading({ kind: 'chapter', ...current });
      chapter = current.number;
    }
    const part = current?.sections?.find(({ number }) => number === article.section);
    if (part && part !== section) {
      body += printHeading({ kind: 'section', ...part });
      section = part;
    }
    body += articleBody(article, regulation);
  }
  return withoutWhiteSpace(body);
}

/** SHA-256 (hex) of `regulationBody`. */
export function bodyDigest(regulation: Regulation): string {
  return sha256(regulationBody(regulation));
}
