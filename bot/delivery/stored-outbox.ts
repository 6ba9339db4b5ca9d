/** The outbox in the store. */
import type { Pool } from 'pg';
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Delivery, Outbox, Settlement } from './conversation-log.ts';
import { runPrepared } from './prepared-query.ts';
import * as sql from './stored-log-sql.ts';

export class StoredOutbox implements Outbox {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async claim(delivery: Delivery, now: Date): Promise<boolean> {
    return (await runPrepared(this.#pool, sql.claim, [delivery.id, now])).length > 0;
  }

  async due(channels: readonly string[], now: Date, limit: number): Promise<readonly Delivery[]> {
    interface DueRow {
      id: string;
      attempts: number;
      userId: string;
      channel: string;
      conversation: string;
      address: Readonly<Record<string, unknown>> | null;
      payload: Reply;
      seq: number;
      answers: string | null;
      at: Date;
    }
    const rows = await runPrepared<DueRow>(this.#pool, sql.due, [channels, now, limit]);
    return rows.map(({ id, attempts, userId, channel, conversation, address, payload, seq, answers, at }) => ({
      id,
      attempts,
      userId,
      address: address ?? {},
      message: { direction: 'out', conversation: { channel, id: conversation }, seq, answers, reply: payload, at },
    }));
  }

  async giveUpSending(begunBefore: Date): Promise<number> {
    return (await runPrepared(this.#pool, sql.giveUpSending, [begunBefore])).length;
  }

  async settle(delivery: Delivery, result: Settlement): Promise<void> {
    const state = 'retryAt' in result ? 'pending' : result.state;
    const sent = state === 'sent';
    const retryAt = 'retryAt' in result ? result.retryAt : null;
    const values = [
      delivery.id,
      state,
      sent ? null : result.detail,
      sent ? result.detail : null,
      retryAt,
      sent ? result.at : null,
    ];
    await runPrepared(this.#pool, sql.settle, values);
  }
}
