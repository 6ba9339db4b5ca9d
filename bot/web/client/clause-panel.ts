/** The panel that shows an article in its chapter: beside the conversation where there is room, over it where there is not. */
import type { ArticleView } from '#bot/web/article-view.ts';
import type { Proof } from '#knowledge/answers/answer.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import { drawArticles } from './article-text.ts';
import { ServerNo } from './direct-line.ts';
import { button, el, part } from './element.ts';
import { fetchArticle } from './fetch-article.ts';
import { icon } from './icon.ts';
import { standingLabels, wording } from './wording.ts';

interface Opened {
  readonly regulation: string;
  readonly article: number;
  readonly proof: Proof | null;
}

export class ClausePanel {
  readonly #panel = part('panel', HTMLDialogElement);
  readonly #title = part('panel-title', HTMLElement);
  readonly #facts = part('panel-facts', HTMLElement);
  readonly #pages = part('panel-pages', HTMLElement);
  readonly #stage = part('stage', HTMLElement);
  readonly #roomBeside = matchMedia('(min-width: 1000px)');
  /** Where the keyboard returns to. */
  #opener: HTMLElement | null = null;
  #opened: Opened | null = null;

  constructor() {
    part('panel-close', HTMLButtonElement).addEventListener('click', () => this.#panel.close());
    this.#panel.addEventListener('close', () => this.#closed());
    // A press beside the sheet closes it.
    this.#panel.addEventListener('click', (event) => {
      if (event.target === this.#panel) this.#panel.close();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing || !this.#panel.open || document.querySelector('.ask[open]'))
        return;
      event.preventDefault();
      this.#panel.close();
    });
    this.#roomBeside.addEventListener('change', () => this.#showAnew());
  }

  open(proof: Proof, opener: HTMLElement): void {
    this.#markOpener(opener);
    this.#show();
    this.#title.focus({ preventScroll: true });
    void this.#turnTo({ regulation: proof.regulation, article: proof.article, proof });
  }

  #show(): void {
    if (this.#panel.open) return;
    if (this.#roomBeside.matches) this.#panel.show();
    else this.#panel.showModal();
    this.#stage.classList.add('with-panel');
  }

  /** The same content in the other way of showing it. */
  #showAnew(): void {
    if (!this.#panel.open) return;
    const [opener, opened] = [this.#opener, this.#opened];
    this.#panel.close();
    this.#opener = opener;
    this.#opened = opened;
    this.#show();
  }

  #closed(): void {
    if (this.#panel.open) return;
    this.#stage.classList.remove('with-panel');
    const opener = this.#opener;
    this.#markOpener(null);
    this.#opened = null;
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  }

  #markOpener(opener: HTMLElement | null): void {
    this.#opener?.classList.remove('open');
    opener?.classList.add('open');
    this.#opener = opener;
  }

  async #turnTo(opened: Opened): Promise<void> {
    this.#opened = opened;
    const { regulation, article, proof } = opened;
    this.#title.textContent = formatCitation(proof ?? { article });
    this.#pages.replaceChildren(el('p', { class: 'panel-remark', role: 'status' }, wording.clauseLoading));
    try {
      const view = await fetchArticle(regulation, article);
      if (this.#opened === opened) this.#draw(view, opened);
    } catch (error) {
      if (this.#opened !== opened) return;
      const missing = error instanceof ServerNo && error.status === 404;
      const retry = button({ class: 'again' }, () => void this.#turnTo(opened), wording.retryNow);
      const words = missing ? wording.clauseMissing : wording.clauseFailed;
      this.#pages.replaceChildren(el('p', { class: 'panel-remark', role: 'alert' }, words, missing ? null : retry));
    }
  }

  #draw(view: ArticleView, { regulation, proof }: Opened): void {
    const { elements, target } = drawArticles(view, proof);
    const turn = (article: number | null, title: string, side: 'up' | 'down'): HTMLElement | null =>
      article === null
        ? null
        : button(
            { class: 'turn' },
            () => void this.#turnTo({ regulation, article, proof: null }),
            icon(side),
            `${title}:${formatCitation({ article })}`,
          );
    this.#facts.replaceChildren(...factsOf(view));
    const parts = [
      turn(view.previous, wording.previousArticle, 'up'),
      view.chapter === null ? null : el('p', { class: 'chapter' }, view.chapter),
      ...elements,
      turn(view.next, wording.nextArticle, 'down'),
    ];
    this.#pages.replaceChildren(...parts.filter((one) => one !== null));
    if (!target) return;
    const offset = target.getBoundingClientRect().top - this.#pages.getBoundingClientRect().top;
    this.#pages.scrollTop = offset - Math.min(120, this.#pages.clientHeight / 4);
  }
}

/** Which regulation, and whether it holds today: said where it stays in sight. */
function factsOf({ regulation }: ArticleView): readonly HTMLElement[] {
  const { title, documentNumber, standing, inForceFrom, validUntil } = regulation;
  const notYet = standing === 'not_yet_in_force' && inForceFrom !== null;
  const day = notYet ? wording.inForceFrom(inForceFrom) : validUntil === null ? null : wording.validUntil(validUntil);
  return [
    el('span', { class: 'panel-regulation' }, `《${title}》`),
    ...(documentNumber === null ? [] : [el('span', { class: 'panel-number' }, documentNumber)]),
    el('span', { class: 'standing', 'data-standing': standing }, standingLabels[standing]),
    ...(day === null ? [] : [el('span', {}, day)]),
  ];
}
