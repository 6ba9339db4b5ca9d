/** The choices of a field of an enumeration with the words people use, the official label first. */
import { type EnumerationName, enumerations, spellingsOf } from './exchange/read-enumeration.ts';

export function choiceWords(name: EnumerationName): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(enumerations[name]).map(([value, { label }]) => {
      // Codes and single characters stand in too many sentences to be words for a value.
      const words = spellingsOf(name, value).filter((word) => /^\p{Script=Han}{2,}$/u.test(word) && word !== label);
      return [value, [label, ...words]];
    }),
  );
}
