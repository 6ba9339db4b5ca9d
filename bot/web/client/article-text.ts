/** The articles of a chapter as elements, with the cited clause set off and the quoted words marked. */
import type { ArticleText, ArticleView, ItemView, ParagraphView } from '#bot/web/article-view.ts';
import type { Proof } from '#knowledge/answers/answer.ts';
import { el } from './element.ts';
import type { Span } from './find-quote.ts';
import { findQuote } from './find-quote.ts';

export interface DrawnArticles {
  readonly elements: readonly HTMLElement[];
  /** What to bring into sight: the cited clause, or the article. */
  readonly target: HTMLElement | null;
}

/** A piece of text in its clause: the paragraph's own words, an item's mark, an item's words. */
interface Piece {
  readonly text: string;
  readonly paragraph: ParagraphView;
  readonly item: ItemView | null;
}

/** @param proof null to show the article as such */
export function drawArticles(view: ArticleView, proof: Proof | null): DrawnArticles {
  let target: HTMLElement | null = null;
  const elements = view.articles.map((article) => {
    const asked = article.number === view.article;
    const drawn = drawArticle(article, asked, asked ? proof : null);
    if (asked) target = drawn.target;
    return drawn.element;
  });
  return { elements, target };
}

function drawArticle(
  article: ArticleText,
  asked: boolean,
  proof: Proof | null,
): { readonly element: HTMLElement; readonly target: HTMLElement } {
  const marked = proof ? quotedSpans(article, proof) : new Map<string, Span>();
  const clauses: HTMLElement[] = [];
  const cite = (element: HTMLElement, cited: boolean): HTMLElement => {
    if (cited) {
      element.classList.add('cited');
      clauses.push(element);
    }
    return element;
  };
  const itemLine = (paragraph: ParagraphView, item: ItemView): HTMLElement => {
    const line = el(
      'p',
      { class: 'item' },
      ...pieces(item.mark, marked.get(`${paragraph.number} ${item.number} mark`) ?? null),
      ...pieces(item.text, marked.get(`${paragraph.number} ${item.number}`) ?? null),
    );
    return cite(line, proof?.item === item.number && (proof.paragraph ?? paragraph.number) === paragraph.number);
  };
  const paragraphs = article.paragraphs.map((paragraph) => {
    const whole = proof?.item === undefined && proof?.paragraph === paragraph.number;
    const words = el('p', {}, ...pieces(paragraph.text, marked.get(String(paragraph.number)) ?? null));
    return cite(
      el('div', { class: 'paragraph' }, words, ...paragraph.items.map((item) => itemLine(paragraph, item))),
      whole,
    );
  });
  const heading = el(
    'h3',
    {},
    el('span', { class: 'article-number' }, article.heading),
    article.title === null ? null : el('span', { class: 'article-title' }, article.title),
  );
  const element = el('article', { class: asked ? 'article asked' : 'article' }, heading, ...paragraphs);
  // A citation of the whole article sets off its paragraphs together.
  if (asked && proof && clauses.length === 0) element.classList.add('cited');
  return { element, target: clauses[0] ?? element };
}

/** Looks in the cited clause first: the same words may stand elsewhere in the article. */
function quotedSpans(article: ArticleText, proof: Proof): ReadonlyMap<string, Span> {
  const all: readonly Piece[] = article.paragraphs.flatMap((paragraph) => [
    { text: paragraph.text, paragraph, item: null },
    ...paragraph.items.flatMap((item) => [
      { text: item.mark, paragraph, item },
      { text: item.text, paragraph, item },
    ]),
  ]);
  const cited = all.filter(
    ({ paragraph, item }) =>
      (proof.paragraph === undefined || paragraph.number === proof.paragraph) &&
      (proof.item === undefined || item?.number === proof.item),
  );
  for (const where of [cited, all]) {
    const spans = findQuote(
      where.map(({ text }) => text),
      proof.quote,
    );
    if (spans.some((span) => span !== null))
      return new Map(where.map((piece, index) => [nameOf(piece), spans[index] ?? null]));
  }
  return new Map();
}

function nameOf({ text, paragraph, item }: Piece): string {
  if (!item) return String(paragraph.number);
  return `${paragraph.number} ${item.number}${text === item.mark ? ' mark' : ''}`;
}

function pieces(text: string, span: Span): readonly (Node | string)[] {
  if (!span) return [text];
  const { start, end } = span;
  return [text.slice(0, start), el('mark', {}, text.slice(start, end)), text.slice(end)].filter(
    (piece) => piece !== '',
  );
}
