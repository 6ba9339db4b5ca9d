/** Writes down how calls ended, person by person, in one transaction: delivered, on to the next place, back in the queue, unknown. */
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { placesSql } from '#tools/broadcast/places.ts';
import { rowId } from '#bot/delivery/row-id.ts';
import { type PlannedCall, type QueueRow, replyOf } from './queue-row.ts';
import * as sql from './queue-sql.ts';
import type { Delivered, PersonOutcome, SendingPort } from './sending-port.ts';

/** How one person's row ended. */
export type RowEnd = PersonOutcome | { readonly kind: 'unknown'; readonly why: string } | PutBack;

/** Not taken; tried again later, or at another place once it was tried often enough. */
interface PutBack {
  readonly kind: 'put_back';
  readonly why: string;
  readonly counts: boolean;
}

export interface Ended {
  readonly call: PlannedCall;
  readonly row: QueueRow;
  readonly end: RowEnd;
}

export interface SettleParts {
  readonly pool: Pool;
  readonly port: SendingPort;
  /** Channels that are open here, by how they reach people. */
  readonly open: { readonly push: readonly string[]; readonly conversation: readonly string[] };
  readonly now: () => Date;
}

const trailSchema = z.array(z.object({ channel: z.string(), tenant: z.string(), userId: z.string() }));
type Place = z.infer<typeof trailSchema>[number];
const personRetryMs = 2_000;

export async function settle(parts: SettleParts, ended: readonly Ended[]): Promise<void> {
  const { pool, port } = parts;
  const client = await pool.connect();
  const delivered: Delivered[] = [];
  try {
    await client.query('BEGIN');
    delivered.push(...(await settleSent(client, parts, ended)));
    await settleRejected(client, parts, ended);
    await settleOthers(client, parts, ended);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release(error instanceof Error ? error : true);
    throw error;
  }
  if (delivered.length > 0) port.recorded?.(delivered);
}

async function settleSent(
  client: PoolClient,
  { port, now }: SettleParts,
  ended: readonly Ended[],
): Promise<readonly Delivered[]> {
  const at = now();
  const entries = ended.flatMap(({ call, row, end }) => {
    if (end.kind !== 'accepted') return [];
    const place = end.conversationId ?? row.userId;
    const { id, payload } = row;
    const ids = { conversation: rowId(at), message: rowId(at) };
    return [{ id, call: call.id, vendorId: end.vendorId, place, tenant: row.tenant, ...ids, payload }];
  });
  const delivered: Delivered[] = [];
  // A statement can add to a conversation once only.
  for (let rest = entries; rest.length > 0;) {
    const places = new Set<string>();
    const [first, later]: [typeof rest, typeof rest] = [[], []];
    for (const entry of rest) {
      const name = `${entry.tenant}\n${entry.place}`;
      (places.has(name) ? later : first).push(entry);
      places.add(name);
    }
    const { rows } = await client.query<{ id: string; place: string; sequence: number }>(sql.sent, [
      JSON.stringify(
        first.map(({ id, call, vendorId, place, conversation, message }) => ({
          id,
          call,
          vendorId,
          place,
          conversation,
          message,
        })),
      ),
      port.channel,
      at,
    ]);
    for (const { id, place: conversationId, sequence } of rows) {
      const payload = first.find((entry) => entry.id === id)?.payload;
      if (port.recorded && payload !== undefined)
        delivered.push({ conversationId, sequence, reply: replyOf(payload), at });
    }
    rest = later;
  }
  return delivered;
}

async function settleRejected(client: PoolClient, parts: SettleParts, ended: readonly Ended[]): Promise<void> {
  const rejected = ended.flatMap(({ call, row, end }) =>
    end.kind === 'rejected' ? [{ call, row, why: end.why }] : [],
  );
  if (rejected.length === 0) return;
  const { port, now, open } = parts;
  const people = [...new Set(rejected.map(({ row }) => row.recipient))];
  const { rows: known } = await client.query<Place & { personId: string }>(placesSql, [
    people,
    open.push,
    open.conversation,
  ]);
  const { rows: trails } = await client.query<{ id: string; trail: unknown }>(sql.trails, [
    rejected.map(({ row }) => row.id),
  ]);
  const triedBy = new Map(trails.map(({ id, trail }) => [id, trailSchema.parse(trail)]));
  const entries = rejected.map(({ call, row, why }) => {
    const here = { channel: port.channel, tenant: row.tenant, userId: row.userId };
    const tried = [here, ...(triedBy.get(row.id) ?? [])];
    const next = known.find(
      (place) => place.personId === row.recipient && !tried.some((other) => samePlace(other, place)),
    );
    const to = { channel: next?.channel ?? null, tenant: next?.tenant ?? null, userId: next?.userId ?? null };
    return { id: row.id, call: call.id, why, was: row.userId, wasTenant: row.tenant, ...to };
  });
  await client.query(sql.rejected, [JSON.stringify(entries), port.channel, now()]);
}

async function settleOthers(client: PoolClient, { now }: SettleParts, ended: readonly Ended[]): Promise<void> {
  const of = (test: (end: RowEnd) => string | null): readonly { id: string; call: string; why: string }[] =>
    ended.flatMap(({ call, row, end }) => {
      const why = test(end);
      return why === null ? [] : [{ id: row.id, call: call.id, why }];
    });
  const unknown = of((end) => (end.kind === 'unknown' ? end.why : null));
  if (unknown.length > 0) await client.query(sql.unknown, [JSON.stringify(unknown)]);
  const throttled = of((end) => (end.kind === 'throttled' ? 'too fast for this person' : null));
  const later = new Date(now().getTime() + personRetryMs);
  if (throttled.length > 0) await client.query(sql.putBack, [JSON.stringify(throttled), later, false]);
  for (const counts of [true, false]) {
    const back = of((end) => (end.kind === 'put_back' && end.counts === counts ? end.why : null));
    if (back.length > 0) await client.query(sql.putBack, [JSON.stringify(back), now(), counts]);
  }
}

function samePlace(one: Place, other: Place): boolean {
  return one.channel === other.channel && one.tenant === other.tenant && one.userId === other.userId;
}
