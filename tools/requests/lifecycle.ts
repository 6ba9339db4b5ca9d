/** The state table of a request as a type: its stages, what can happen to it, who may do it, and where that leads. */
import type { RequestKind } from '#prisma/generated/enums.ts';

/** `draft` lives with the form; the others are stored. Overdue is no stage: it is computed from the clock. */
export const stages = [
  'draft',
  'submitted',
  'supplement_asked',
  'supplied',
  'approved',
  'refused',
  'provided',
  'closed',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

export const happenings = [
  'submitted',
  'access_given',
  'supplement_asked',
  'supplied',
  'approved',
  'refused',
  'provided',
  'closed',
  'withdrawn',
  'coordination_asked',
  'extension_asked',
  'extended',
  'extension_refused',
  'forwarded',
  'moved',
] as const;
export type Happening = (typeof happenings)[number];

/** `bureau`: the administrator, which is on neither side; `assistant`: follows by rule from what somebody did, nobody's own act. */
export type Side = 'requester' | 'provider' | 'bureau' | 'assistant';

export interface Transition {
  readonly from: readonly Stage[];
  /** `same`: noted, nothing else changes. */
  readonly to: Stage | 'same';
  readonly by: Side;
  /** The clause it rests on, as printed; null where none says so. */
  readonly article: string | null;
  /** Happens once in the life of a request. */
  readonly once?: boolean;
  /** Decides on that earlier happening, which must be there and not decided yet. */
  readonly decides?: Happening;
}

export interface Lifecycle {
  readonly kind: RequestKind;
  /** Row of the limits table that runs from receipt to answer. */
  readonly answerLimit: string;
  /** Row that runs from approval to provision; null where no law sets one. */
  readonly provisionLimit: string | null;
  /** What is not in the table cannot happen. */
  readonly table: Readonly<Partial<Record<Happening, Transition>>>;
}

/** Before the answer: the clock of the answer runs. */
export const unanswered = ['submitted', 'supplement_asked', 'supplied'] as const satisfies readonly Stage[];

export function awaitsAnswer(stage: Stage): boolean {
  return unanswered.some((one) => one === stage);
}
