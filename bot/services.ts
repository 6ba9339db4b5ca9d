/** Puts together what takes turns: the conversation log, the queue in, the way out, and the core in the middle. */
import type { Core } from './channels/channel-port.ts';
import type { Services } from './channels/channel.ts';
import type { Courier } from './delivery/courier.ts';
import { demoPeople } from './demo-people.ts';
import type { ConversationLog } from './delivery/conversation-log.ts';
import { Feed } from './delivery/feed.ts';
import { Ingress } from './delivery/ingress.ts';
import { JournaledLog } from './delivery/journal/journaled-log.ts';
import { Outgoing } from './delivery/outgoing.ts';
import { StoredLog } from './delivery/stored-log.ts';
import { StoredOutbox } from './delivery/stored-outbox.ts';
import type { Log } from './log.ts';
import type { Store } from '#prisma/store.ts';

export interface ServiceParts {
  readonly store: Pick<Store, 'pool' | 'logPool' | 'changes'>;
  /** Where turns may be journaled before they reach the store; null: each reaches the store before its answer leaves. */
  readonly journal?: string | null;
  readonly core: Core;
  /** The one the core tells other people through; connected here to the way out. */
  readonly courier?: Courier;
  /** Given: what a turn starts from is read along with its message, demo bindings counted or not. */
  readonly demo?: boolean;
  readonly log: Log;
  readonly now: () => Date;
  readonly turnTimeoutMs: number;
}

export function createServices(parts: ServiceParts): Services {
  const { store, core, courier, log, now, turnTimeoutMs } = parts;
  const { logPool } = store;
  const conversations = conversationLog(parts);
  const feed = new Feed();
  const outgoing = new Outgoing({ conversations, outbox: new StoredOutbox(logPool), feed, log, now });
  courier?.connect({ feed, outgoing });
  const ingress = new Ingress({ core, conversations, feed, outgoing, log, now, turnTimeoutMs });
  return { conversations, feed, outgoing, ingress, demoPeople: () => demoPeople(store.pool) };
}

/** The journal needs to know that nobody changes the store behind its back. */
function conversationLog({ store, journal, demo, log }: ServiceParts): ConversationLog {
  const { logPool: pool, changes } = store;
  const stored = new StoredLog(pool, demo ?? null);
  if (journal === undefined || journal === null || changes === null) return stored;
  return new JournaledLog({ stored, pool, changes, folder: journal, log });
}
