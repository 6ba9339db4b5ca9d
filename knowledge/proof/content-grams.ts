/** What a statement is about: its pairs of characters, without actors, modals, numbers and function words. */
import type { Statement } from './read-statements.ts';

const functionWords =
  /[的了在对将把以及和与或等其并也都就而之所于则有着过吧呢吗、()“”《》·,;:。]|或者|以及|属于|按照|根据|通过|进行|开展|予以/g;

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
