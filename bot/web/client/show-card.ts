/** Puts an Adaptive Card where its message stands; what draws cards is loaded with the first one. */
import { el } from './element.ts';
import { plainLines } from './plain-lines.ts';
import { wording } from './wording.ts';

type Submit = (title: string, value: Readonly<Record<string, unknown>>) => void;

/** @param twin shown where the card cannot be */
export function showCard(card: unknown, place: HTMLElement, twin: string, submit: Submit): void {
  place.replaceChildren(el('p', { class: 'card-loading' }, wording.cardLoading));
  void import('./adaptive-card.ts')
    .then(({ drawAdaptiveCard }) => drawAdaptiveCard(card, submit))
    .catch(() => undefined)
    .then((drawn) => {
      if (drawn) place.replaceChildren(drawn);
      else place.replaceChildren(el('p', { class: 'card-loading' }, wording.cardBroken), ...plainLines(twin));
    });
}
