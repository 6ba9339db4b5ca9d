/** An entry with its versions, newest first, as the tools look at it. */
import type { Prisma } from '#prisma/generated/client.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from '../tool-context.ts';
import type { Actor } from '#tools/people/actor.ts';
import { contentSelect } from './entry-content.ts';
import { refusals } from './wording.ts';

export const versionSelect = {
  ...contentSelect,
  id: true,
  number: true,
  state: true,
  changeNote: true,
  authorId: true,
  createdAt: true,
  submittedAt: true,
  decidedAt: true,
  returnReason: true,
  publishedOn: true,
  endedAt: true,
  author: { select: { name: true } },
  decidedBy: { select: { name: true } },
} as const satisfies Prisma.CatalogVersionSelect;

const entrySelect = {
  id: true,
  code: true,
  kind: true,
  departmentId: true,
  dataUpdatedOn: true,
  department: { select: { name: true, phone: true, district: true, contactId: true } },
  versions: { select: versionSelect, orderBy: { number: 'desc' } },
} as const satisfies Prisma.CatalogEntrySelect;

export type EntryRow = Prisma.CatalogEntryGetPayload<{ select: typeof entrySelect }>;
export type VersionRow = EntryRow['versions'][number];

/** Throws a refusal when there is none. */
export async function loadEntry(db: Db, entryId: string): Promise<EntryRow> {
  const entry = await db.catalogEntry.findUnique({ where: { id: entryId }, select: entrySelect });
  if (!entry) throw unknownEntry();
  return entry;
}

export function unknownEntry(): Refusal {
  return new Refusal('ENTRY_UNKNOWN', ...refusals.unknown);
}

export async function departmentOf(db: Db, entryId: string): Promise<string> {
  const entry = await db.catalogEntry.findUnique({ where: { id: entryId }, select: { departmentId: true } });
  if (!entry) throw unknownEntry();
  return entry.departmentId;
}

export function publishedOf({ versions }: Pick<EntryRow, 'versions'>): VersionRow | undefined {
  return versions.find(({ state }) => state === 'published');
}

/** The version one goes on from: the newest that has not been taken out of use. */
export function latestOf({ versions }: Pick<EntryRow, 'versions'>): VersionRow | undefined {
  return versions.find(({ state }) => state !== 'superseded' && state !== 'withdrawn');
}

/** Bureau and own department see every version; others what is published. */
export function seesAll(actor: Actor, departmentId: string): boolean {
  return actor.memberships.some(
    (one) => one.role === 'bureau' || (one.role !== 'public' && one.departmentId === departmentId),
  );
}

/** Staff see all that is published; the public what is open to them in some way (Art. 24). */
export function seesPublished(actor: Actor, openingType: VersionRow['openingType']): boolean {
  const staff = actor.memberships.some(({ role }) => role !== 'public');
  return staff || openingType === 'unconditional' || openingType === 'conditional';
}

/** The version the actor may look at; a refusal as if there were none otherwise. */
export function visibleVersion(entry: EntryRow, actor: Actor): VersionRow {
  const all = seesAll(actor, entry.departmentId);
  const version = (all ? (latestOf(entry) ?? entry.versions[0]) : undefined) ?? publishedOf(entry);
  if (!version || !(all || seesPublished(actor, version.openingType))) throw unknownEntry();
  return version;
}
