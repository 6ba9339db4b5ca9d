/** Whether an entry is what was looked for: its cover as numbers, and how they are weighed. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Cover } from './cover.ts';

/** Names and order of the numbers; the weights stand in the same order. */
export const evidenceNames = [
  'bias',
  'whole',
  'name',
  'ofName',
  'headless',
  'unnamed',
  'named',
  'lacksTalk',
  'lacksForeign',
  'tailless',
  'literal',
  'lacksTalkInFew',
] as const;

const { weights, least } = z
  .object({ weights: z.record(z.enum(evidenceNames), z.number()), least: z.number() })
  .parse(parse(readFileSync(new URL('match-weights.yaml', import.meta.url), 'utf8')));

/** What an entry must reach to be shown at all; 0 to 1. */
export const leastMatch = least;

/** The largest weight that a word of a search has. */
const heaviest = 8;
/** Characters of a search as long as people speak. */
const long = 16;

export function evidenceOf(cover: Cover): readonly number[] {
  const { whole, name, ofName, headless, named, lacksTalk, lacksForeign, tailless, literal } = cover;
  const length = Math.min(1, cover.length / long);
  return [
    1,
    whole,
    name,
    ofName,
    headless ? 1 : 0,
    name === 0 ? 1 : 0,
    named / heaviest,
    lacksTalk / heaviest,
    lacksForeign / heaviest,
    tailless ? 1 : 0,
    literal,
    // Who tells a story uses words that no catalog has; who types three words means each of them.
    (lacksTalk / heaviest) * (1 - length),
  ];
}

/** 0 to 1. */
export function matchOf(evidence: readonly number[]): number {
  const sum = evidenceNames.reduce((total, name, at) => total + weights[name] * (evidence[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
