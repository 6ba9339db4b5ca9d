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
  /** They act as the administrator. */
  readonly bureau?: boolean;
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

/** @throws Refusal NOT_A_PARTY, FOUR_EYES, ALREADY_HAPPENED, NOTHING_TO_DECIDE or STAGE_PASSED */
export function live(lifecycle: Lifecycle, life: Life, event: LifeEvent): Life {
  const { kind } = event;
  const transition = lifecycle.table[kind];
  if (!transition || !standsOn(transition.by, life, event))
    throw new Refusal('NOT_A_PARTY', ...refusals.notAParty(kind));
  if (actsTwice(transition.by, lifecycle, life, event)) throw new Refusal('FOUR_EYES', ...refusals.fourEyes);
  if (transition.once === true && life.events.some((one) => one.kind === kind))
    throw new Refusal('ALREADY_HAPPENED', ...refusals.once(kind, transition.article));
  if (transition.decides && !isUndecided(lifecycle, life.events, transition.decides))
    throw new Refusal('NOTHING_TO_DECIDE', ...refusals.nothingToDecide(transition.decides));
  if (!transition.from.includes(life.stage))
    throw new Refusal('STAGE_PASSED', ...refusals.stagePassed(kind, stageNames[life.stage]));
  return {
    ...life,
    stage: transition.to === 'same' ? life.stage : transition.to,
    events: [...life.events, event],
  };
}

function standsOn(by: Side, life: Life, event: LifeEvent): boolean {
  return by === 'bureau' ? event.bureau === true && event.actorId !== null : sideOf(life, event) === by;
}

/** Four eyes: who acted for the other side, or is the one who filed; for the bureau: who acted for either. */
function actsTwice(by: Side, lifecycle: Lifecycle, life: Life, { actorId }: LifeEvent): boolean {
  if (by === 'assistant') return false;
  const own = life.events.filter((one) => one.actorId === actorId);
  const isFiler = actorId === life.parties.requesterId;
  if (by === 'bureau') return isFiler || own.some(({ kind }) => lifecycle.table[kind]?.by !== 'bureau');
  const other: Side = by === 'provider' ? 'requester' : 'provider';
  return (isFiler && by === 'provider') || own.some((one) => sideOf(life, one) === other);
}

/** Asked for, and nobody has decided on it yet. */
export function isUndecided(
  { table }: Pick<Lifecycle, 'table'>,
  events: readonly { readonly kind: string }[],
  asked: Happening,
): boolean {
  const deciding = Object.entries(table).flatMap(([kind, { decides }]) => (decides === asked ? [kind] : []));
  const count = (kinds: readonly string[]): number => events.filter(({ kind }) => kinds.includes(kind)).length;
  return count([asked]) > count(deciding);
}
