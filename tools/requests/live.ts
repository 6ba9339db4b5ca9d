/** Lets something happen to a request, or says why it cannot: parties first, then four eyes, then the state table. */
import { Refusal } from '#tools/refusal.ts';
import type { Happening, Lifecycle, Side, Stage } from './lifecycle.ts';
import { stageNames } from './stage-names.ts';
import { refusals } from './refusals.ts';

export interface Parties {
  readonly requesterId: string;
  /** Null for a public requester, who stands for themselves. */
  readonly requesterDepartmentId: string | null;
  readonly providerDepartmentId: string;
}

/** Null in both: the assistant, by rule. */
export interface Doer {
  readonly actorId: string | null;
  /** The department they act for. */
  readonly departmentId: string | null;
}

export interface LifeEvent extends Doer {
  readonly kind: Happening;
}

export interface Life {
  readonly stage: Stage;
  /** In order. */
  readonly events: readonly LifeEvent[];
  readonly parties: Parties;
}

export function sideOf({ parties }: Pick<Life, 'parties'>, { actorId, departmentId }: Doer): Side | null {
  const { requesterId, requesterDepartmentId, providerDepartmentId } = parties;
  if (actorId === null) return departmentId === null ? 'assistant' : null;
  if (departmentId === null) return requesterDepartmentId === null && actorId === requesterId ? 'requester' : null;
  if (departmentId === providerDepartmentId) return 'provider';
  return departmentId === requesterDepartmentId ? 'requester' : null;
}

/** @throws Refusal NOT_A_PARTY, FOUR_EYES, ALREADY_HAPPENED or STAGE_PASSED */
export function live(lifecycle: Lifecycle, life: Life, event: LifeEvent): Life {
  const { kind } = event;
  const transition = lifecycle.table[kind];
  const side = sideOf(life, event);
  if (!transition || side !== transition.by) throw new Refusal('NOT_A_PARTY', ...refusals.notAParty(kind));
  const other: Side = side === 'provider' ? 'requester' : 'provider';
  const isFiler = event.actorId !== null && event.actorId === life.parties.requesterId && side === 'provider';
  const both = life.events.some((one) => one.actorId === event.actorId && sideOf(life, one) === other);
  if (side !== 'assistant' && (isFiler || both)) throw new Refusal('FOUR_EYES', ...refusals.fourEyes);
  if (transition.once === true && life.events.some((one) => one.kind === kind))
    throw new Refusal('ALREADY_HAPPENED', ...refusals.once(kind, transition.article));
  if (!transition.from.includes(life.stage))
    throw new Refusal('STAGE_PASSED', ...refusals.stagePassed(kind, stageNames[life.stage]));
  return {
    ...life,
    stage: transition.to === 'same' ? life.stage : transition.to,
    events: [...life.events, event],
  };
}
