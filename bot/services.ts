/** Puts together what takes turns: the conversation log, the queue in, the way out, and the core in the middle. */
import type { Pool } from 'pg';
import type { Core } from './channels/channel-port.ts';
import type { Services } from './channels/channel.ts';
import type { Courier } from './delivery/courier.ts';
import { demoPeople } from './demo-people.ts';
import { Feed } from './delivery/feed.ts';
import { Ingress } from './delivery/ingress.ts';
import { Outgoing } from './delivery/outgoing.ts';
import { StoredLog } from './delivery/stored-log.ts';
import { StoredOutbox } from './delivery/stored-outbox.ts';
import type { Log } from './log.ts';

export interface ServiceParts {
  readonly pool: Pool;
  readonly core: Core;
  /** The one the core tells other people through; connected here to the way out. */
  readonly courier?: Courier;
  /** Given: what a turn starts from is read along with its message, demo bindings counted or not. */
  readonly demo?: boolean;
  readonly log: Log;
  readonly now: () => Date;
  readonly turnTimeoutMs: number;
}

export function createServices({ pool, core, courier, demo, log, now, turnTimeoutMs }: ServiceParts): Services {
  const conversations = new StoredLog(pool, demo ?? null);
  const feed = new Feed();
  const outgoing = new Outgoing({ conversations, outbox: new StoredOutbox(pool), feed, log, now });
  courier?.connect({ feed, outgoing });
  const ingress = new Ingress({ core, conversations, feed, outgoing, log, now, turnTimeoutMs });
  return { conversations, feed, outgoing, ingress, demoPeople: () => demoPeople(pool) };
}
