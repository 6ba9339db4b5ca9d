/** What the database thread is told at its start, and what it tells back once. */

export interface ThreadInput {
  /** Real path of the data folder. */
  readonly dataDir: string;
  /** One counter of 32 bits, raised before anything is run for a client other than the conversation log. */
  readonly changes: SharedArrayBuffer;
}

export interface ThreadReport {
  /** `open`: this process holds the data folder. `held`: another one does, and serves it on its socket. */
  readonly kind: 'open' | 'held';
  /** Process that holds the data folder. */
  readonly pid: number;
  readonly socketDir: string;
}
