/** Tells whoever watches a conversation in this process what was just recorded in it. */
import type { ConversationKey, LoggedMessage } from './conversation-log.ts';
import { conversationName } from './conversation-log.ts';

/** `typing` is shown and forgotten; a message is in the log already. */
export type FeedEvent = { readonly kind: 'message'; readonly message: LoggedMessage } | { readonly kind: 'typing' };

type Listener = (event: FeedEvent) => void;

export class Feed {
  readonly #listeners = new Map<string, Set<Listener>>();

  /** Returns the function that ends the watching. */
  watch(conversation: ConversationKey, listener: Listener): () => void {
    const name = conversationName(conversation);
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(name) === listeners) this.#listeners.delete(name);
    };
  }

  publish(conversation: ConversationKey, event: FeedEvent): void {
    for (const listener of this.#listeners.get(conversationName(conversation)) ?? []) listener(event);
  }
}
