/** How alike two entries are: by the pairs of characters of their names and by the names of their items. */
import { foldWord } from '../exchange/read-enumeration.ts';

export interface Likeness {
  /** Dice coefficient of the names' pairs of characters, 0 to 1. */
  readonly names: number;
  /** Jaccard coefficient of the items' names, 0 to 1; null when either has none. */
  readonly items: number | null;
}

const noise = /(?:基本)?(?:信息|数据|名录|名单|目录|清单)$/u;

/** A name without signs and without the words that only say that it is data. */
export function coreName(name: string): string {
  const folded = foldWord(name);
  return folded.replace(noise, '') || folded;
}

interface Likened {
  readonly name: string;
  readonly items: readonly { readonly name: string }[];
}

export function likenessOf(one: Likened, other: Likened): Likeness {
  const items = [one.items, other.items].map((list) => new Set(list.map(({ name }) => foldWord(name))));
  const [mine = new Set<string>(), theirs = new Set<string>()] = items;
  const both = [...mine].filter((name) => theirs.has(name)).length;
  return {
    names: dice(coreName(one.name), coreName(other.name)),
    items: mine.size === 0 || theirs.size === 0 ? null : both / (mine.size + theirs.size - both),
  };
}

function dice(one: string, other: string): number {
  if (one === other) return 1;
  const [mine, theirs] = [pairsOf(one), pairsOf(other)];
  const both = [...mine].filter((pair) => theirs.has(pair)).length;
  return (2 * both) / Math.max(1, mine.size + theirs.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.slice(1), (_, at) => text.slice(at, at + 2)));
}

/** Alike enough to ask whether one of the two is needed at all. */
export function isDouble({ names, items }: Likeness): boolean {
  if (names >= 0.85) return items === null || items >= 0.2;
  return names >= 0.4 && items !== null && items >= 0.8;
}
