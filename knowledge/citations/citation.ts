/** A citation as a value: which article, paragraph and item of which regulation. */

/** One place in a regulation. `paragraph` and `item` are 1-based; absent means the whole of the level above. */
export interface Citation {
  /** Regulation id, e.g. `changsha-2021-80`. */
  readonly regulation: string;
  readonly article: number;
  readonly paragraph?: number;
  readonly item?: number;
}

/** A place named without its regulation, as people write it. */
export type Place = Omit<Citation, 'regulation'>;
