/** Who is asking: proven by the channel and the roster, never by the text. */

/** `bureau` belongs to 市数据资源局; `newcomer` is a person bound to nobody yet. */
export const roles = ['officer', 'lead', 'bureau', 'public', 'newcomer'] as const;
export type Role = (typeof roles)[number];

export interface ActorMembership {
  readonly role: Exclude<Role, 'newcomer'>;
  /** Null only for a public requester. */
  readonly departmentId: string | null;
  readonly departmentName: string | null;
}

export interface Actor {
  /** Null for a newcomer. */
  readonly personId: string | null;
  readonly name: string;
  /** What one may act as today; empty for a newcomer. */
  readonly memberships: readonly ActorMembership[];
  readonly channel: string;
  readonly channelUserId: string;
}

export function rolesOf(actor: Actor): readonly Role[] {
  return actor.memberships.length === 0 ? ['newcomer'] : [...new Set(actor.memberships.map(({ role }) => role))];
}

/** How the audit trail names the way in: `<channel>:<user id>`. */
export function viaOf(actor: Actor): string {
  return `${actor.channel}:${actor.channelUserId}`;
}
