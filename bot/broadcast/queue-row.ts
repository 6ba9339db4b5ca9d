/** A claimed row of the outbox, and how rows of the same words make calls. */
import { z } from 'zod';
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Call } from './sending-port.ts';

/** The `Reply` as it was written by the freezing; cards and answers are passed through. */
const replySchema = z.looseObject({
  text: z.string(),
  actions: z.array(z.object({ id: z.string(), title: z.string() })),
});

export interface QueueRow {
  readonly id: string;
  readonly broadcastId: string;
  readonly recipient: string;
  readonly personId: string | null;
  readonly tenant: string;
  readonly userId: string;
  readonly payload: unknown;
  readonly batchKey: string | null;
  readonly attempts: number;
  readonly callId: string | null;
}

/** A call that waits for its moment. */
export interface PlannedCall extends Call {
  readonly rows: readonly QueueRow[];
  /** When it may go out. */
  readonly at: Date;
  /** It was made before, and its rows are in hand. */
  readonly again: boolean;
}

export function replyOf(payload: unknown): Reply {
  return replySchema.parse(payload);
}

/** Rows that may share a call: the same words, for the same tenant. */
export function callGroups(rows: readonly QueueRow[], batch: number): readonly (readonly QueueRow[])[] {
  const alike = new Map<string, QueueRow[]>();
  for (const row of rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const key = `${row.tenant}\n${row.broadcastId}\n${row.batchKey ?? row.id}`;
    const group = alike.get(key);
    if (group) group.push(row);
    else alike.set(key, [row]);
  }
  return [...alike.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / batch) }, (_, index) =>
      group.slice(index * batch, (index + 1) * batch),
    ),
  );
}

export function plannedCall(id: string, rows: readonly QueueRow[], at: Date, again: boolean): PlannedCall {
  const sorted = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const [first] = sorted;
  if (!first) throw new Error('a call is for somebody');
  return {
    id,
    rows: sorted,
    at,
    again,
    reply: replyOf(first.payload),
    letters: sorted.map((row) => ({ id: row.id, tenant: row.tenant, userId: row.userId, personId: row.recipient })),
  };
}
