/** Keeps the named prepared statements of one client apart from those of the others, who share its session. */

/** Messages that name a statement, and how many bytes come before the name: Parse, Describe, Close. */
const NAME_OFFSET: Readonly<Record<string, number>> = { P: 5, D: 6, C: 6 };
const BIND = 'B';
/** In Describe and Close: the name is a statement's, not a portal's. */
const STATEMENT = 0x53;

export class ClientStatements {
  readonly #prefix: string;
  readonly #prepared = new Set<string>();

  constructor(clientNumber: number) {
    this.#prefix = `c${clientNumber}_`;
  }

  /** The message with the client's own prefix before the statement's name; unnamed statements stay as they are. */
  rename(type: string, bytes: Buffer): Buffer {
    const start = nameStart(type, bytes);
    if (start === null) return bytes;
    const end = bytes.indexOf(0, start);
    if (end <= start) return bytes;
    const name = this.#prefix + bytes.toString('utf8', start, end);
    if (type === 'P') this.#prepared.add(name);
    const renamed = Buffer.concat([bytes.subarray(0, start), Buffer.from(name), bytes.subarray(end)]);
    renamed.writeInt32BE(renamed.length - 1, 1);
    return renamed;
  }

  get any(): boolean {
    return this.#prepared.size > 0;
  }

  /** The messages that give up every statement the client had prepared. */
  closing(): Buffer {
    return Buffer.concat([...this.#prepared].map(closeStatement));
  }
}

/** Where the name of a statement begins in a message; null when the message names none. */
function nameStart(type: string, bytes: Buffer): number | null {
  // A portal's name and its closing zero come before the statement's.
  if (type === BIND) return bytes.indexOf(0, 5) + 1;
  const offset = NAME_OFFSET[type];
  if (offset === undefined) return null;
  return type === 'P' || bytes[5] === STATEMENT ? offset : null;
}

function closeStatement(name: string): Buffer {
  const body = Buffer.from(`S${name}\0`);
  const head = Buffer.alloc(5);
  head.write('C', 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
