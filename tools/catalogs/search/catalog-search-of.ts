/** The one search of each store in this process: opened when it is first needed, told of changes by the store itself. */
import type { Db } from '#tools/tool-context.ts';
import { fillDoubleKeys } from '../checkup/double-keys.ts';
import { CatalogSearch } from './catalog-search.ts';

const open = new WeakMap<object, Promise<CatalogSearch>>();

/**
 * Opens it ahead of the first search, kept in a folder between starts.
 * @param db the store's client, not a transaction: an index for each of those would be waste
 */
export async function prepareCatalogSearch(db: Db, folder: string | null): Promise<CatalogSearch> {
  const opening = CatalogSearch.open(db, folder);
  open.set(db, opening);
  // A failed opening must not be remembered.
  opening.catch(() => open.delete(db));
  const search = await opening;
  if (folder !== null) {
    await search.warm();
    // Not part of the search, and nobody waits for it: what a restored store came without.
    await fillDoubleKeys(db);
  }
  return search;
}

/** Up to date with the store. */
export async function catalogSearchOf(db: Db): Promise<CatalogSearch> {
  const known = open.get(db);
  if (!known) return await prepareCatalogSearch(db, null);
  const search = await known;
  await search.follow(db);
  return search;
}
