/** Whether a regulation was law on a given day: not yet, in force, expired, or taken over by another. */
import type { Regulation } from './regulation.ts';

export type Standing = 'not_yet_in_force' | 'in_force' | 'expired' | 'superseded';

/**
 * @param day ISO date; the first and the last day in force are both in force
 * @param others where the superseding regulation is looked up; its first day in force is the day the old one ends
 */
export function standingOn(regulation: Regulation, day: string, others: readonly Regulation[] = []): Standing {
  if (regulation.inForceFrom !== null && day < regulation.inForceFrom) return 'not_yet_in_force';
  const successor = others.find(({ id }) => id === regulation.supersededBy);
  if (successor?.inForceFrom && day >= successor.inForceFrom) return 'superseded';
  if (regulation.validUntil !== null && day > regulation.validUntil) return 'expired';
  return 'in_force';
}
