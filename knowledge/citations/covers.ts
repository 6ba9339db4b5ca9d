/** Whether one citation includes another: an article its paragraphs, a paragraph its items. */
import type { Citation } from './citation.ts';

export function covers(whole: Citation, part: Citation): boolean {
  if (whole.regulation !== part.regulation || whole.article !== part.article) return false;
  if (whole.paragraph !== undefined && whole.paragraph !== part.paragraph) return false;
  return whole.item === undefined || whole.item === part.item;
}
