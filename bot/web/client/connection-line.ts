/** One line that says when the page is not connected as it should be; silent otherwise. */
import type { ConnectionState } from './connection-state.ts';
import { button, el, part } from './element.ts';
import { wording } from './wording.ts';

/** Short breaks are nobody's business. */
const quietForMs = 800;

export class ConnectionLine {
  readonly #line = part('connection', HTMLElement);
  readonly #retry: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said: string | null = null;
  #everConnected = false;

  constructor(retry: () => void) {
    this.#retry = retry;
  }

  show(state: ConnectionState): void {
    if (state.at === 'streaming') this.#everConnected = true;
    const words = this.#wordsFor(state);
    clearTimeout(this.#timer);
    if (words === this.#said) return;
    // What is said already may change at once.
    if (words === null || !this.#line.hidden) this.#say(words);
    else this.#timer = setTimeout(() => this.#say(words), quietForMs);
  }

  #wordsFor({ at }: ConnectionState): string | null {
    if (at === 'streaming' || at === 'stopped') return null;
    if (at === 'polling') return wording.polling;
    if (!navigator.onLine) return wording.offline;
    return this.#everConnected ? wording.reconnecting : wording.connecting;
  }

  #say(words: string | null): void {
    this.#said = words;
    this.#line.hidden = words === null;
    const retry = button({ class: 'again' }, this.#retry, wording.retryNow);
    if (words === null) this.#line.replaceChildren();
    else this.#line.replaceChildren(el('span', {}, words), words === wording.polling ? '' : retry);
  }
}
