/** A file of named sections of bytes behind each other, with a digest that tells a damaged file from a whole one. */
import { createHash } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { SearchFault } from './search-fault.ts';

export interface SectionEntry {
  readonly name: string;
  /** In bytes. */
  readonly length: number;
}

export interface SectionTable {
  readonly sections: readonly SectionEntry[];
  readonly sha256: string;
}

/** Typed arrays read in place must start at a multiple of their element's size. */
const alignment = 8;

function padding(length: number): number {
  return (alignment - (length % alignment)) % alignment;
}

/** Written beside the place and renamed, so that the place never holds half a file. */
export async function writeSections(path: string, sections: ReadonlyMap<string, Uint8Array>): Promise<SectionTable> {
  const hash = createHash('sha256');
  const entries: SectionEntry[] = [];
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, 'w');
  try {
    for (const [name, bytes] of sections) {
      const rest = new Uint8Array(padding(bytes.length));
      for (const part of [bytes, rest]) {
        if (part.length === 0) continue;
        await file.writeFile(part);
        hash.update(part);
      }
      entries.push({ name, length: bytes.length });
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
  return { sections: entries, sha256: hash.digest('hex') };
}

/** Throws `index-corrupt`. */
export async function readSections(path: string, table: SectionTable): Promise<ReadonlyMap<string, Uint8Array>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new SearchFault('index-corrupt', `cannot read ${path}`, { cause: error });
  }
  if (createHash('sha256').update(bytes).digest('hex') !== table.sha256)
    throw new SearchFault('index-corrupt', `${path} is not what was written`);
  const sections = new Map<string, Uint8Array>();
  let at = 0;
  for (const { name, length } of table.sections) {
    // Copied out: what `readFile` gives need not be aligned.
    sections.set(name, bytes.slice(at, at + length));
    at += length + padding(length);
  }
  if (at !== bytes.length) throw new SearchFault('index-corrupt', `${path} has another length than its table says`);
  return sections;
}

export async function digestOfFile(path: string): Promise<string> {
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch (error) {
    throw new SearchFault('index-corrupt', `cannot read ${path}`, { cause: error });
  }
}

export async function removeQuietly(path: string): Promise<void> {
  await rm(path, { force: true });
}
