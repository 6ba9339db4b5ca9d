/** Keeps the guide, read and cut into terms, in the data folder, so that a start need not do it again; refused when stale or damaged. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printRegulation } from '#knowledge/corpus/print-regulation.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { CutTexts } from './topic-index.ts';
import type { TopicBook } from './topics.ts';

/** Raise it when terms are cut differently or the file looks different. */
const FORMAT = 1;

export interface CutGuide {
  readonly book: TopicBook;
  readonly cut: CutTexts;
}

type SavedBag = readonly (readonly [term: number, share: number])[];

/** What the file holds behind its first line; the digest in that line vouches for it. */
interface Saved {
  readonly book: TopicBook;
  readonly terms: readonly string[];
  readonly texts: readonly SavedBag[];
  readonly clauses: readonly SavedBag[];
  readonly clauseOf: readonly number[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Everything the result depends on: the texts, their guides, the synonyms, the format. */
function sourceDigest(regulations: readonly Regulation[], dir: string): string {
  const hash = createHash('sha256').update(String(FORMAT));
  for (const regulation of regulations) {
    hash.update(printRegulation(regulation));
    const folder = join(dir, `${regulation.id}.guide`);
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).toSorted()) hash.update(file).update(readFileSync(join(folder, file)));
  }
  hash.update(readFileSync(new URL('../query/synonyms.yaml', import.meta.url)));
  return hash.digest('hex');
}

function packed({ book, cut }: CutGuide): Saved {
  const places = new Map<string, number>();
  const pack = (bag: ReadonlyMap<string, number>): SavedBag =>
    [...bag].map(([term, share]) => {
      const place = places.get(term) ?? places.size;
      places.set(term, place);
      return [place, Math.round(share * 10_000) / 10_000];
    });
  const [texts, clauses] = [cut.texts.map(pack), cut.clauses.map(pack)];
  return { book, terms: [...places.keys()], texts, clauses, clauseOf: cut.clauseOf };
}

function unpacked({ book, terms, texts, clauses, clauseOf }: Saved): CutGuide {
  const unpack = (bag: SavedBag): Map<string, number> =>
    new Map(bag.map(([place, share]) => [terms[place] ?? '', share]));
  return { book, cut: { texts: texts.map(unpack), clauses: clauses.map(unpack), clauseOf } };
}

function load(path: string, source: string): CutGuide | null {
  if (!existsSync(path)) return null;
  const file = readFileSync(path, 'utf8');
  const end = file.indexOf('\n');
  const body = file.slice(end + 1);
  if (file.slice(0, end) !== `${source} ${sha256(body)}`) return null;
  // The first line holds the digest of the body: it is what `save` wrote.
  const saved: Saved = JSON.parse(body);
  return unpacked(saved);
}

/** @param make reads and cuts the guide; called when there is no file for these very sources */
export function openCutGuide(
  regulations: readonly Regulation[],
  dir: string,
  indexDir: string | null,
  make: () => CutGuide,
): CutGuide {
  if (indexDir === null) return make();
  const path = join(indexDir, 'guide.jsonl');
  const source = sourceDigest(regulations, dir);
  const known = load(path, source);
  if (known) return known;
  const made = make();
  const body = JSON.stringify(packed(made));
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}`;
  writeFileSync(part, `${source} ${sha256(body)}\n${body}`);
  renameSync(part, path);
  return made;
}
