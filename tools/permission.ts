/** The permission check, made on the server before anything else: role × tool × own or somebody else's. */
import type { Actor, ActorMembership } from './people/actor.ts';
import type { Permits, Reach, Touched } from './tool.ts';

export type Permission =
  | {
      readonly granted: true;
      /** The membership acted under; null for a newcomer. */
      readonly acting: ActorMembership | null;
    }
  | {
      readonly granted: false;
      /** `role`: no role of the actor's may do this at all; `department`: only with one's own. */
      readonly because: 'role' | 'department';
    };

type Reaching = { readonly acting: ActorMembership | null; readonly reach: Reach };

/** Whether any role of the actor's may use the tool for anything at all. */
export function mayUse(permits: Permits, actor: Actor): boolean {
  return reachOf(permits, actor).length > 0;
}

/** Own things come first: who may act both for the department and over all acts for the department. */
export function permit(permits: Permits, actor: Actor, touched: Touched | null): Permission {
  const reaching = reachOf(permits, actor);
  if (reaching.length === 0) return { granted: false, because: 'role' };
  const found =
    reaching.find(({ acting }) => owns(actor, acting, touched)) ?? reaching.find(({ reach }) => reach === 'any');
  return found ? { granted: true, acting: found.acting } : { granted: false, because: 'department' };
}

function reachOf(permits: Permits, actor: Actor): readonly Reaching[] {
  const all: readonly Reaching[] =
    actor.memberships.length === 0
      ? [{ acting: null, reach: permits.newcomer ?? 'none' }]
      : actor.memberships.map((acting) => ({ acting, reach: permits[acting.role] ?? 'none' }));
  return all.filter(({ reach }) => reach !== 'none');
}

/** What touches nobody's things in particular is everybody's own. */
function owns(actor: Actor, acting: ActorMembership | null, touched: Touched | null): boolean {
  if (touched === null) return true;
  const { departmentId, personId } = touched;
  if (personId && personId === actor.personId) return true;
  return Boolean(departmentId) && departmentId === acting?.departmentId;
}
