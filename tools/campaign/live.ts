/** Lets something happen to a list, or says why it cannot: whose turn it is, then four eyes, then the state table. */
import { Refusal } from '#tools/refusal.ts';
import type { ActorMembership } from '#tools/people/actor.ts';
import { type Happening, happenings, listLifecycle, type Side, type Stage } from './lifecycle.ts';
import { refusals } from './refusals.ts';

export interface Doer {
  readonly actorId: string | null;
  /** What they act as. */
  readonly role: ActorMembership['role'] | null;
  readonly departmentId: string | null;
}

export interface LifeEvent {
  readonly kind: Happening;
  readonly actorId: string | null;
}

export interface Life {
  readonly stage: Stage;
  readonly departmentId: string;
  /** Part of an edition that has been published. */
  readonly published: boolean;
  /** In order. */
  readonly events: readonly LifeEvent[];
}

const preparing: readonly Happening[] = ['edited', 'prepared'];
const standing: readonly Happening[] = ['edited', 'prepared', 'signed'];

/** The people who did one of these since the list was opened or last returned. */
function handsIn(events: readonly LifeEvent[], kinds: readonly Happening[]): readonly (string | null)[] {
  const round = events.findLastIndex(({ kind }) => kind === 'opened' || kind === 'returned');
  return events.slice(round + 1).flatMap(({ kind, actorId }) => (kinds.includes(kind) ? [actorId] : []));
}

function standsOn(side: Side, { departmentId }: Life, doer: Doer): boolean {
  if (side === 'bureau') return doer.role === 'bureau';
  const own = doer.departmentId === departmentId && doer.role !== 'public' && doer.role !== null;
  return own && (side === 'department' || doer.role === 'lead');
}

/** @throws Refusal LIST_NOT_YOURS, FOUR_EYES, LIST_PUBLISHED or LIST_STAGE */
export function live(life: Life, kind: Happening, doer: Doer): Life {
  const { moves, by } = listLifecycle[kind];
  if (!standsOn(by, life, doer)) throw new Refusal('LIST_NOT_YOURS', ...refusals.notYours(kind));
  const hands = by === 'lead' ? preparing : by === 'bureau' ? standing : [];
  if (kind !== 'sent_back' && kind !== 'opened' && handsIn(life.events, hands).includes(doer.actorId))
    throw new Refusal('FOUR_EYES', ...refusals.fourEyes(kind));
  if (kind === 'returned' && life.stage === 'confirmed' && life.published)
    throw new Refusal('LIST_PUBLISHED', ...refusals.published);
  const stage = moves[life.stage];
  if (stage === undefined) throw new Refusal('LIST_STAGE', ...refusals.stage(kind, life.stage));
  return { ...life, stage, events: [...life.events, { kind, actorId: doer.actorId }] };
}

export function isHappening(kind: string): kind is Happening {
  return happenings.some((one) => one === kind);
}
