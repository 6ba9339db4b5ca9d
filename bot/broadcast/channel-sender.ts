/** Sends one channel's share of the broadcasts: at the channel's pace, several calls at once, and by itself, whatever other channels do. */
import type { Log } from '#bot/log.ts';
import type { BroadcastQueue } from './broadcast-queue.ts';
import type { PlannedCall } from './queue-row.ts';
import type { CallOutcome, SendingPort } from './sending-port.ts';
import type { Ended, RowEnd } from './settle.ts';
import { Waiting } from './waiting.ts';

export interface ChannelSenderParts {
  readonly queue: BroadcastQueue;
  readonly port: SendingPort;
  readonly settle: (ended: readonly Ended[]) => Promise<void>;
  readonly log: Log;
  readonly now: () => Date;
  /** Whether any broadcast is under way: without one the store is left in peace. */
  readonly busy: () => boolean;
  readonly leaseMs: number;
}

const mostAtOnce = 64;
/** Calls due so soon go together: one look at the store for all of them. */
const tickMs = 40;
/** A row that was not taken this often is refused. */
const mostAttempts = 6;
const firstBackOffMs = 500;
const longestBackOffMs = 60_000;
const troubleMs = 2_000;

export class ChannelSender {
  readonly #parts: ChannelSenderParts;
  readonly #idle = new Waiting();
  readonly #underWay = new Set<Promise<void>>();
  #ready: PlannedCall[] = [];
  #ended: Ended[] = [];
  #settling: Promise<void> | null = null;
  #blockedUntil = 0;
  #failures = 0;
  #lookedForOrphans = 0;
  #askAgainAt = 0;
  #stopped = false;

  constructor(parts: ChannelSenderParts) {
    this.#parts = parts;
  }

  poke(): void {
    this.#askAgainAt = 0;
    this.#idle.poke();
  }

  stop(): void {
    this.#stopped = true;
    this.#idle.poke();
  }

  /** Ends once it was stopped and what was under way is on record. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#round();
      } catch (error) {
        const { log, port } = this.#parts;
        log.error({ err: error, channel: port.channel }, 'a round of sending failed');
        await this.#idle.wait(troubleMs);
      }
    }
    await this.#parts.queue.release(this.#ready).catch(() => undefined);
    await Promise.all(this.#underWay);
    await this.#settling;
  }

  async #round(): Promise<void> {
    if (!this.#parts.busy()) return await this.#idle.wait(60_000);
    const at = this.#parts.now().getTime();
    if (at < this.#blockedUntil) return await this.#idle.wait(Math.min(this.#blockedUntil - at, 1_000));
    await this.#refill(at);
    const due = this.#due(at);
    if (due.length > 0) {
      this.#ready = this.#ready.filter((call) => !due.includes(call));
      for (const call of await this.#parts.queue.handOver(due)) this.#track(this.#make(call));
    }
    const next = this.#ready[0]?.at.getTime();
    const wait = next === undefined ? this.#askAgainAt - at : next - at;
    await this.#idle.wait(Math.min(Math.max(wait, tickMs), 1_000));
  }

  /** What may go out now. */
  #due(at: number): readonly PlannedCall[] {
    return this.#ready
      .filter((call) => call.at.getTime() <= at + tickMs / 2)
      .slice(0, Math.max(0, mostAtOnce - this.#underWay.size));
  }

  /** More work before the last of it is done. */
  async #refill(at: number): Promise<void> {
    const { queue, leaseMs } = this.#parts;
    if (at - this.#lookedForOrphans > leaseMs / 2) {
      this.#lookedForOrphans = at;
      this.#ready.unshift(...(await queue.takeOver()));
    }
    const last = this.#ready.at(-1)?.at.getTime() ?? 0;
    if (last > at + 250 || at < this.#askAgainAt) return;
    const { calls, waitMs } = await queue.claim();
    this.#ready.push(...calls);
    this.#askAgainAt = calls.length > 0 ? 0 : at + waitMs;
  }

  #track(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) => {
        // The rows stay under way: whoever looks for orphans takes them up.
        this.#parts.log.error({ err: error, channel: this.#parts.port.channel }, 'a call was not recorded');
      })
      .finally(() => {
        this.#underWay.delete(tracked);
        if (this.#underWay.size === mostAtOnce - 1) this.#idle.poke();
      });
    this.#underWay.add(tracked);
  }

  async #make(call: PlannedCall): Promise<void> {
    const outcome = await this.#parts.port.send(call);
    await this.#note(call, outcome);
  }

  async #note(call: PlannedCall, outcome: CallOutcome): Promise<void> {
    if (outcome.kind === 'answered') {
      if (this.#failures > 0 || this.#parts.queue.trying) {
        this.#failures = 0;
        await this.#parts.queue.unblock();
      }
      return await this.#end(call, (id) => outcome.people.get(id) ?? { kind: 'unknown', why: 'not in the answer' });
    }
    if (outcome.kind === 'unknown') return await this.#unknown(call, outcome.why);
    const wait = outcome.kind === 'throttled' ? outcome.retryAfterMs : null;
    const counts = outcome.kind === 'unavailable';
    const why = outcome.kind === 'unavailable' ? outcome.why : 'too fast for the channel';
    // Its first making may have been taken: it stays the same call.
    if (call.again) await this.#unknown(call, why);
    else
      await this.#end(call, (_, attempts): RowEnd => {
        if (counts && attempts >= mostAttempts) return { kind: 'rejected', why };
        return { kind: 'put_back', why, counts };
      });
    await this.#backOff(wait, why);
  }

  /** Made again under the same id where that is no second message; otherwise nobody can tell. */
  async #unknown(call: PlannedCall, why: string): Promise<void> {
    const { queue, now } = this.#parts;
    const attempts = Math.max(...call.rows.map((row) => row.attempts));
    if (!this.#stopped && attempts < mostAttempts && queue.mayRepeat(call.id)) {
      const rows = call.rows.map((row) => ({ ...row, attempts: row.attempts + 1 }));
      this.#ready.unshift({ ...call, rows, at: new Date(now().getTime() + firstBackOffMs), again: true });
      this.#ready.sort((one, other) => one.at.getTime() - other.at.getTime());
      return;
    }
    await this.#end(call, () => ({ kind: 'unknown', why }));
  }

  async #backOff(retryAfterMs: number | null, why: string): Promise<void> {
    const { queue, now, log, port } = this.#parts;
    const wait = retryAfterMs ?? Math.min(longestBackOffMs, firstBackOffMs * 2 ** this.#failures);
    this.#failures += 1;
    const waiting = this.#ready.filter(({ again }) => !again);
    this.#ready = this.#ready.filter(({ again }) => again);
    const until = await queue.block(new Date(now().getTime() + wait));
    this.#blockedUntil = Math.max(this.#blockedUntil, until.getTime());
    await queue.release(waiting);
    log.warn({ channel: port.channel, why, waitMs: wait }, 'the channel asked for a pause');
  }

  /** Written as they come, together with what comes while the last ones are being written. */
  async #end(call: PlannedCall, endOf: (id: string, attempts: number) => RowEnd): Promise<void> {
    this.#ended.push(...call.rows.map((row) => ({ call, row, end: endOf(row.id, row.attempts + 1) })));
    while (this.#ended.length > 0) {
      if (this.#settling) {
        await this.#settling;
        continue;
      }
      const ended = this.#ended;
      this.#ended = [];
      this.#settling = this.#parts.settle(ended).finally(() => (this.#settling = null));
      await this.#settling;
    }
  }
}
