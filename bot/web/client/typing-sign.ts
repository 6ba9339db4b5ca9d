/** Shows that an answer is being worked on; goes away with the answer, or by itself when none comes. */
import { part } from './element.ts';

const longest = 35_000;

export class TypingSign {
  readonly #sign = part('typing', HTMLElement);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(): void {
    this.#sign.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), longest);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#sign.hidden = true;
  }
}
