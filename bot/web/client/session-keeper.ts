/** Holds the token of the person at this page: kept over a reload, renewed in time, asked for anew when it is refused. */
import { forget, keep, kept } from './browser-store.ts';
import { askPersonToken } from './demo-people.ts';
import type { Session } from './direct-line.ts';
import { ServerNo, askToken, readSession, refreshToken } from './direct-line.ts';
import { fields, text } from './read-value.ts';

/** A token is renewed once this much of its life is left, in milliseconds. */
const renewWithin = 15 * 60_000;

export class SessionKeeper {
  #session: Session | null = null;
  /** Who the visitor of a demo chose to be; null: the browser's own visitor. */
  #person: string | null;
  #renewal: Promise<Session> | null = null;

  constructor() {
    this.#person = text(kept('person'));
    const before = fields(kept('session'));
    const left = typeof before?.['expiresAt'] === 'number' ? before['expiresAt'] - Date.now() : 0;
    if (left > 0) this.#session = readSession({ ...before, expires_in: left / 1000 });
  }

  get person(): string | null {
    return this.#person;
  }

  /** Who this was and in which conversation, before a token is there. */
  get conversationId(): string | null {
    return this.#session?.conversationId ?? null;
  }

  /** Runs a call with a token that holds; a token refused all the same is replaced once. */
  async during<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = await this.#fresh();
    try {
      return await work(session);
    } catch (error) {
      const refused = error instanceof ServerNo && (error.status === 401 || error.status === 403);
      if (!refused) throw error;
      return work(await this.#once(() => this.#ask(false)));
    }
  }

  /** Leaves the conversation behind and begins another one. */
  anew(): Promise<Session> {
    return this.#after(() => this.#ask(true));
  }

  /** Another person of the demo city, or the visitor again. */
  async become(person: string | null): Promise<Session> {
    const before = this.#person;
    this.#person = person;
    try {
      const session = await this.#after(() => this.#ask(false));
      if (person === null) forget('person');
      else keep('person', person);
      return session;
    } catch (error) {
      this.#person = before;
      throw error;
    }
  }

  /** What the server hands out with another answer. */
  take(session: Session): void {
    this.#session = session;
    keep('session', session);
  }

  #fresh(): Promise<Session> {
    const session = this.#session;
    const left = session ? session.expiresAt - Date.now() : 0;
    if (!session || left <= 0) return this.#once(() => this.#ask(false));
    if (left > renewWithin) return Promise.resolve(session);
    return this.#once(() => refreshToken(session).catch(() => this.#ask(false)));
  }

  #ask(anew: boolean): Promise<Session> {
    return this.#person === null ? askToken(anew) : askPersonToken(this.#person, anew);
  }

  /** Behind a renewal that is under way, whose result would be another one. */
  async #after(renew: () => Promise<Session>): Promise<Session> {
    while (this.#renewal) await this.#renewal.catch(() => undefined);
    return this.#once(renew);
  }

  /** One renewal at a time, however many calls wait for it. */
  async #once(renew: () => Promise<Session>): Promise<Session> {
    this.#renewal ??= renew();
    const mine = this.#renewal;
    try {
      const session = await mine;
      this.take(session);
      return session;
    } finally {
      if (this.#renewal === mine) this.#renewal = null;
    }
  }
}
