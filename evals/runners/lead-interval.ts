/** How sure a lead is: its spread when whole groups of questions are drawn anew, so that no single group can make it. */
import { randomSource } from './random-source.ts';

export interface Compared {
  /** Questions of one law rise and fall together. */
  readonly group: string;
  readonly ours: boolean;
  readonly theirs: boolean;
}

export interface LeadInterval {
  readonly lead: number;
  /** Between them lie 95 % of the draws. */
  readonly low: number;
  readonly high: number;
  /** Share of the draws whose lead is at least `floor`. */
  readonly sure: number;
}

const draws = 2_000;
const seed = 20_260_101;

export function leadInterval(compared: readonly Compared[], floor: number): LeadInterval {
  const leadOf = (some: readonly Compared[]): number =>
    some.reduce((sum, { ours, theirs }) => sum + Number(ours) - Number(theirs), 0) / Math.max(1, some.length);
  const groups = [...new Set(compared.map(({ group }) => group))].map((name) =>
    compared.filter(({ group }) => group === name),
  );
  if (groups.length === 0) return { lead: 0, low: 0, high: 0, sure: 0 };
  const random = randomSource(seed);
  const leads = Array.from({ length: draws }, () => leadOf(groups.flatMap(() => random.pick(groups))));
  leads.sort((one, other) => one - other);
  return {
    lead: leadOf(compared),
    low: leads[Math.floor(draws * 0.025)] ?? 0,
    high: leads[Math.floor(draws * 0.975)] ?? 0,
    sure: leads.filter((lead) => lead >= floor).length / draws,
  };
}
