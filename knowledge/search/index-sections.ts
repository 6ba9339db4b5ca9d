/** The parts of an index as named sections of bytes and back. */
import { z } from 'zod';
import { SearchFault } from './search-fault.ts';
import type { SavedTermIndex } from './term-index.ts';
import type { SavedViews } from './term-views.ts';
import { termKinds } from './tokenize.ts';

export type Sections = Map<string, Uint8Array>;

function bytesOf(values: Float32Array | Uint32Array | Uint16Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function jsonOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function section(sections: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = sections.get(name);
  if (!bytes) throw new SearchFault('index-corrupt', `the saved index has no section ${name}`);
  return bytes;
}

function json<T>(sections: ReadonlyMap<string, Uint8Array>, name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(new TextDecoder().decode(section(sections, name))));
}

export function floats(sections: ReadonlyMap<string, Uint8Array>, name: string): Float32Array {
  const { buffer, byteOffset, byteLength } = section(sections, name);
  return new Float32Array(buffer, byteOffset, byteLength / 4);
}

function integers(sections: ReadonlyMap<string, Uint8Array>, name: string): Uint32Array {
  const { buffer, byteOffset, byteLength } = section(sections, name);
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

export function shorts(sections: ReadonlyMap<string, Uint8Array>, name: string): Uint16Array {
  const { buffer, byteOffset, byteLength } = section(sections, name);
  return new Uint16Array(buffer, byteOffset, byteLength / 2);
}

export interface SavedParts {
  /** Id of each ordinal, null where the document was removed. */
  readonly ids: readonly (string | null)[];
  readonly views: SavedViews;
  readonly vectors: Float32Array | null;
  /** What the built-in embedder learned. */
  readonly frequencies: Uint16Array | null;
}

export function toSections({ ids, views, vectors, frequencies }: SavedParts): Sections {
  const sections: Sections = new Map([['ids', jsonOf(ids)]]);
  for (const kind of termKinds) {
    const { terms, starts, documents, counts, lengths } = views[kind];
    sections.set(`${kind}.terms`, jsonOf(terms));
    sections.set(`${kind}.starts`, bytesOf(starts));
    sections.set(`${kind}.documents`, bytesOf(documents));
    sections.set(`${kind}.counts`, bytesOf(counts));
    sections.set(`${kind}.lengths`, bytesOf(lengths));
  }
  if (vectors) sections.set('vectors', bytesOf(vectors));
  if (frequencies) sections.set('embedder.frequencies', bytesOf(frequencies));
  return sections;
}

export function fromSections(sections: ReadonlyMap<string, Uint8Array>): SavedParts {
  const view = (kind: string): SavedTermIndex => ({
    terms: json(sections, `${kind}.terms`, z.array(z.string())),
    starts: integers(sections, `${kind}.starts`),
    documents: integers(sections, `${kind}.documents`),
    counts: floats(sections, `${kind}.counts`),
    lengths: floats(sections, `${kind}.lengths`),
  });
  return {
    ids: json(sections, 'ids', z.array(z.string().nullable())),
    views: { words: view('words'), characters: view('characters'), pairs: view('pairs') },
    vectors: sections.has('vectors') ? floats(sections, 'vectors') : null,
    frequencies: sections.has('embedder.frequencies') ? shorts(sections, 'embedder.frequencies') : null,
  };
}
