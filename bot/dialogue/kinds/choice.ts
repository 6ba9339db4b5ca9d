/** One of a few: by its words or what people call it, by number, by sound, with a slip. */
import type { FieldMeta } from '#tools/field-meta.ts';
import { wordsOf, type Words } from '../words.ts';
import { findChoices, foldChoice, type FoundChoice } from './choice-words.ts';
import type { FieldReader, Option, Reading } from './field-reader.ts';
import { oneSlipApart, soundOf } from './likeness.ts';
import { standsNear } from './near.ts';
import { withoutPolite } from './polite.ts';

type Choices = NonNullable<FieldMeta['choices']>;

export function choiceLabel(choices: Choices, value: unknown): string {
  return choices[String(value)]?.[0] ?? String(value);
}

export function choiceOptions(choices: Choices): readonly Option[] {
  return Object.keys(choices).map((value) => ({ title: choiceLabel(choices, value), value }));
}

/** How much of its clause a word of two characters must be. */
const leastOfShort = 0.4;
const clauseEnds = /[,;.、!?\s]|或者?|还是|以及|和|(?<=不)是|是/u;

export interface NamedChoices {
  /** Values, each once, in order. */
  readonly values: readonly string[];
  /** Said outright, or by number; false: only something like it was. */
  readonly certain: boolean;
}

export function namedChoices(words: Words, choices: Choices): NamedChoices {
  const found = findChoices(words.plain, choices).filter((one) => isWhole(words.plain, one));
  const whole = foldChoice(withoutPolite(words).plain);
  // 有调件共享 holds 共享 and means something else: a slip in the whole word comes before a short word within it.
  const short = found.every(({ start, end }) => end - start <= 2) && whole.length > 3;
  const slip =
    short &&
    Object.values(choices)
      .flat()
      .some((name) => name.length > 3 && oneSlipApart(foldChoice(name), whole));
  if (found.length > 0 && !slip) return { values: [...new Set(found.map(({ value }) => value))], certain: true };
  const bare = withoutPolite(words).plain;
  const number = /^(?:第)?(\d{1,2})(?:个|项|种)?$/.exec(bare)?.[1];
  const byNumber = number === undefined ? undefined : Object.keys(choices)[Number(number) - 1];
  if (byNumber !== undefined) return { values: [byNumber], certain: true };
  const folded = foldChoice(bare);
  if (folded.length < 2) return { values: [], certain: false };
  const like = (test: (name: string) => boolean): readonly string[] =>
    Object.entries(choices).flatMap(([value, names]) => (names.some((name) => test(foldChoice(name))) ? [value] : []));
  const same = like((name) => soundOf(name) === soundOf(folded));
  if (same.length > 0) return { values: same, certain: true };
  // 每两年 is one character from 每半年 and something else: what only looks alike is asked about.
  const slipped = folded.length < 3 ? [] : like((name) => name.length > 2 && oneSlipApart(name, folded));
  return { values: slipped, certain: false };
}

/** A short word may be part of another: 服务 in 公共体育服务. */
function isWhole(plain: string, { start, end }: FoundChoice): boolean {
  if (end - start > 2) return true;
  const before = plain.slice(0, start).split(clauseEnds).at(-1) ?? '';
  const after = plain.slice(end).split(clauseEnds)[0] ?? '';
  const clause = withoutPolite(wordsOf(`${before}${plain.slice(start, end)}${after}`)).plain;
  return (end - start) / clause.length >= leastOfShort;
}

export function spotChoices(sentence: Words, meta: FieldMeta): readonly FoundChoice[] {
  return findChoices(sentence.plain, meta.choices ?? {}).filter(
    ({ start, end }) =>
      standsNear(sentence.plain, start, end, meta.near) &&
      // 共享给民政局 says that, not which way.
      !(meta.near ?? []).includes(sentence.plain.slice(start, end)),
  );
}

export const choice: FieldReader = {
  kind: 'choice',
  open: false,
  read: (words, { field }): Reading => {
    const choices = field.meta.choices ?? {};
    const { values, certain } = namedChoices(words, choices);
    const [value] = values;
    if (value === undefined) return { kind: 'invalid', why: null };
    if (values.length === 1 && certain) return { kind: 'value', value };
    return { kind: 'ambiguous', options: values.map((one) => ({ title: choiceLabel(choices, one), value: one })) };
  },
  spot: (sentence, { field }) => {
    const found = spotChoices(sentence, field.meta);
    return new Set(found.map(({ value }) => value)).size === 1 ? found.slice(0, 1) : [];
  },
  show: (value, { field }) => choiceLabel(field.meta.choices ?? {}, value),
  options: ({ field }) => choiceOptions(field.meta.choices ?? {}),
};

/** Several of a few. */
export const choices: FieldReader = {
  kind: 'choices',
  open: false,
  read: (words, { field }): Reading => {
    const known = field.meta.choices ?? {};
    if (/^(?:全部|所有|全都?|都)(?:要|是|可以|支持|行)?(?:吧|的)?$/u.test(words.plain))
      return { kind: 'value', value: Object.keys(known) };
    const values = words.plain.split(/[,，、;；\s]|和|以及|及/u).flatMap((part) => {
      const named = part === '' ? null : namedChoices(wordsOf(part), known);
      return named?.certain ? named.values : [];
    });
    return values.length === 0 ? { kind: 'invalid', why: null } : { kind: 'value', value: [...new Set(values)] };
  },
  spot: (sentence, { field }) => {
    const found = spotChoices(sentence, field.meta);
    const [first, last] = [found[0], found.at(-1)];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  },
  show: (value, { field }) =>
    (Array.isArray(value) ? value : [value]).map((one) => choiceLabel(field.meta.choices ?? {}, one)).join('、'),
  options: ({ field }) => choiceOptions(field.meta.choices ?? {}),
};
