/** What a tool may use while it runs: the transaction, who asks, the clock, and nothing of a channel or a model. */
import type { Prisma } from '#prisma/generated/client.ts';
import type { Actor, ActorMembership } from './people/actor.ts';
import type { Notice } from './notice.ts';

/** The store as a tool sees it: an open transaction while it runs, the plain client while it only looks. */
export type Db = Prisma.TransactionClient;

/** For looking before running: which department is touched, what to advise, what to show. */
export interface LookContext {
  readonly actor: Actor;
  readonly now: Date;
  readonly db: Db;
}

/** One change for the audit trail. Actor, time, channel, tool and article are added by the runner. */
export interface Change {
  /** Table or thing in snake case: `catalog_entry`, `request`, `person`. */
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Default: the tool's name. */
  readonly action?: string;
  /** Default: the tool's article. */
  readonly article?: string | null;
  /** Default: the department acted for. */
  readonly departmentId?: string | null;
  /** What it was and became, as far as that says something; JSON. */
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
}

export interface ToolContext extends LookContext {
  /** The membership under which this run is permitted; null for a newcomer. */
  readonly acting: ActorMembership | null;
  /** Every run of a writing tool records at least one change. */
  readonly record: (change: Change) => void;
  /** Tells somebody, in their own chat, once what was written is safe. */
  readonly tell: (notice: Notice) => void;
}
