/** What can be searched: a document is an id, a few weighted texts and tags to filter by. */

export interface SearchField {
  readonly text: string;
  /** How much a word here counts beside one in a field of weight 1. */
  readonly weight: number;
  /** `heading`: a title, chapter or name; it says what the document is about and is no passage of its own. */
  readonly role?: 'body' | 'heading';
}

export interface SearchDocument {
  /** Unique within an index. */
  readonly id: string;
  readonly fields: readonly SearchField[];
  /** Free labels for filters, e.g. `regulation:changsha-2021-80`. */
  readonly tags?: readonly string[];
}

/** All texts of a document as one, headings first: what an embedder reads. */
export function documentText(document: SearchDocument): string {
  const headings = document.fields.filter((field) => field.role === 'heading');
  const bodies = document.fields.filter((field) => field.role !== 'heading');
  return [...headings, ...bodies].map((field) => field.text).join('\n');
}
