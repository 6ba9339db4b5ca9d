/** Faults of the search, each with a code an operator can act on; none of them is worded for a user. */

export type SearchFaultCode =
  /** No saved index where one was looked for. */
  | 'index-missing'
  /** Saved from other documents, settings, embedder or code. */
  | 'index-stale'
  /** Damaged on disk. */
  | 'index-corrupt'
  /** Two documents with one id, or an id that is not in the index. */
  | 'bad-document'
  /** The embedding endpoint failed, was too slow, or answered nonsense. */
  | 'embedder-failed';

export class SearchFault extends Error {
  override readonly name = 'SearchFault';
  readonly code: SearchFaultCode;

  constructor(code: SearchFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
