/** The conversation on the page: what is said goes out, what arrives is shown, each message once. */
import type { Button, Saying } from './chat-message.ts';
import { asMessage } from './chat-message.ts';
import { Connection } from './connection.ts';
import { ConnectionLine } from './connection-line.ts';
import { part } from './element.ts';
import { LogView } from './log-view.ts';
import { newKey } from './message-key.ts';
import type { MessageList } from './message-list.ts';
import { emptyList, shownMessages, withAccepted, withComposed, withDelivery, withReceived } from './message-list.ts';
import type { OpenClause } from './proof-card.ts';
import { readActivity } from './read-activity.ts';
import { ScrollKeeper } from './scroll-keeper.ts';
import { Sender } from './sender.ts';
import type { SessionKeeper } from './session-keeper.ts';
import { showCard } from './show-card.ts';
import { TypingSign } from './typing-sign.ts';

export class Chat {
  readonly #keeper: SessionKeeper;
  readonly #connection: Connection;
  readonly #sender: Sender;
  readonly #log = part('log', HTMLElement);
  readonly #view: LogView;
  readonly #scroll = new ScrollKeeper();
  readonly #typing = new TypingSign();
  #list: MessageList = emptyList;
  #begun = false;

  constructor(keeper: SessionKeeper, openClause: OpenClause) {
    this.#keeper = keeper;
    this.#view = new LogView(this.#log, {
      openClause,
      press: (pressed) => this.press(pressed),
      again: (key) => {
        this.#connection.wake();
        this.#sender.again(key);
      },
      drawCard: (card, place, { twin }) =>
        showCard(card, place, twin, (title, value) => this.#say({ text: title, value })),
    });
    this.#sender = new Sender(keeper, {
      accepted: (key, id) => {
        this.#change(withAccepted(this.#list, key, id));
        this.#connection.expect(id);
      },
      delivery: (key, delivery) => this.#change(withDelivery(this.#list, key, delivery)),
    });
    const line = new ConnectionLine(() => this.#connection.wake());
    this.#connection = new Connection(keeper, {
      begun: (conversationId) => this.#enter(conversationId),
      received: (activities) => this.#receive(activities),
      changed: (state) => {
        line.show(state);
        if (state.at === 'streaming') this.#sender.resume();
        else this.#typing.hide();
      },
    });
    const wake = (): void => {
      if (!document.hidden) this.#connection.wake();
    };
    addEventListener('online', wake);
    addEventListener('pageshow', wake);
    document.addEventListener('visibilitychange', wake);
  }

  start(): void {
    this.#connection.start();
  }

  say(text: string): void {
    this.#say({ text });
  }

  press({ id, title }: Button): void {
    this.#say({ text: title, value: { press: id, title } });
  }

  /** Leaves this conversation behind. */
  async anew(): Promise<void> {
    await this.#keeper.anew();
    this.#connection.restart();
  }

  /** Goes on as another person, in that person's conversation. */
  async become(person: string | null): Promise<void> {
    await this.#keeper.become(person);
    this.#connection.restart();
  }

  #say(said: Pick<Saying, 'text' | 'value'>): void {
    const saying: Saying = { key: newKey(), at: Date.now(), ...said };
    this.#change(withComposed(this.#list, asMessage(saying)), true);
    this.#sender.say(saying);
  }

  #enter(conversationId: string): void {
    // What was written before there was a conversation belongs to the first one.
    this.#list = this.#begun ? emptyList : { ...emptyList, pending: this.#list.pending };
    this.#begun = true;
    this.#log.setAttribute('aria-busy', 'true');
    for (const left of this.#sender.enter(conversationId)) this.#list = withComposed(this.#list, asMessage(left));
    this.#change(this.#list, true);
  }

  #receive(activities: readonly unknown[]): void {
    const shown = activities.flatMap((activity) => readActivity(activity, Date.now()) ?? []);
    const messages = shown.flatMap((one) => (one.kind === 'message' ? [one.message] : []));
    if (messages.length > 0) this.#change(withReceived(this.#list, messages));
    if (messages.some(({ mine }) => !mine)) this.#answered();
    if (shown.at(-1)?.kind === 'typing') {
      this.#typing.show();
      this.#scroll.added([], false);
    }
  }

  #answered(): void {
    this.#typing.hide();
    this.#log.removeAttribute('aria-busy');
    if (performance.getEntriesByName('first-answer').length === 0) performance.mark('first-answer');
  }

  /** @param mine whether the person has just written something, and so wants to see it */
  #change(list: MessageList, mine = false): void {
    const busy = this.#log.hasAttribute('aria-busy');
    this.#list = list;
    const fresh = this.#view.show(shownMessages(list));
    this.#scroll.added(fresh, mine || busy);
  }
}
