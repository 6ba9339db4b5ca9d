/** The conversation on the page: shows the messages in their order and changes only what has changed. */
import type { ChatMessage } from './chat-message.ts';
import { el } from './element.ts';
import type { MessageDeeds, MessageView } from './message-view.ts';
import { messageView } from './message-view.ts';
import { dayLabel, dayOf } from './timestamp.ts';

export class LogView {
  readonly #log: HTMLElement;
  readonly #deeds: MessageDeeds;
  #views = new Map<string, { readonly view: MessageView; message: ChatMessage }>();
  readonly #days = new Map<string, HTMLElement>();

  constructor(log: HTMLElement, deeds: MessageDeeds) {
    this.#log = log;
    this.#deeds = deeds;
  }

  /** Returns the elements of messages that were not there before, in order. */
  show(messages: readonly ChatMessage[]): readonly HTMLElement[] {
    const fresh: HTMLElement[] = [];
    const kept = new Set<Element>();
    let last: Element | null = null;
    const place = (element: HTMLElement): void => {
      kept.add(element);
      const there: ChildNode | null = last ? last.nextSibling : this.#log.firstChild;
      if (there !== element) this.#log.insertBefore(element, there);
      last = element;
    };
    let day = '';
    for (const message of messages) {
      if (dayOf(message.at) !== day) {
        day = dayOf(message.at);
        place(this.#dayMark(day, message.at));
      }
      const known = this.#views.get(message.key);
      const view = known?.view ?? messageView(message, this.#deeds);
      if (!known) fresh.push(view.element);
      else if (known.message !== message) view.update(message);
      this.#views.set(message.key, { view, message });
      place(view.element);
    }
    this.#removeAllBut(kept, messages);
    return fresh;
  }

  #dayMark(day: string, at: number): HTMLElement {
    const mark = this.#days.get(day) ?? el('p', { class: 'day' });
    const label = dayLabel(at, Date.now());
    if (mark.textContent !== label) mark.textContent = label;
    this.#days.set(day, mark);
    return mark;
  }

  #removeAllBut(kept: ReadonlySet<Element>, messages: readonly ChatMessage[]): void {
    for (const element of Array.from(this.#log.children)) if (!kept.has(element)) element.remove();
    const keys = new Set(messages.map(({ key }) => key));
    for (const key of this.#views.keys()) if (!keys.has(key)) this.#views.delete(key);
  }
}
