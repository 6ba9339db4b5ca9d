/**
 * Lets several clients share the embedded database's one backend, one transaction at a time.
 *
 * The backend has a single session, so messages of two clients must never mix: a client is served from its first message
 * to the Sync that ends the batch, and on to the end of its transaction if it opened one; the others wait their turn in
 * the order they asked. Named statements are kept apart; settings, temporary tables and session advisory locks are shared
 * by all and are not to be used.
 */
import type { Socket } from 'node:net';
import { ClientStatements } from './client-statements.ts';
import { FrontendMessages } from './frontend-messages.ts';

/** The one backend. Its methods fail only when the database is beyond use; that ends the thread it lives in. */
export interface Backend {
  /** Runs whole protocol messages; the answers go to `onData` in pieces that are only valid during the call. */
  run(messages: Uint8Array, onData: (answer: Uint8Array) => void): Promise<void>;
  inTransaction(): boolean;
  rollback(): Promise<void>;
}

interface Client {
  readonly socket: Socket;
  readonly statements: ClientStatements;
  /** Messages since the last batch was cut. */
  open: Buffer[];
  /** Batches that wait to be run; `ends` tells that the batch leaves the protocol at rest (Sync, simple query). */
  readonly batches: { readonly bytes: Buffer; readonly ends: boolean }[];
  gone: boolean;
  /** Whether its work is counted as a change. */
  counted: boolean;
}

/** Message types after which the backend answers: Query, Sync, FunctionCall, CopyDone, CopyFail; and Flush, mid-batch. */
const ENDS_BATCH = new Set(['Q', 'S', 'F', 'c', 'f']);
const FLUSH = 'H';
const TERMINATE = 'X';
/** What a client calls itself whose work is not counted: the conversation log of the process that holds the folder. */
export const UNCOUNTED = 'zhengshu-log';
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);

export class SessionBroker {
  readonly #backend: Backend;
  readonly #greeting: Buffer;
  /** A client that holds a transaction this long without a word is cut off, in milliseconds. */
  readonly #idleLimit: number;
  readonly #onCounted: () => void;
  readonly #clients = new Set<Client>();
  #served = 0;
  #waiting: Client[] = [];
  #owner: Client | null = null;
  #running = false;
  #closed = false;
  #idleTimer: NodeJS.Timeout | undefined;

  /** @param onCounted called before anything is run for a client that is counted, so that what was read earlier may be stale */
  constructor(backend: Backend, greeting: Buffer, idleLimit = 60_000, onCounted: () => void = () => undefined) {
    this.#backend = backend;
    this.#onCounted = onCounted;
    this.#greeting = greeting;
    this.#idleLimit = idleLimit;
  }

  serve(socket: Socket): void {
    this.#served += 1;
    const statements = new ClientStatements(this.#served);
    const client: Client = { socket, statements, open: [], batches: [], gone: false, counted: true };
    const messages = new FrontendMessages();
    this.#clients.add(client);
    socket.on('data', (chunk: Buffer) => {
      for (const message of messages.push(chunk)) {
        if (message.kind === 'startup') {
          client.counted = message.application !== UNCOUNTED;
          socket.write(this.#greeting);
        } else if (message.kind === 'encryption') socket.write('N');
        else if (message.kind === 'foreign' || message.type === TERMINATE) socket.end();
        else this.#accept(client, message.type, message.bytes);
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      client.gone = true;
      this.#clients.delete(client);
      if (statements.any) this.#queue(client);
      void this.#work();
    });
  }

  /** Ends every connection once what is running has run; what has not begun is not run, what is open is not committed. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idleTimer);
    while (this.#running) await new Promise((resolve) => setImmediate(resolve));
    for (const client of this.#clients) client.socket.destroy();
  }

  #accept(client: Client, type: string, bytes: Buffer): void {
    client.open.push(client.statements.rename(type, bytes));
    const ends = ENDS_BATCH.has(type);
    if (!ends && type !== FLUSH) return;
    client.batches.push({ bytes: Buffer.concat(client.open), ends });
    client.open = [];
    this.#queue(client);
    void this.#work();
  }

  #queue(client: Client): void {
    if (client !== this.#owner && !this.#waiting.includes(client)) this.#waiting.push(client);
  }

  /** Serves whoever's turn it is until nobody has anything to run; never runs twice at once. */
  async #work(): Promise<void> {
    if (this.#running || this.#closed) return;
    this.#running = true;
    try {
      while (!this.#closed) {
        this.#owner ??= this.#waiting.shift() ?? null;
        const owner = this.#owner;
        if (!owner) return;
        clearTimeout(this.#idleTimer);
        if (owner.gone) {
          await this.#abandon(owner);
          continue;
        }
        const batch = owner.batches.shift();
        if (!batch) {
          this.#idleTimer = setTimeout(() => owner.socket.destroy(), this.#idleLimit);
          return;
        }
        await this.#run(owner, batch.bytes);
        if (batch.ends && !this.#backend.inTransaction()) this.#release(owner);
      }
    } finally {
      this.#running = false;
    }
  }

  async #run(owner: Client, bytes: Buffer): Promise<void> {
    if (owner.counted) this.#onCounted();
    owner.socket.cork();
    try {
      await this.#backend.run(bytes, (answer) => owner.socket.write(Buffer.from(answer)));
    } finally {
      owner.socket.uncork();
    }
  }

  /** The owner has left, maybe in mid-batch or mid-transaction: nothing of it stays in the session. */
  async #abandon(owner: Client): Promise<void> {
    this.#owner = null;
    await this.#backend.run(SYNC, () => undefined);
    if (this.#backend.inTransaction()) await this.#backend.rollback();
    await this.#backend.run(Buffer.concat([owner.statements.closing(), SYNC]), () => undefined);
  }

  #release(owner: Client): void {
    this.#owner = null;
    if (owner.batches.length > 0) this.#waiting.push(owner);
  }
}
