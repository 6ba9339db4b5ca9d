/** The field one writes in: Enter sends, Shift+Enter breaks the line, and nothing is sent while a word is still being composed. */
import { keep, kept } from './browser-store.ts';
import { part } from './element.ts';
import { text } from './read-value.ts';

const draftName = 'draft';
/** What Safari reports for the Enter that ends a composition, after saying that it has ended. */
const composingKey = 229;

export class Composer {
  readonly #field = part('say', HTMLTextAreaElement);
  readonly #send = part('send', HTMLButtonElement);

  constructor(say: (text: string) => void) {
    const submit = (): void => {
      const words = this.#field.value.trim();
      if (words === '') return;
      this.#field.value = '';
      this.#changed();
      say(words);
    };
    part('composer', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      submit();
      this.#field.focus();
    });
    this.#field.addEventListener('keydown', (event) => {
      const composing = event.isComposing || event.keyCode === composingKey;
      if (event.key !== 'Enter' || event.shiftKey || event.altKey || composing) return;
      event.preventDefault();
      submit();
    });
    this.#field.addEventListener('input', () => this.#changed());
    this.#field.value = text(kept(draftName)) ?? '';
    this.#changed();
  }

  focus(): void {
    this.#field.focus({ preventScroll: true });
  }

  #changed(): void {
    keep(draftName, this.#field.value);
    this.#send.disabled = this.#field.value.trim() === '';
    // An empty field is as high as its style says: nothing to measure while the page is still being put up.
    if (this.#field.value === '') {
      this.#field.style.height = '';
      return;
    }
    // The field is as high as its text; the style sheet says where that ends.
    this.#field.style.height = 'auto';
    this.#field.style.height = `${this.#field.scrollHeight}px`;
  }
}
