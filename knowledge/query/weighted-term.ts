/** A search term that the person did not write but may well have meant. */
export interface WeightedTerm {
  readonly term: string;
  /** Between 0 and 1: how surely it is meant; 1 is as good as written. */
  readonly weight: number;
  /** The words it was drawn from. */
  readonly from: string;
}
