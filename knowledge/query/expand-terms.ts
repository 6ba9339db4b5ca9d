/** Adds the regulation's words for what people say in their own: a weighted synonym lexicon kept as data. */
import { z } from 'zod';
import { readData } from './read-data.ts';
import type { WeightedTerm } from './weighted-term.ts';
import { createWordTrie, type TrieNode } from './word-trie.ts';

const schema = z.array(
  z.strictObject({
    say: z.array(z.string().min(1)).min(1),
    means: z.array(z.string().min(1)).min(1),
    weight: z.number().positive().max(1).default(0.7),
    /** The regulation's word also stands for what people say. */
    both: z.boolean().default(false),
    /** Expressions in which the word means something else. */
    unless: z.array(z.string().min(1)).default([]),
  }),
);

interface Meaning {
  readonly means: readonly string[];
  readonly weight: number;
  readonly unless: readonly string[];
}

export type TermExpander = (text: string) => readonly WeightedTerm[];

/** A further meaning of the same word counts a little less than the first. */
const furtherMeaning = 0.8;

export function createTermExpander(): TermExpander {
  const said = createWordTrie();
  const meanings = new Map<string, Meaning[]>();
  const add = (word: string, meaning: Meaning): void => {
    said.add(Array.from(word), word);
    meanings.set(word, [...(meanings.get(word) ?? []), meaning]);
  };
  for (const { say, means, weight, both, unless } of readData('synonyms.yaml', schema)) {
    for (const word of say) add(word, { means, weight, unless });
    if (both) for (const word of means) add(word, { means: say, weight: weight * furtherMeaning, unless });
  }

  return (text) => {
    const found = new Map<string, WeightedTerm>();
    let covered = 0;
    for (let start = 0; start < text.length; start += 1) {
      const word = longestAt(text, start, said.root);
      // 市数据局 is one saying: the 数据局 inside it adds nothing of its own.
      if (word === undefined || start + word.length <= covered) continue;
      covered = start + word.length;
      for (const { means, weight, unless } of meanings.get(word) ?? []) {
        if (unless.some((expression) => standsIn(text, start, word, expression))) continue;
        means.forEach((term, index) => {
          const weighted = weight * (index === 0 ? 1 : furtherMeaning);
          if (text.includes(term) || (found.get(term)?.weight ?? 0) >= weighted) return;
          found.set(term, { term, weight: weighted, from: word });
        });
      }
    }
    return [...found.values()].toSorted((a, b) => b.weight - a.weight);
  };
}

function longestAt(text: string, start: number, root: TrieNode): string | undefined {
  let longest: string | undefined;
  let node: TrieNode | undefined = root;
  for (let at = start; node !== undefined && at <= text.length; at += 1) {
    longest = node.words[0] ?? longest;
    node = node.next.get(text.charAt(at));
  }
  return longest;
}

/** Whether the word at this place is part of the expression. */
function standsIn(text: string, start: number, word: string, expression: string): boolean {
  if (!expression.includes(word)) return text.includes(expression);
  for (let at = text.indexOf(expression); at >= 0; at = text.indexOf(expression, at + 1)) {
    if (at <= start && start + word.length <= at + expression.length) return true;
  }
  return false;
}
