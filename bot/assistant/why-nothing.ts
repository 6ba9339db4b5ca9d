/** Why the model gave nothing; the turn then goes the way that needs none. */
import { ZodError } from 'zod';

/** `off`: not configured, or left alone by the breaker. `budget`: the turn's, the person's or the day's. */
export type WhyNothing = 'off' | 'budget' | 'timeout' | 'unavailable' | 'nonsense' | 'refused';

/** Thrown by what reads the model's words when they are of no use. */
export class Nonsense extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`the model's answer is of no use: ${what}`, options);
    this.name = 'Nonsense';
  }
}

/** Thrown by what reads the model's words when it declines. */
export class Declined extends Error {
  constructor() {
    super('the model declines to answer');
    this.name = 'Declined';
  }
}

export class BudgetSpent extends Error {
  constructor() {
    super('the budget for the model is spent');
    this.name = 'BudgetSpent';
  }
}

/** By the kind of error, never by its words. @param outOfTime whether our own deadline had passed */
export function whyOf(error: unknown, outOfTime: boolean): WhyNothing {
  const chain = causesOf(error);
  if (chain.some((one) => one instanceof BudgetSpent)) return 'budget';
  if (outOfTime) return 'timeout';
  if (chain.some((one) => one instanceof Declined)) return 'refused';
  if (chain.some((one) => one instanceof Nonsense || one instanceof ZodError || one instanceof SyntaxError))
    return 'nonsense';
  if (chain.some((one) => one.name === 'TimeoutError' || one.name === 'APIConnectionTimeoutError')) return 'timeout';
  return 'unavailable';
}

function causesOf(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && chain.length < 5; one = one.cause) chain.push(one);
  return chain;
}
