/** Keeps the newest message in sight for who reads along, and leaves alone who is reading further up. */
import { part } from './element.ts';
import { wording } from './wording.ts';

/** This close to the end counts as being there, in pixels. */
const near = 60;

export class ScrollKeeper {
  readonly #scroll = part('scroll', HTMLElement);
  readonly #newer = part('newer', HTMLButtonElement);
  readonly #newerLabel = this.#newer.querySelector('span');
  /** Whether to follow the end as the content grows. */
  #following = true;
  #unseen = 0;

  constructor() {
    this.#scroll.addEventListener('scroll', () => this.#moved(), { passive: true });
    this.#newer.addEventListener('click', () => this.toEnd());
    // Cards come late, and the place for the log changes with the keyboard of a telephone.
    const observer = new ResizeObserver(() => {
      if (this.#following) this.#jump();
      this.#moved();
    });
    for (const element of [this.#scroll, ...this.#scroll.children]) observer.observe(element);
  }

  toEnd(): void {
    this.#following = true;
    this.#jump();
    this.#moved();
  }

  /** @param fresh elements that were just added at the end; `mine` when the person has just written one of them */
  added(fresh: readonly HTMLElement[], mine: boolean): void {
    const last = fresh.at(-1);
    if (!last) return;
    if (!mine && !this.#following) {
      this.#unseen += fresh.length;
      this.#showNewer();
      return;
    }
    const first = fresh[0] ?? last;
    // An answer longer than the window is read from its beginning, with the question above it.
    const question = first.previousElementSibling;
    const top = question?.classList.contains('mine') ? question : first;
    const height = last.getBoundingClientRect().bottom - top.getBoundingClientRect().top;
    if (mine || height < this.#scroll.clientHeight - near) {
      this.toEnd();
      return;
    }
    this.#following = false;
    const box = this.#scroll.getBoundingClientRect();
    this.#scroll.scrollTop += top.getBoundingClientRect().top - box.top - 12;
  }

  get #fromEnd(): number {
    return this.#scroll.scrollHeight - this.#scroll.scrollTop - this.#scroll.clientHeight;
  }

  #jump(): void {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
  }

  #moved(): void {
    this.#following = this.#fromEnd < near;
    if (this.#following) this.#unseen = 0;
    this.#showNewer();
  }

  #showNewer(): void {
    this.#newer.hidden = this.#following;
    this.#newer.classList.toggle('unseen-messages', this.#unseen > 0);
    const label = this.#unseen > 0 ? wording.newMessages(this.#unseen) : wording.toLatest;
    if (this.#newerLabel && this.#newerLabel.textContent !== label) this.#newerLabel.textContent = label;
  }
}
