/** The index for documents at hand: the saved one where it still fits, or else built anew and saved. */
import { buildIndex } from './build-index.ts';
import type { IndexOptions } from './build-index.ts';
import { loadIndex } from './load-index.ts';
import { saveIndex } from './save-index.ts';
import type { SearchDocument } from './search-document.ts';
import { SearchFault } from './search-fault.ts';
import type { SearchFaultCode } from './search-fault.ts';
import type { SearchIndex } from './search-index.ts';

const rebuilds: ReadonlySet<SearchFaultCode> = new Set(['index-missing', 'index-stale', 'index-corrupt']);

export interface OpenedIndex {
  readonly index: SearchIndex;
  /** Why it was built anew; null when the saved one was taken. */
  readonly rebuilt: SearchFault | null;
}

export async function openIndex(
  dir: string,
  documents: readonly SearchDocument[],
  options: IndexOptions,
): Promise<OpenedIndex> {
  try {
    return { index: await loadIndex(dir, documents, options), rebuilt: null };
  } catch (error) {
    if (!(error instanceof SearchFault) || !rebuilds.has(error.code)) throw error;
    const index = await buildIndex(documents, options);
    await saveIndex(index, dir);
    return { index, rebuilt: error };
  }
}
