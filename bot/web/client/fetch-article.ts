/** Fetches an article with its surroundings; once read it stays at hand. */
import type { ArticleView } from '#bot/web/article-view.ts';
import { ServerNo, call } from './direct-line.ts';
import { fields } from './read-value.ts';

const atHand = new Map<string, ArticleView>();

/** @throws ServerNo with status 404 when there is no such article */
export async function fetchArticle(regulation: string, article: number): Promise<ArticleView> {
  const path = `/regulations/${encodeURIComponent(regulation)}/articles/${article}`;
  const known = atHand.get(path);
  if (known) return known;
  const answer = await call('GET', path, null);
  if (!isArticleView(answer)) throw new ServerNo(200, 'BadAnswer', null);
  atHand.set(path, answer);
  return answer;
}

/** Written by the server of this same page: it is enough to know that it is that. */
function isArticleView(value: unknown): value is ArticleView {
  const view = fields(value);
  return Array.isArray(view?.['articles']) && fields(view['regulation']) !== null;
}
