/** Keeps vectors by the digest of their text in a file, so that what an endpoint gave once is never asked for again. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Embedder } from './embedder.ts';

/** Texts sent in one call and then kept: what was done before a break is not done again. */
const batch = 64;

const kept = z.object({ digest: z.string(), vector: z.string() });

/** @param folder made when missing; one file for each embedder, whatever its id */
export function createCachedEmbedder(embedder: Embedder, folder: string): Embedder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `vectors-${digestOf(embedder.id)}.jsonl`);
  const known = existsSync(file) ? readKept(readFileSync(file, 'utf8'), embedder.dimensions) : new Map();
  return {
    id: embedder.id,
    dimensions: embedder.dimensions,
    embed: async (texts) => {
      const digests = texts.map(digestOf);
      const missing = [...new Map(texts.map((text, at) => [digests[at] ?? '', text])).entries()].filter(
        ([digest]) => !known.has(digest),
      );
      for (let from = 0; from < missing.length; from += batch) {
        const part = missing.slice(from, from + batch);
        const vectors = await embedder.embed(part.map(([, text]) => text));
        const lines = part.map(([digest], at) => {
          const vector = vectors[at] ?? new Float32Array(embedder.dimensions);
          known.set(digest, vector);
          return `${JSON.stringify({ digest, vector: encode(vector) })}\n`;
        });
        // A question is asked once; only what an index is built of comes in numbers.
        if (texts.length > 1) appendFileSync(file, lines.join(''), { mode: 0o600 });
      }
      // Whoever gets a vector may scale it in place.
      return digests.map((digest) => Float32Array.from(known.get(digest) ?? []));
    },
  };
}

/** A line that was cut off, or of another length, is asked for again. */
function readKept(text: string, dimensions: number): Map<string, Float32Array> {
  const known = new Map<string, Float32Array>();
  for (const line of text.split('\n')) {
    const read = kept.safeParse(parsed(line));
    const vector = read.success ? decode(read.data.vector) : null;
    if (read.success && vector?.length === dimensions) known.set(read.data.digest, vector);
  }
  return known;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function encode(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

function decode(text: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return bytes.byteLength % 4 === 0 ? new Float32Array(bytes.buffer) : new Float32Array();
}
