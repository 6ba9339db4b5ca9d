/** Keeps the page connected to its conversation: carries out what the connection's state says, and hands on what arrives. */
import type { ConnectionEvent, ConnectionState } from './connection-state.ts';
import { nextState } from './connection-state.ts';
import type { Begun } from './direct-line.ts';
import {
  beginConversation,
  fetchActivities,
  readActivitySet,
  resumeConversation,
  takeFirstConversation,
} from './direct-line.ts';
import { parseJson } from './read-value.ts';
import type { SessionKeeper } from './session-keeper.ts';

export interface ConnectionListener {
  /** Another conversation than before, from its beginning. */
  readonly begun: (conversationId: string) => void;
  readonly received: (activities: readonly unknown[]) => void;
  readonly changed: (state: ConnectionState) => void;
}

/** All in milliseconds. The server says something, if only an empty frame, every 15 seconds. */
const openingPatience = 8_000;
const longestSilence = 40_000;
const suspiciousSilence = 20_000;
const pollEvery = 1_500;
const pollFor = 60_000;
/** A message the server has taken comes back over the stream long before this, or the stream is dead. */
const echoPatience = 4_000;

export class Connection {
  readonly #keeper: SessionKeeper;
  readonly #listener: ConnectionListener;
  #state: ConnectionState = { at: 'stopped' };
  #conversationId: string | null = null;
  #watermark = '';
  #socket: WebSocket | null = null;
  #heardAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(keeper: SessionKeeper, listener: ConnectionListener) {
    this.#keeper = keeper;
    this.#listener = listener;
    setInterval(() => this.#checkSilence(longestSilence), 10_000);
  }

  start(): void {
    this.#step('start');
  }

  /** The network is back, the page is looked at again, or the person asks for it. */
  wake(): void {
    this.#checkSilence(suspiciousSilence);
    this.#step('wake');
  }

  /** After the person or the conversation changed. */
  restart(): void {
    this.#step('stop');
    this.#step('start');
  }

  /** The server has taken a message under this id: it must arrive here, too. */
  expect(id: string): void {
    const number = Number(/\|(\d+)/.exec(id)?.[1] ?? 0);
    const conversationId = this.#conversationId;
    setTimeout(() => {
      if (this.#conversationId === conversationId && Number(this.#watermark) < number) this.#step('closed');
    }, echoPatience);
  }

  #step(event: ConnectionEvent): void {
    const before = this.#state;
    const state = nextState(before, event, Math.random());
    if (state === before) return;
    this.#state = state;
    clearTimeout(this.#timer);
    if (state.at !== 'streaming') this.#dropSocket();
    if (state.at === 'opening') void this.#open(state);
    if (state.at === 'polling') void this.#poll(state);
    if (state.at === 'waiting') this.#timer = setTimeout(() => this.#step('due'), state.delayMs);
    this.#listener.changed(state);
  }

  async #open(state: ConnectionState): Promise<void> {
    let streamUrl: string;
    try {
      const begun = (await takeFirstConversation()) ?? (await this.#begin());
      if (this.#state !== state) return;
      this.#keeper.take(begun.session);
      this.#enter(begun.session.conversationId);
      streamUrl = begun.streamUrl;
    } catch {
      if (this.#state === state) this.#step('unreachable');
      return;
    }
    this.#openSocket(streamUrl);
  }

  #begin(): Promise<Begun> {
    return this.#keeper.during((session) =>
      session.conversationId === this.#conversationId
        ? resumeConversation(session, this.#watermark)
        : beginConversation(session),
    );
  }

  #enter(conversationId: string): void {
    if (conversationId === this.#conversationId) return;
    this.#conversationId = conversationId;
    this.#watermark = '';
    this.#listener.begun(conversationId);
  }

  #openSocket(streamUrl: string): void {
    // Whatever name the server goes by, the page's own is the one that is known to work.
    const { pathname, search } = new URL(streamUrl);
    const socket = new WebSocket(
      `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${pathname}${search}`,
    );
    this.#socket = socket;
    const ours = (): boolean => this.#socket === socket;
    this.#timer = setTimeout(() => this.#step('stream refused'), openingPatience);
    socket.addEventListener('open', () => {
      if (!ours()) return;
      this.#heardAt = performance.now();
      this.#step('opened');
    });
    socket.addEventListener('message', ({ data }) => {
      if (!ours()) return;
      this.#heardAt = performance.now();
      if (typeof data === 'string' && data !== '') this.#take(parseJson(data));
      this.#step('heard');
    });
    socket.addEventListener('close', () => {
      if (ours()) this.#step(this.#state.at === 'streaming' ? 'closed' : 'stream refused');
    });
  }

  #dropSocket(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #checkSilence(longest: number): void {
    if (this.#state.at === 'streaming' && performance.now() - this.#heardAt > longest) this.#step('closed');
  }

  async #poll(state: ConnectionState): Promise<void> {
    const until = performance.now() + pollFor;
    while (this.#state === state) {
      try {
        const { set, conversationId } = await this.#keeper.during(async (session) => ({
          set: await fetchActivities(session, this.#watermark),
          conversationId: session.conversationId,
        }));
        if (this.#state !== state) return;
        if (conversationId !== this.#conversationId || performance.now() > until) this.#step('due');
        else this.#take(set);
      } catch {
        if (this.#state === state) this.#step('unreachable');
      }
      await new Promise((resolve) => setTimeout(resolve, pollEvery));
    }
  }

  #take(frame: unknown): void {
    const set = readActivitySet(frame);
    if (!set) return;
    this.#listener.received(set.activities);
    if (set.watermark !== null) this.#watermark = set.watermark;
  }
}
