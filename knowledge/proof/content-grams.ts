/** What a statement is about: its pairs of characters, without actors, modals, numbers and function words. */
import type { Statement } from './read-statements.ts';

/** Words that only join others; not where the character is part of a word of its own, as in 参与 or 行为. */
const functionWords =
  /或者|以及|属于|按照|根据|通过|进行|开展|予以|[的了将把和或并也都就而于则有着过吧呢吗、()“”《》·,;:。]|(?<!存|所)在|对(?!外|接|应)|以(?!下|上)|及(?!时)|(?<!参)与|等(?!级)|其(?!他|中)|之(?!一)|所(?!有)|(?<!行|作|成)为/g;

/** Pairs of neighbouring characters; a single character stands alone. */
export function gramsOf(words: string): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const run of words.split(/\s+/)) {
    if (run.length === 1) grams.add(run);
    for (let index = 0; index + 1 < run.length; index += 1) grams.add(run.slice(index, index + 2));
  }
  return grams;
}

/**
 * @param from offset within the statement; the rest before it is left out
 * @param to offset behind the last character taken
 */
export function contentGrams(statement: Statement, from = 0, to = statement.text.length): ReadonlySet<string> {
  const characters = Array.from(statement.text);
  for (const { start, end } of [...statement.actors, ...statement.modals, ...statement.amounts])
    characters.fill(' ', start, end);
  return gramsOf(characters.slice(from, to).join('').replace(functionWords, ' '));
}

/** The share of `asked` that `given` holds, each pair by its weight; 0 to 1. */
export function coverage(
  asked: ReadonlySet<string>,
  given: ReadonlySet<string>,
  weight: (gram: string) => number,
): number {
  let held = 0;
  let all = 0;
  for (const gram of asked) {
    const heavy = weight(gram);
    all += heavy;
    if (given.has(gram)) held += heavy;
  }
  return all === 0 ? 0 : held / all;
}
