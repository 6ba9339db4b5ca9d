/** The circuit breaker: after several failures in a row the model is left alone for a while, then tried with one call. */

export interface BreakerSettings {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** How long it stays open, in milliseconds. */
  readonly pauseMs: number;
}

export const defaultBreaker: BreakerSettings = { failures: 3, pauseMs: 30_000 };

export class Breaker {
  readonly #settings: BreakerSettings;
  #failures = 0;
  #openUntil = 0;
  #trying = false;

  constructor(settings: BreakerSettings = defaultBreaker) {
    this.#settings = settings;
  }

  /** Whether a call may be made now; a yes after a pause is for one call, whose end is to be told. @param now milliseconds */
  admits(now: number): boolean {
    if (this.#failures < this.#settings.failures) return true;
    if (now < this.#openUntil || this.#trying) return false;
    this.#trying = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#trying = false;
  }

  /** @param now milliseconds */
  failed(now: number): void {
    this.#failures += 1;
    this.#trying = false;
    this.#openUntil = now + this.#settings.pauseMs;
  }
}
