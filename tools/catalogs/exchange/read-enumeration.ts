/** Reads the value of an enumeration however a file spells it: label, official code, habit, traditional characters. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { simplifyText } from '#knowledge/query/simplify-text.ts';
import {
  basisKinds,
  catalogKinds,
  type CodedValue,
  formatCategories,
  openingMethods,
  openingTypes,
  provisionNetworks,
  resourceForms,
  sharingMethods,
  sharingTypes,
  updateCycles,
} from '#prisma/catalog-codes.ts';

export const enumerations = {
  kind: catalogKinds,
  sharingType: sharingTypes,
  openingType: openingTypes,
  sharingMethods,
  openingMethods,
  updateCycle: updateCycles,
  formatCategory: formatCategories,
  form: resourceForms,
  network: provisionNetworks,
  basisKind: basisKinds,
} as const;
export type EnumerationName = keyof typeof enumerations;
export type ValueOf<Name extends EnumerationName> = keyof (typeof enumerations)[Name] & string;

const wordsSchema = z.record(z.string(), z.record(z.string(), z.array(z.string())));

const folded = new Map<string, string>();

/** Spellings by enumeration: folded word → value. */
const spellings = readSpellings();

function readSpellings(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const file = readFileSync(new URL('enumeration-words.yaml', import.meta.url), 'utf8');
  const words = wordsSchema.parse(parse(file));
  return new Map(
    Object.entries(enumerations).map(([name, values]) => {
      const known = new Map<string, string>();
      // Official labels and codes come last: nothing overrides them.
      for (const [value, habits] of Object.entries(words[name] ?? {})) {
        if (!(value in values)) throw new Error(`enumeration-words.yaml: ${name} has no value ${value}`);
        for (const word of habits) known.set(foldWord(word), value);
      }
      for (const [value, { label, code }] of Object.entries<CodedValue>(values)) {
        for (const word of [value, label, ...(code === null ? [] : [code])]) known.set(foldWord(word), value);
      }
      return [name, known];
    }),
  );
}

export function foldWord(text: string): string {
  const before = folded.get(text);
  if (before !== undefined) return before;
  const word = simplifyText(text.normalize('NFKC'))
    .text.toLowerCase()
    .replace(/[\s\p{P}\p{S}_]+/gu, '');
  if (folded.size > 20_000) folded.clear();
  folded.set(text, word);
  return word;
}

/** Undefined when the text is none of the values. A code may stand before or after the label: `2-有条件共享`, `每年(6)`. */
export function readEnumeration<Name extends EnumerationName>(name: Name, text: string): ValueOf<Name> | undefined {
  const known = spellings.get(name);
  const word = foldWord(text);
  const value = known?.get(word) ?? known?.get(word.replace(/^\d(?=\D{2})|(?<=\D{2})\d$/u, ''));
  // The map was made from the very keys of this enumeration.
  return value as ValueOf<Name> | undefined;
}

/** Several values in one cell; `unread` are the parts that are none. */
export function readEnumerations<Name extends EnumerationName>(
  name: Name,
  text: string,
): { readonly values: ValueOf<Name>[]; readonly unread: readonly string[] } {
  const values: ValueOf<Name>[] = [];
  const unread: string[] = [];
  for (const part of text.split(/[、,，;；|/\n]/u)) {
    if (part.trim() === '') continue;
    const value = readEnumeration(name, part);
    if (value === undefined) unread.push(part.trim());
    else if (!values.includes(value)) values.push(value);
  }
  return { values, unread };
}

/** Every folded spelling of a value. */
export function spellingsOf(name: EnumerationName, value: string): readonly string[] {
  return [...(spellings.get(name) ?? [])].flatMap(([word, meant]) => (meant === value ? [word] : []));
}

/** The official words of an enumeration, for messages. */
export function labelsOf(name: EnumerationName): string {
  return Object.values<CodedValue>(enumerations[name])
    .map(({ label }) => label)
    .join('、');
}
