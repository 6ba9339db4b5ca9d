/** A clause that proves an answer, or one that merely comes near: name and verbatim words; pressing it opens the article. */
import type { Proof } from '#knowledge/answers/answer.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import { button, el } from './element.ts';
import { icon } from './icon.ts';
import { wording } from './wording.ts';

export type OpenClause = (proof: Proof, opener: HTMLElement) => void;

export function proofCard(proof: Proof, open: OpenClause): HTMLElement {
  const clause = formatCitation(proof);
  const title = proof.title.replace(/^《(.*)》$/, '$1');
  const card = button(
    { class: 'proof', 'aria-haspopup': 'dialog' },
    () => open(proof, card),
    el(
      'span',
      { class: 'proof-head' },
      el('span', { class: 'proof-place' }, title === '' ? null : `《${title}》`, el('strong', {}, clause)),
      el('span', { class: 'proof-open' }, wording.seeInText, icon('forward')),
    ),
    el('span', { class: 'proof-quote' }, proof.quote),
  );
  return card;
}
