/** Writes a further version of an entry; what waited or was sent back gives way to it, what is published stays. */
import type { CatalogState } from '#prisma/generated/enums.ts';
import type { Db } from '../tool-context.ts';
import { doubleKeys } from './checkup/double-keys.ts';
import { attributesOf, type EntryContent } from './entry-content.ts';

export interface NewVersion {
  readonly entryId: string;
  readonly number: number;
  readonly state: CatalogState;
  readonly content: EntryContent;
  readonly changeNote: string | null;
  readonly authorId: string | null;
  readonly now: Date;
}

export async function writeVersion(db: Db, version: NewVersion): Promise<string> {
  const { entryId, number, state, content, changeNote, authorId, now } = version;
  await db.catalogVersion.updateMany({
    where: { entryId, state: { in: ['draft', 'submitted', 'returned'] } },
    data: { state: 'superseded', endedAt: now },
  });
  const { id } = await db.catalogVersion.create({
    data: {
      ...attributesOf(content),
      ...doubleKeys(content.name, content.items),
      entryId,
      number,
      state,
      changeNote,
      authorId,
      createdAt: now,
      submittedAt: state === 'submitted' ? now : null,
      items: { create: content.items.map((item, index) => ({ ...item, position: index + 1 })) },
      legalBases: { create: content.legalBases.map((basis, index) => ({ ...basis, position: index + 1 })) },
    },
    select: { id: true },
  });
  return id;
}
