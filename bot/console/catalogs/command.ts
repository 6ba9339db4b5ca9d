/** What a command on the catalogs is given; it resolves with the exit code. */
import type { Store } from '#prisma/store.ts';

export interface CommandInput {
  readonly args: readonly string[];
  readonly store: Store;
  readonly dataDir: string;
  readonly now: () => Date;
}

export type CatalogCommand = (input: CommandInput) => Promise<number>;
