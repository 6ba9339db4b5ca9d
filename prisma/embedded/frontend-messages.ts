/** Cuts the byte stream of one PostgreSQL client into its messages, however the socket happened to split it. */

const PROTOCOL_3 = 196_608;
const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const LONGEST_STARTUP = 10_000;

export type FrontendMessage =
  | {
      readonly kind: 'startup';
      /** What the client calls itself; empty when it does not say. */
      readonly application: string;
    }
  /** SSL or GSS asked for: answered with a single `N`. */
  | { readonly kind: 'encryption' }
  /** Not a client of protocol 3: cancel requests and strangers; the connection is dropped. */
  | { readonly kind: 'foreign' }
  /** A typed message, its type byte and length included. */
  | { readonly kind: 'typed'; readonly type: string; readonly bytes: Buffer };

export class FrontendMessages {
  #chunks: Buffer[] = [];
  #length = 0;
  #started = false;

  /** Adds what arrived and returns the messages that are now complete. */
  push(chunk: Buffer): FrontendMessage[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const messages: FrontendMessage[] = [];
    for (let next = this.#take(); next; next = this.#take()) messages.push(next);
    return messages;
  }

  #take(): FrontendMessage | null {
    const headLength = this.#started ? 5 : 8;
    if (this.#length < headLength) return null;
    const head = this.#peek(headLength);
    const total = this.#started ? 1 + head.readInt32BE(1) : head.readInt32BE(0);
    if (!this.#started && (total < headLength || total > LONGEST_STARTUP)) return this.#foreign();
    if (this.#length < total) return null;
    const bytes = this.#peek(total);
    this.#drop(total);
    if (this.#started) return { kind: 'typed', type: String.fromCharCode(bytes[0] ?? 0), bytes };
    const code = bytes.readInt32BE(4);
    if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: 'encryption' };
    if (code !== PROTOCOL_3) return this.#foreign();
    this.#started = true;
    return { kind: 'startup', application: parameterOf(bytes, 'application_name') };
  }

  #foreign(): FrontendMessage {
    this.#chunks = [];
    this.#length = 0;
    return { kind: 'foreign' };
  }

  /** The first `count` bytes in one piece; joins chunks only once a whole message is there. */
  #peek(count: number): Buffer {
    const first = this.#chunks[0] ?? Buffer.alloc(0);
    if (first.length >= count) return first.subarray(0, count);
    const joined = Buffer.concat(this.#chunks);
    this.#chunks = [joined];
    return joined.subarray(0, count);
  }

  #drop(count: number): void {
    const first = this.#chunks[0] ?? Buffer.alloc(0);
    const rest = first.subarray(count);
    this.#chunks = rest.length > 0 ? [rest, ...this.#chunks.slice(1)] : this.#chunks.slice(1);
    this.#length -= count;
  }
}

/** A startup message ends in pairs of strings, each closed by a zero byte. */
function parameterOf(startup: Buffer, name: string): string {
  const words = startup.toString('utf8', 8).split('\0');
  const at = words.findIndex((word, index) => index % 2 === 0 && word === name);
  return at < 0 ? '' : (words[at + 1] ?? '');
}
