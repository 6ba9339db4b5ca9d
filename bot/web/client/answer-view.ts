/** An answer on the page: the plain sentence, what became of it, its proofs, what is merely near, and remarks from outside. */
import type { Answer, Note } from '#knowledge/answers/answer.ts';
import { el } from './element.ts';
import { icon } from './icon.ts';
import { plainLines } from './plain-lines.ts';
import type { OpenClause } from './proof-card.ts';
import { proofCard } from './proof-card.ts';
import { noteLabels, outcomeLabels, wording } from './wording.ts';

export function answerView(answer: Answer, open: OpenClause): readonly (HTMLElement | null)[] {
  const label = outcomeLabels[answer.outcome];
  const understood = answer.notes.filter(({ kind }) => kind === 'understood_as');
  const remarks = answer.notes.filter(({ kind }) => kind !== 'understood_as');
  return [
    label === null ? null : el('p', { class: 'outcome', 'data-outcome': answer.outcome }, label),
    ...understood.map((note) => el('p', { class: 'understood' }, note.text)),
    el('div', { class: 'words' }, ...plainLines(answer.text)),
    clauses('basis', wording.basis, answer.proofs, open),
    clauses('nearest', wording.nearest, answer.nearest, open),
    remarks.length === 0 ? null : el('ul', { class: 'notes' }, ...remarks.map(noteView)),
  ];
}

function clauses(kind: string, heading: string, proofs: Answer['proofs'], open: OpenClause): HTMLElement | null {
  if (proofs.length === 0) return null;
  return el(
    'section',
    { class: kind, 'aria-label': heading },
    el('h3', {}, kind === 'nearest' ? icon('alert') : null, heading),
    ...proofs.map((proof) => proofCard(proof, open)),
  );
}

function noteView({ kind, text }: Note): HTMLElement {
  const { label, outside } = noteLabels[kind];
  return el(
    'li',
    { 'data-kind': kind },
    el('span', { class: 'note-label' }, label, outside !== null && el('span', { class: 'outside' }, outside)),
    el('span', {}, text),
  );
}
