/** The choices of a field of an enumeration with the words people use, the official label first. */
import { type EnumerationName, enumerations, spellingsOf } from './exchange/read-enumeration.ts';

export function choiceWords(name: EnumerationName): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(enumerations[name]).map(([value, { label }]) => {
      // Codes and single characters stand in too many sentences to be words for a value.
      // Formats are called by the names of programs: excel.
      const plain = name === 'formatCategory' ? /^(?:\p{Script=Han}{2,}|[a-z]{3,})$/u : /^\p{Script=Han}{2,}$/u;
      const words = spellingsOf(name, value).filter((word) => plain.test(word) && word !== label);
      return [value, [label, ...words]];
    }),
  );
}
