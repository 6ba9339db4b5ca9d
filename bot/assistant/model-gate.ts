/** The one way to the model: budgets, deadline, breaker and the record of every call stand between it and whoever asks. */
import type { ChatOpenAI } from '@langchain/openai';
import type { ModelEndpoint } from '#bot/config.ts';
import type { Log } from '#bot/log.ts';
import type { Store } from '#prisma/store.ts';
import type { Actor } from '#tools/people/actor.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { storedJson } from '#tools/stored-json.ts';
import { Breaker, type BreakerSettings, defaultBreaker } from './breaker.ts';
import { CallRecord, type RecordedCall } from './call-record.ts';
import { chatModel } from './chat-model.ts';
import { defaultLimits, TurnBudget, type TurnLimits } from './turn-budget.ts';
import { type WhyNothing, whyOf } from './why-nothing.ts';

export type Purpose = 'understand' | 'answer' | 'rewrite' | 'judge';

export interface ModelUse {
  readonly purpose: Purpose;
  /** One object per turn, as the dialogue makes it: what the turn has spent already is remembered by it. */
  readonly actor: Actor;
  readonly now: Date;
}

export interface ModelHands {
  readonly model: ChatOpenAI;
  /** To be given to every call: without them it would be neither counted nor ended in time. */
  readonly config: { readonly callbacks: CallRecord[]; readonly signal: AbortSignal };
}

export type ModelResult<T> =
  { readonly kind: 'given'; readonly value: T } | { readonly kind: 'nothing'; readonly why: WhyNothing };

export interface ModelGateSettings {
  readonly endpoint: ModelEndpoint;
  readonly turn?: TurnLimits;
  readonly breaker?: BreakerSettings;
  /** Prompt and completion together. */
  readonly tokensPerPersonAndDay: number;
  readonly tokensPerDay: number;
}

export interface ModelGateParts {
  readonly store: Pick<Store, 'db'>;
  readonly log: Log;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
}

export class ModelGate {
  readonly #settings: ModelGateSettings;
  readonly #parts: ModelGateParts;
  readonly #limits: TurnLimits;
  readonly #breaker: Breaker;
  readonly #model: ChatOpenAI;
  readonly #turns = new WeakMap<Actor, TurnBudget>();

  constructor(settings: ModelGateSettings, parts: ModelGateParts) {
    this.#settings = settings;
    this.#parts = parts;
    this.#limits = settings.turn ?? defaultLimits;
    this.#breaker = new Breaker(settings.breaker ?? defaultBreaker);
    this.#model = chatModel(settings.endpoint, this.#limits.milliseconds);
  }

  /** Never rejects and never takes longer than what is left of the turn's time. */
  async ask<T>(use: ModelUse, talk: (hands: ModelHands) => Promise<T>): Promise<ModelResult<T>> {
    const { clock, log } = this.#parts;
    const turn = this.#turnOf(use.actor);
    if (turn.remainingMs(clock()) === 0 || (await this.#dayIsSpent(use))) return { kind: 'nothing', why: 'budget' };
    if (!this.#breaker.admits(clock())) return { kind: 'nothing', why: 'off' };
    const record = new CallRecord(turn, clock);
    const end = new AbortController();
    let outOfTime = false;
    const result = await new Promise<ModelResult<T>>((resolve) => {
      const timer = setTimeout(() => {
        outOfTime = true;
        end.abort();
        // What does not listen to the signal is left behind.
        resolve({ kind: 'nothing', why: 'timeout' });
      }, turn.remainingMs(clock()));
      talk({ model: this.#model, config: { callbacks: [record], signal: end.signal } })
        .then((value): ModelResult<T> => ({ kind: 'given', value }))
        .catch((error: unknown): ModelResult<T> => ({ kind: 'nothing', why: whyOf(error, outOfTime) }))
        .then((ended) => {
          clearTimeout(timer);
          resolve(ended);
        }, log.error.bind(log));
    });
    const why = result.kind === 'nothing' ? result.why : null;
    // What the model said was read: the endpoint works, whatever it said.
    if (why === 'timeout' || why === 'unavailable') this.#breaker.failed(clock());
    else this.#breaker.succeeded();
    if (why) log.warn({ purpose: use.purpose, why }, 'nothing from the model');
    await this.#keep(record.calls, use, why ?? 'ok');
    return result;
  }

  #turnOf(actor: Actor): TurnBudget {
    const known = this.#turns.get(actor);
    if (known) return known;
    const turn = new TurnBudget(this.#limits, this.#parts.clock());
    this.#turns.set(actor, turn);
    return turn;
  }

  async #dayIsSpent({ actor, now }: ModelUse): Promise<boolean> {
    const at = { gte: new Date(`${changshaDay(now)}T00:00:00+08:00`) };
    const sum = { promptTokens: true, completionTokens: true } as const;
    const calls = this.#parts.store.db.modelCall;
    const [own, all] = await Promise.all([
      calls.aggregate({ where: { caller: callerOf(actor), at }, _sum: sum }),
      calls.aggregate({ where: { at }, _sum: sum }),
    ]);
    const { tokensPerPersonAndDay, tokensPerDay } = this.#settings;
    return tokensOf(own._sum) >= tokensPerPersonAndDay || tokensOf(all._sum) >= tokensPerDay;
  }

  async #keep(calls: readonly RecordedCall[], { purpose, actor, now }: ModelUse, outcome: string): Promise<void> {
    if (calls.length === 0) return;
    const { personId } = actor;
    const { model } = this.#settings.endpoint;
    try {
      await this.#parts.store.db.modelCall.createMany({
        data: calls.map(({ sent, received, failed, ...cost }) => ({
          at: now,
          personId,
          caller: callerOf(actor),
          purpose,
          model,
          outcome: failed && outcome === 'ok' ? 'unavailable' : outcome,
          sent: storedJson(sent),
          ...(received === null ? {} : { received: storedJson(received) }),
          ...cost,
        })),
      });
    } catch (error) {
      this.#parts.log.error({ err: error }, 'a call of the model could not be kept');
    }
  }
}

/** The person where known, else who it is in their channel. */
function callerOf({ personId, channel, channelUserId }: Actor): string {
  return personId ?? `${channel}::${channelUserId}`;
}

function tokensOf(sum: { readonly promptTokens: number | null; readonly completionTokens: number | null }): number {
  return (sum.promptTokens ?? 0) + (sum.completionTokens ?? 0);
}
