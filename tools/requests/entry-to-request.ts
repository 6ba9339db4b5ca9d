/** A catalog entry as somebody who wants its data meets it: the published version, its types, conditions and items. */
import type { Prisma } from '#prisma/generated/client.ts';
import { Refusal } from '#tools/refusal.ts';
import type { Db } from '#tools/tool-context.ts';
import { filingWords } from './filing-words.ts';

const versionSelect = {
  id: true,
  entryId: true,
  name: true,
  sharingType: true,
  sharingBasis: true,
  sharingMethods: true,
  openingType: true,
  openingBasis: true,
  openingMethods: true,
  access: true,
  items: { select: { name: true, personal: true, sensitive: true }, orderBy: { position: 'asc' } },
  entry: { select: { departmentId: true, department: { select: { id: true, name: true, phone: true } } } },
} as const satisfies Prisma.CatalogVersionSelect;

export type EntryToRequest = Prisma.CatalogVersionGetPayload<{ select: typeof versionSelect }>;

export async function findPublished(db: Db, entryId: string): Promise<EntryToRequest | null> {
  return await db.catalogVersion.findFirst({ where: { entryId, state: 'published' }, select: versionSelect });
}

/** @throws Refusal ENTRY_NOT_PUBLISHED */
export async function loadPublished(db: Db, entryId: string): Promise<EntryToRequest> {
  const found = await findPublished(db, entryId);
  if (!found) throw new Refusal('ENTRY_NOT_PUBLISHED', ...filingWords.notPublished);
  return found;
}

/** “全部” and its like, said instead of names. */
const everything = /^(?:全部|所有|全都?要?|全量|整条|全部(?:信息项|字段|数据项|数据))$/u;

export function saysAll(items: unknown): boolean {
  return Array.isArray(items) && items.some((item) => typeof item === 'string' && everything.test(item.trim()));
}

export interface WantedItems {
  readonly names: readonly string[];
  /** Asked for but not in the entry. */
  readonly unknown: readonly string[];
  /** Everything the entry has, three items or more: a reason is due. */
  readonly all: boolean;
  /** Personal or sensitive ones among them. */
  readonly guarded: readonly string[];
}

export function wantedItems(asked: readonly string[], { items }: Pick<EntryToRequest, 'items'>): WantedItems {
  const known = items.map(({ name }) => name);
  const clean = (name: string): string => name.replace(/[\s((].*$/u, '');
  const names = saysAll(asked)
    ? known
    : asked.map((name) => known.find((one) => one === name.trim() || clean(one) === clean(name.trim())) ?? name.trim());
  return {
    names: [...new Set(names)],
    unknown: known.length === 0 ? [] : names.filter((name) => !known.includes(name)),
    all: saysAll(asked) || (known.length > 2 && known.every((name) => names.includes(name))),
    guarded: items
      .filter(({ name, personal, sensitive }) => (personal || sensitive) && names.includes(name))
      .map(({ name }) => name),
  };
}

/** Null: every item asked for is one of the entry's. */
export function unknownItems(unknown: readonly string[], { items }: Pick<EntryToRequest, 'items'>): Refusal | null {
  if (unknown.length === 0) return null;
  const known = items.map(({ name }) => name);
  return new Refusal('ITEMS_UNKNOWN', ...filingWords.unknownItems(unknown, known));
}
