/** Makes the reader of a kind whose values are ids of stored things, from a lookup that knows their names. */
import type { FieldKind, FieldMeta } from '#tools/field-meta.ts';
import type { LookContext } from '#tools/tool-context.ts';
import type { Words } from '../words.ts';
import type { FieldReader, Reading } from './field-reader.ts';
import { withoutPolite } from './polite.ts';

export interface Candidate {
  readonly id: string;
  /** What people see, and may type. */
  readonly title: string;
}

export interface EntityLookup {
  readonly kind: FieldKind;
  /**
   * What the words may mean, likeliest first. `certain` when there is one that is called exactly so; the others then
   * do not matter. `among` is the field's own restriction, in the lookup's words.
   */
  readonly find: (
    words: string,
    context: LookContext & { readonly among: FieldMeta['among'] },
  ) => Promise<{ readonly certain: boolean; readonly candidates: readonly Candidate[] }>;
  /** The only candidate is asked about as well, unless it is certain. */
  readonly asksWhenUnsure?: boolean;
  /** Why nothing fits, where the words name something that is there all the same. */
  readonly whyNot?: (
    words: string,
    context: LookContext & { readonly among: FieldMeta['among'] },
  ) => Promise<string | null>;
  /** Null when there is no such thing any more. */
  readonly title: (id: string, context: LookContext) => Promise<string | null>;
  /** The words of a sentence that name one, when that can be told: #12, “…”. */
  readonly spot?: (sentence: Words) => readonly { readonly start: number; readonly end: number }[];
}

export function entityReader(lookup: EntityLookup): FieldReader {
  return {
    kind: lookup.kind,
    open: false,
    read: async (words, context): Promise<Reading> => {
      const bare = withoutPolite(words).raw.replace(/^(?:["“《「])(.+)(?:["”》」])$/u, '$1');
      const looking = { ...context, among: context.field.meta.among };
      const { certain, candidates } = await lookup.find(bare, looking);
      const [first] = candidates;
      if (!first) return { kind: 'invalid', why: (await lookup.whyNot?.(bare, looking)) ?? null };
      if (certain || (candidates.length === 1 && !lookup.asksWhenUnsure)) return { kind: 'value', value: first.id };
      return { kind: 'ambiguous', options: candidates.map(({ id, title }) => ({ title, value: id })) };
    },
    spot: (sentence) => lookup.spot?.(sentence) ?? [],
    show: async (value, context) => (await lookup.title(String(value), context)) ?? String(value),
  };
}
