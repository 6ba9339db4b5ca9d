/** What one turn may spend on the model: calls, tokens and time. */

export interface TurnLimits {
  /** From the first use of the model in a turn, in milliseconds. */
  readonly milliseconds: number;
  readonly calls: number;
  /** Prompt and completion together. */
  readonly tokens: number;
}

export const defaultLimits: TurnLimits = { milliseconds: 8_000, calls: 6, tokens: 24_000 };

export class TurnBudget {
  readonly #limits: TurnLimits;
  readonly #until: number;
  #calls = 0;
  #tokens = 0;

  /** @param now milliseconds, as everywhere here */
  constructor(limits: TurnLimits, now: number) {
    this.#limits = limits;
    this.#until = now + limits.milliseconds;
  }

  remainingMs(now: number): number {
    return Math.max(0, this.#until - now);
  }

  /** Whether one more call may be begun; counts it if so. */
  begin(now: number): boolean {
    const { calls, tokens } = this.#limits;
    if (this.#calls >= calls || this.#tokens >= tokens || this.remainingMs(now) === 0) return false;
    this.#calls += 1;
    return true;
  }

  spent(tokens: number): void {
    this.#tokens += tokens;
  }
}
