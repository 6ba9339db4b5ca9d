/** Posts what the person says, one after the other, and does not forget what has not gone out: not even over a reload. */
import { keep, kept } from './browser-store.ts';
import type { Delivery, Saying } from './chat-message.ts';
import { afterFailure } from './delivery-policy.ts';
import { postActivity } from './direct-line.ts';
import { each, fields, text } from './read-value.ts';
import type { SessionKeeper } from './session-keeper.ts';

export interface SenderListener {
  readonly accepted: (key: string, id: string) => void;
  readonly delivery: (key: string, delivery: Delivery) => void;
}

const storeName = 'unsent';

export class Sender {
  readonly #keeper: SessionKeeper;
  readonly #listener: SenderListener;
  #conversationId: string | null = null;
  /** In the order of saying; those held back are left out until the person sends them again. */
  #queue: readonly Saying[] = [];
  readonly #heldBack = new Set<string>();
  #failures = 0;
  #posting = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(keeper: SessionKeeper, listener: SenderListener) {
    this.#keeper = keeper;
    this.#listener = listener;
  }

  /** From now on everything goes to this conversation; returns what was left unsent in it by an earlier page. */
  enter(conversationId: string): readonly Saying[] {
    const unbound = this.#conversationId === null ? this.#queue : [];
    this.#conversationId = conversationId;
    const before = fields(kept(storeName));
    const left = text(before?.['conversationId']) === conversationId ? each(before?.['sayings'], readSaying) : [];
    this.#queue = [...left, ...unbound];
    this.#heldBack.clear();
    this.#save();
    this.resume();
    return left;
  }

  say(saying: Saying): void {
    this.#queue = [...this.#queue, saying];
    this.#save();
    void this.#post();
  }

  /** The person asks for one message to be tried again. */
  again(key: string): void {
    this.#heldBack.delete(key);
    this.#listener.delivery(key, { state: 'sending' });
    this.resume();
  }

  /** The connection is back. */
  resume(): void {
    clearTimeout(this.#timer);
    this.#failures = 0;
    void this.#post();
  }

  async #post(): Promise<void> {
    if (this.#posting) return;
    this.#posting = true;
    clearTimeout(this.#timer);
    try {
      while (await this.#postNext());
    } finally {
      this.#posting = false;
    }
  }

  /** False when there is nothing to post for now. */
  async #postNext(): Promise<boolean> {
    const conversationId = this.#conversationId;
    const saying = this.#queue.find(({ key }) => !this.#heldBack.has(key));
    if (!saying || conversationId === null) return false;
    const { key } = saying;
    try {
      const id = await this.#keeper.during((session) => postActivity({ ...session, conversationId }, activity(saying)));
      this.#failures = 0;
      this.#queue = this.#queue.filter((one) => one.key !== key);
      this.#save();
      this.#listener.accepted(key, id);
      return true;
    } catch (error) {
      // Another conversation has begun meanwhile: this message stays where it was.
      if (this.#conversationId !== conversationId) return true;
      this.#failures += 1;
      const { delivery, againInMs } = afterFailure(error, this.#failures, Math.random());
      if (againInMs !== null) {
        // Whatever stands behind it waits as well.
        for (const one of this.#queue) if (!this.#heldBack.has(one.key)) this.#listener.delivery(one.key, delivery);
        this.#timer = setTimeout(() => void this.#post(), againInMs);
        return false;
      }
      this.#listener.delivery(key, delivery);
      this.#failures = 0;
      this.#heldBack.add(key);
      return true;
    }
  }

  #save(): void {
    if (this.#conversationId === null) return;
    keep(storeName, { conversationId: this.#conversationId, sayings: this.#queue });
  }
}

function activity({ key, text: words, value }: Saying): object {
  return {
    type: 'message',
    text: words,
    locale: 'zh-CN',
    channelData: { clientActivityID: key },
    ...(value && { value }),
  };
}

function readSaying(value: unknown): Saying | null {
  const from = fields(value);
  const [key, words] = [text(from?.['key']), text(from?.['text'])];
  const at = from?.['at'];
  if (!key || words === null || typeof at !== 'number') return null;
  const filled = fields(from?.['value']);
  return { key, text: words, at, ...(filled && { value: filled }) };
}
