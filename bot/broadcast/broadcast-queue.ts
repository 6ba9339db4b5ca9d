/** A channel's queue in the store, shared by all replicas: claims rows at the channel's pace, hands calls over, takes back what others left. */
import type { Pool, PoolClient } from 'pg';
import { type Pace, PacePlan } from './pace-plan.ts';
import { canaryPriority } from '#tools/broadcast/freeze.ts';
import { rowId } from '#bot/delivery/row-id.ts';
import { callGroups, type PlannedCall, plannedCall, type QueueRow } from './queue-row.ts';
import * as sql from './queue-sql.ts';
import type { SendingPort } from './sending-port.ts';

const mostRows = 2_000;
const anyPriority = 100;

export interface Claim {
  readonly calls: readonly PlannedCall[];
  /** Milliseconds until it is worth asking again, when there are none. */
  readonly waitMs: number;
}

export interface QueueParts {
  readonly pool: Pool;
  readonly port: SendingPort;
  readonly now: () => Date;
  /** This process, unlike any other. */
  readonly who: string;
  readonly leaseMs: number;
}

export class BroadcastQueue {
  readonly #parts: QueueParts;
  #trying = false;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  /** After a refusal one call tries whether the channel works again. */
  get trying(): boolean {
    return this.#trying;
  }

  /** Rows of the broadcasts under way, made into calls, each with its moment. */
  async claim(): Promise<Claim> {
    const { port, now } = this.#parts;
    return await this.#alone(async (client, pace) => {
      const at = now();
      this.#trying = pace.failures > 0;
      const blockedFor = pace.blockedUntil === null ? 0 : pace.blockedUntil.getTime() - at.getTime();
      if (blockedFor > 0) return { calls: [], waitMs: blockedFor };
      const plan = new PacePlan(port.limits, { ...pace, at });
      const calls = plan.room === 0 ? [] : await this.#plan(client, plan, at);
      if (calls.length > 0) await client.query(sql.setPace, [port.channel, plan.nextAt, JSON.stringify(plan.recent)]);
      return { calls, waitMs: plan.room === 0 ? plan.waitMs : 1_000 };
    });
  }

  async #plan(client: PoolClient, plan: PacePlan, at: Date): Promise<readonly PlannedCall[]> {
    const { limits } = this.#parts.port;
    const most = this.#trying ? 1 : plan.room * limits.batch;
    const rows = await this.#take(client, at, Math.min(mostRows, most));
    const calls: PlannedCall[] = [];
    for (const group of callGroups(rows, limits.batch)) {
      // Words of their own for many make more calls than there is room for: the rest is left to be claimed again.
      const moment = plan.next(group.length);
      if (moment === null) break;
      calls.push(plannedCall(rowId(at), group, moment, false));
    }
    const planned = new Set(calls.flatMap((call) => call.rows.map(({ id }) => id)));
    const left = rows.flatMap(({ id }) => (planned.has(id) ? [] : [id]));
    if (left.length > 0) await client.query(sql.release, [left, this.#parts.who]);
    return calls;
  }

  /** Calls that were under way when their sender was last heard of; they go out again where the vendor knows them, or are unknown. */
  async takeOver(): Promise<readonly PlannedCall[]> {
    const { port, now, who, leaseMs } = this.#parts;
    return await this.#alone(async (client) => {
      const at = now();
      const before = new Date(at.getTime() - leaseMs);
      const { rows } = await client.query<QueueRow>(sql.orphans, [port.channel, before, at, who]);
      const calls = new Map<string, QueueRow[]>();
      for (const row of rows) calls.set(row.callId ?? '', [...(calls.get(row.callId ?? '') ?? []), row]);
      const again: PlannedCall[] = [];
      for (const [id, group] of calls) {
        if (this.mayRepeat(id)) again.push(plannedCall(id, group, at, true));
        else await this.#giveUp(client, id, group, 'the sender ended before the channel answered');
      }
      return again;
    });
  }

  /** Whether the vendor still knows a call by its id, so that making it again is no second message. */
  mayRepeat(callId: string): boolean {
    const { dedupeSeconds } = this.#parts.port.limits;
    // Its first eight bytes say when it was first made.
    const made = Number.parseInt(callId.replace('-', '').slice(0, 12), 16);
    return dedupeSeconds !== null && this.#parts.now().getTime() - made < dedupeSeconds * 900;
  }

  /** From here on the calls may be with the vendor. @returns those whose rows are still ours */
  async handOver(calls: readonly PlannedCall[]): Promise<readonly PlannedCall[]> {
    const { pool, who, now } = this.#parts;
    const fresh = calls.filter(({ again }) => !again);
    const marks = fresh.flatMap(({ id, rows }) => rows.map((row) => ({ id: row.id, call: id })));
    const { rows } =
      marks.length === 0
        ? { rows: [] }
        : await pool.query<{ id: string }>(sql.handOver, [JSON.stringify(marks), who, now()]);
    const ours = new Set(rows.map(({ id }) => id));
    return calls.flatMap((call) => {
      if (call.again) return [call];
      const left = call.rows.filter(({ id }) => ours.has(id));
      return left.length === 0 ? [] : [plannedCall(call.id, left, call.at, false)];
    });
  }

  async release(calls: readonly PlannedCall[]): Promise<void> {
    const ids = calls.filter(({ again }) => !again).flatMap(({ rows }) => rows.map(({ id }) => id));
    if (ids.length > 0) await this.#parts.pool.query(sql.release, [ids, this.#parts.who]);
  }

  /** Nobody writes to the channel before then. */
  async block(until: Date): Promise<Date> {
    const { pool, port } = this.#parts;
    const { rows } = await pool.query<{ blockedUntil: Date }>(sql.block, [port.channel, until]);
    return rows[0]?.blockedUntil ?? until;
  }

  async unblock(): Promise<void> {
    this.#trying = false;
    await this.#parts.pool.query(sql.unblock, [this.#parts.port.channel]);
  }

  async #take(client: PoolClient, at: Date, most: number): Promise<readonly QueueRow[]> {
    const { port, who, leaseMs } = this.#parts;
    const before = new Date(at.getTime() - leaseMs);
    const taken: QueueRow[] = [];
    const { rows: active } = await client.query<{ id: string; state: string }>(sql.active);
    for (const { id, state } of active) {
      const upTo = state === 'canary' ? canaryPriority : anyPriority;
      const values = [id, port.channel, upTo, at, before, most - taken.length, who];
      taken.push(...(await client.query<QueueRow>(sql.claim, values)).rows);
      if (taken.length >= most) break;
    }
    return taken;
  }

  async #giveUp(client: PoolClient, call: string, rows: readonly QueueRow[], why: string): Promise<void> {
    await client.query(sql.unknown, [JSON.stringify(rows.map(({ id }) => ({ id, call, why })))]);
  }

  /** One sender at a time plans for a channel. */
  async #alone<T>(work: (client: PoolClient, pace: Pace) => Promise<T>): Promise<T> {
    const { pool, port, now } = this.#parts;
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(sql.holdPace, [port.channel, now()]);
      const { rows } = await client.query<Pace>(sql.readPace, [port.channel]);
      const [pace] = rows;
      if (!pace) throw new Error(`the pace of ${port.channel} is gone`);
      const result = await work(client, pace);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }
}
