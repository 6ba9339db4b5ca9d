/** From the fields of a form to what an entry says, on top of what it said before; only what was given changes. */
import { Refusal } from '../refusal.ts';
import type { DataItem } from './data-item.ts';
import { contentItemOf, type EntryContent } from './entry-content.ts';
import type { GivenBasis } from './attribute-fields.ts';
import { categoryOfType } from './exchange/read-format.ts';
import { kindOfTitle } from './exchange/read-items.ts';
import { refusals } from './wording.ts';

type Scalars = Omit<EntryContent, 'items' | 'legalBases'>;
/** Fields are absent when they were not given. */
export type GivenContent = { readonly [Name in keyof Scalars]?: Scalars[Name] | undefined } & {
  readonly items?: readonly DataItem[] | undefined;
  readonly legalBases?: readonly GivenBasis[] | undefined;
};

export function withGiven(before: EntryContent, given: GivenContent): EntryContent {
  const { items, legalBases, ...rest } = given;
  const changed = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const content: EntryContent = {
    ...before,
    ...changed,
    ...(items === undefined ? {} : { items: items.map(contentItemOf) }),
    ...(legalBases === undefined
      ? {}
      : {
          legalBases: legalBases.map(({ title, clause }) => ({
            kind: kindOfTitle(title),
            title,
            clause: clause ?? null,
          })),
        }),
  };
  return withoutLeftovers(content, given);
}

/** A condition belongs to the type it was given with; a format type to its category. */
function withoutLeftovers(content: EntryContent, given: GivenContent): EntryContent {
  const stale = (type: 'sharingType' | 'openingType', basis: 'sharingBasis' | 'openingBasis'): boolean =>
    given[type] !== undefined && given[basis] === undefined && content[type] === 'unconditional';
  const typed = content.formatType === null ? undefined : categoryOfType(content.formatType);
  return {
    ...content,
    sharingBasis: stale('sharingType', 'sharingBasis') ? null : content.sharingBasis,
    openingBasis: stale('openingType', 'openingBasis') ? null : content.openingBasis,
    formatType:
      given.formatCategory !== undefined && given.formatType === undefined && typed !== content.formatCategory
        ? null
        : content.formatType,
  };
}

/** Conditional without a condition, withheld without a basis: not filed at all. */
export function requireBases({ sharingType, sharingBasis, openingType, openingBasis }: EntryContent): void {
  const check = (
    type: EntryContent['sharingType'],
    basis: string | null,
    field: 'sharingBasis' | 'openingBasis',
  ): void => {
    if (type === null || type === 'unconditional' || (basis !== null && basis.trim() !== '')) return;
    throw new Refusal('CONDITION_MISSING', ...refusals.conditionMissing(field, type === 'withheld'));
  };
  check(sharingType, sharingBasis, 'sharingBasis');
  check(openingType, openingBasis, 'openingBasis');
}
