/** A vendor's server on this machine, for tests and benchmarks: its own rate limit, its own log on disk, and everything that goes wrong. */
import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface VendorCall {
  readonly people: readonly string[];
  readonly text: string;
  /** By which the vendor tells that it has had this call; null: it does not look. */
  readonly known: string | null;
}

export interface VendorAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What is peculiar to a vendor: how its calls read and how its answers are written. */
export interface Vendor {
  readonly name: string;
  read(path: string, body: unknown): VendorCall;
  taken(call: VendorCall, taken: readonly string[], gone: readonly string[], id: string): VendorAnswer;
  tooFast(retryMs: number): VendorAnswer;
}

export interface Faults {
  /** Calls in any window of its length; more are refused. */
  readonly limits: readonly { readonly count: number; readonly seconds: number }[];
  /** Every so many calls it refuses everything for a while. */
  readonly pauseEvery: number;
  readonly pauseMs: number;
  /** Shares of calls, 0 to 1: taken without an answer, connection dropped before and after taking, 503 before taking. */
  readonly silent: number;
  readonly droppedBefore: number;
  readonly droppedAfter: number;
  readonly broken: number;
  readonly gone: (userId: string) => boolean;
}

/** One line of the log on disk: a call that was taken. */
export interface TakenLine {
  readonly at: number;
  readonly people: readonly string[];
  readonly text: string;
}

export class LoopbackServer {
  readonly #vendor: Vendor;
  readonly #faults: Faults;
  readonly #logFile: string;
  readonly #server: Server;
  readonly #answers = new Map<string, VendorAnswer>();
  #recent: number[] = [];
  #calls = 0;
  #refuseUntil = 0;

  constructor(vendor: Vendor, faults: Faults, logFile: string) {
    this.#vendor = vendor;
    this.#faults = faults;
    this.#logFile = logFile;
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.keepAliveTimeout = 60_000;
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      // The caller was killed in the middle of its call.
      return;
    }
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const answer = this.#take(request.url ?? '', body);
    if (answer === 'silent') return;
    if (answer === 'dropped') return void request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body));
  }

  #take(path: string, body: unknown): VendorAnswer | 'silent' | 'dropped' {
    const { silent, droppedBefore, droppedAfter, broken, gone } = this.#faults;
    const at = performance.timeOrigin + performance.now();
    const retryMs = this.#tooFast(at);
    if (retryMs > 0) return this.#vendor.tooFast(retryMs);
    // The same run meets the same faults.
    const chance =
      Number.parseInt(createHash('md5').update(String(this.#calls)).digest('hex').slice(0, 8), 16) / 2 ** 32;
    if (chance < broken) return { status: 503, body: {} };
    if (chance < broken + droppedBefore) return 'dropped';
    const call = this.#vendor.read(path, body);
    const before = call.known === null ? undefined : this.#answers.get(call.known);
    if (before) return before;
    const gonePeople = call.people.filter(gone);
    const taken = call.people.filter((person) => !gonePeople.includes(person));
    const line: TakenLine = { at, people: taken, text: call.text };
    if (taken.length > 0) appendFileSync(this.#logFile, `${JSON.stringify(line)}\n`);
    const answer = this.#vendor.taken(call, taken, gonePeople, `${this.#vendor.name}-${this.#calls}`);
    if (call.known !== null) this.#answers.set(call.known, answer);
    const lost = chance - broken - droppedBefore;
    return lost < droppedAfter ? 'dropped' : lost < droppedAfter + silent ? 'silent' : answer;
  }

  /** Milliseconds to wait; 0: it may come in. */
  #tooFast(at: number): number {
    const { limits, pauseEvery, pauseMs } = this.#faults;
    if (at < this.#refuseUntil) return this.#refuseUntil - at;
    const longest = Math.max(...limits.map(({ seconds }) => seconds)) * 1_000;
    this.#recent = this.#recent.filter((one) => one > at - longest);
    for (const { count, seconds } of limits) {
      const oldest = this.#recent.at(-count);
      if (oldest !== undefined && oldest > at - seconds * 1_000) return oldest + seconds * 1_000 - at;
    }
    this.#recent.push(at);
    this.#calls += 1;
    if (this.#calls % pauseEvery === 0) this.#refuseUntil = at + pauseMs;
    return 0;
  }
}
