/** Who is asking: proven by the channel and the roster, never by the text. */

/** `bureau` belongs to 市数据资源局; `newcomer` is a person bound to nobody yet. */
export const roles = ['officer', 'lead', 'bureau', 'public', 'newcomer'] as const;
export type Role = (typeof roles)[number];

export interface ActorMembership {
  readonly role: Exclude<Role, 'newcomer'>;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
}

export interface Actor {
  /** Null for a newcomer. */
  readonly personId: string | null;
  readonly name: string;
  readonly memberships: readonly ActorMembership[];
  readonly channel: string;
  readonly channelUserId: string;
}
