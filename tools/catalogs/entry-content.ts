/** What a version of a catalog entry says: the attributes Art. 16 names and those practice adds, without its state. */
import type { Prisma } from '#prisma/generated/client.ts';
import type { DataItem } from './data-item.ts';

export interface ContentItem {
  readonly name: string;
  readonly field: string | null;
  readonly type: string | null;
  readonly length: string | null;
  readonly description: string | null;
  readonly personal: boolean;
  readonly sensitive: boolean;
}

/** What nobody said of an item stays open, and counts as no personal data until somebody says so. */
export function contentItemOf({ name, field, type, length, description, personal, sensitive }: DataItem): ContentItem {
  return {
    name,
    field: field ?? null,
    type: type ?? null,
    length: length ?? null,
    description: description ?? null,
    personal: personal ?? false,
    sensitive: sensitive ?? false,
  };
}

export interface ContentBasis {
  readonly kind: Prisma.LegalBasisCreateManyInput['kind'];
  readonly title: string;
  readonly clause: string | null;
}

/** Everything a person can change in an entry; the rest of a version's row is when and by whom. */
export const attributeSelect = {
  name: true,
  summary: true,
  source: true,
  classification: true,
  classificationCode: true,
  standard: true,
  updateCycle: true,
  sharingType: true,
  sharingBasis: true,
  sharingMethods: true,
  openingType: true,
  openingBasis: true,
  openingMethods: true,
  openingTopic: true,
  relations: true,
  relatedCodes: true,
  securityLevel: true,
  formatCategory: true,
  formatType: true,
  form: true,
  network: true,
  scenarios: true,
  businessItems: true,
  systemName: true,
  subUnit: true,
  keywords: true,
  access: true,
} as const satisfies Prisma.CatalogVersionSelect;

const itemSelect = {
  name: true,
  field: true,
  type: true,
  length: true,
  description: true,
  personal: true,
  sensitive: true,
} as const satisfies Prisma.DataItemSelect;

export const contentSelect = {
  ...attributeSelect,
  items: { select: itemSelect, orderBy: { position: 'asc' } },
  legalBases: { select: { kind: true, title: true, clause: true }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.CatalogVersionSelect;

export type EntryAttributes = Prisma.CatalogVersionGetPayload<{ select: typeof attributeSelect }>;

export interface EntryContent extends EntryAttributes {
  readonly items: ContentItem[];
  readonly legalBases: ContentBasis[];
}

export function emptyContent(name: string): EntryContent {
  return {
    name,
    summary: null,
    source: null,
    classification: null,
    classificationCode: null,
    standard: null,
    updateCycle: null,
    sharingType: null,
    sharingBasis: null,
    sharingMethods: [],
    openingType: null,
    openingBasis: null,
    openingMethods: [],
    openingTopic: null,
    relations: null,
    relatedCodes: [],
    securityLevel: null,
    formatCategory: null,
    formatType: null,
    form: null,
    network: null,
    scenarios: [],
    businessItems: [],
    systemName: null,
    subUnit: null,
    keywords: [],
    access: null,
    items: [],
    legalBases: [],
  };
}

export const attributeNames: readonly (keyof EntryAttributes)[] = [
  'name',
  'summary',
  'source',
  'classification',
  'classificationCode',
  'standard',
  'updateCycle',
  'sharingType',
  'sharingBasis',
  'sharingMethods',
  'openingType',
  'openingBasis',
  'openingMethods',
  'openingTopic',
  'relations',
  'relatedCodes',
  'securityLevel',
  'formatCategory',
  'formatType',
  'form',
  'network',
  'scenarios',
  'businessItems',
  'systemName',
  'subUnit',
  'keywords',
  'access',
];

/** Takes the content out of a wider row. */
export function contentOf(row: EntryContent): EntryContent {
  const { items, legalBases } = row;
  return { ...attributesOf(row), items, legalBases };
}

export function attributesOf(row: EntryAttributes): EntryAttributes {
  // Object.fromEntries forgets which name has which value; both come from the same list.
  return Object.fromEntries(attributeNames.map((name) => [name, row[name]])) as unknown as EntryAttributes;
}

export function sameContent(one: EntryContent, other: EntryContent): boolean {
  return canonical(one) === canonical(other);
}

function canonical(content: EntryContent): string {
  const items = content.items.map(({ name, field, type, length, description, personal, sensitive }) => [
    name,
    field,
    type,
    length,
    description,
    personal,
    sensitive,
  ]);
  const bases = content.legalBases.map(({ kind, title, clause }) => [kind, title, clause]);
  // How a line is broken is no difference.
  return JSON.stringify([attributeNames.map((name) => content[name]), items, bases]).replaceAll('\\r\\n', '\\n');
}
