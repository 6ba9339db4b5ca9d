/** The documents of an index by ordinal and by id, with a digest of them all that keeps up with every change. */
import { createHash } from 'node:crypto';
import type { SearchDocument } from './search-document.ts';
import { SearchFault } from './search-fault.ts';

function digestOf(document: SearchDocument): Buffer {
  const { id, fields, tags = [] } = document;
  const content = [id, fields.map(({ text, weight, role = 'body' }) => [text, weight, role]), tags];
  return createHash('sha256').update(JSON.stringify(content)).digest();
}

export class IndexedDocuments {
  readonly #byOrdinal: (SearchDocument | undefined)[] = [];
  readonly #ordinals = new Map<string, number>();
  /** Documents' digests xor-ed: the order of adding and what has been removed leave no trace. */
  readonly #sum = Buffer.alloc(32);

  get size(): number {
    return this.#ordinals.size;
  }

  get ordinals(): number {
    return this.#byOrdinal.length;
  }

  #toggle(document: SearchDocument): void {
    digestOf(document).forEach((byte, at) => (this.#sum[at] = (this.#sum[at] ?? 0) ^ byte));
  }

  add(document: SearchDocument): number {
    if (this.#ordinals.has(document.id))
      throw new SearchFault('bad-document', `two documents have the id ${document.id}`);
    const ordinal = this.#byOrdinal.push(document) - 1;
    this.#ordinals.set(document.id, ordinal);
    this.#toggle(document);
    return ordinal;
  }

  /** Keeps an ordinal unused: what stood there was removed before the index was saved. */
  skip(): void {
    this.#byOrdinal.push(undefined);
  }

  remove(id: string): number {
    const ordinal = this.#ordinals.get(id);
    const document = ordinal === undefined ? undefined : this.#byOrdinal[ordinal];
    if (ordinal === undefined || !document) throw new SearchFault('bad-document', `no document has the id ${id}`);
    this.#byOrdinal[ordinal] = undefined;
    this.#ordinals.delete(id);
    this.#toggle(document);
    return ordinal;
  }

  has(id: string): boolean {
    return this.#ordinals.has(id);
  }

  at(ordinal: number): SearchDocument | undefined {
    return this.#byOrdinal[ordinal];
  }

  /** Id of each ordinal, null where the document was removed. */
  ids(): (string | null)[] {
    return this.#byOrdinal.map((document) => document?.id ?? null);
  }

  digest(): string {
    return this.#sum.toString('hex');
  }
}
