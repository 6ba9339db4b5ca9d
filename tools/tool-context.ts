/** What a tool may use while it runs: the transaction, who asks, the clock, and nothing of a channel or a model. */
import type { Actor } from './people/actor.ts';

export interface ToolContext {
  readonly actor: Actor;
  readonly now: Date;
  /** The open transaction; a tool writes through nothing else. */
  readonly db: never;
}
