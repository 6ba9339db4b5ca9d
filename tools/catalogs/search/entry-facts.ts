/** What the search keeps in memory of a published entry: enough to filter, to rank and to show a line. */
import { createHash } from 'node:crypto';
import type { SearchDocument } from '#knowledge/search/search-document.ts';
import type { Db } from '#tools/tool-context.ts';
import type { CatalogKind, FormatCategory, OpeningType, SharingType, UpdateCycle } from '#prisma/generated/enums.ts';

export interface EntryFacts {
  readonly entryId: string;
  readonly versionId: string;
  readonly name: string;
  readonly departmentId: string;
  readonly department: string;
  readonly kind: CatalogKind;
  readonly sharingType: SharingType | null;
  readonly openingType: OpeningType | null;
  readonly updateCycle: UpdateCycle | null;
  readonly securityLevel: string | null;
  readonly formatCategory: FormatCategory | null;
  /** In lower case. */
  readonly formatType: string | null;
  readonly summary: string;
}

export interface LoadedEntry {
  readonly facts: EntryFacts;
  readonly document: SearchDocument;
}

/** Raised when documents are put together differently: what was saved before is then built anew. */
export const documentFormat = 2;

const together = 1_000;

/** @param entryIds those to load; null: all that are published */
export async function* loadPublished(
  db: Db,
  entryIds: readonly string[] | null,
): AsyncGenerator<readonly LoadedEntry[]> {
  const wanted = entryIds ?? (await publishedPairs(db)).map(({ entryId }) => entryId);
  for (let from = 0; from < wanted.length; from += together) {
    const versions = await db.catalogVersion.findMany({
      where: { entryId: { in: wanted.slice(from, from + together) }, state: 'published' },
      select: {
        id: true,
        entryId: true,
        name: true,
        summary: true,
        classification: true,
        systemName: true,
        keywords: true,
        sharingType: true,
        openingType: true,
        updateCycle: true,
        securityLevel: true,
        sharingBasis: true,
        openingBasis: true,
        scenarios: true,
        businessItems: true,
        formatCategory: true,
        formatType: true,
        items: { select: { name: true }, orderBy: { position: 'asc' } },
        entry: {
          select: { kind: true, departmentId: true, department: { select: { name: true, shortNames: true } } },
        },
      },
      orderBy: { entryId: 'asc' },
    });
    yield versions.map(({ id, entryId, entry, items, ...version }): LoadedEntry => {
      const { name, summary, classification, systemName, keywords } = version;
      const { sharingBasis, openingBasis, scenarios, businessItems } = version;
      const { department } = entry;
      return {
        facts: {
          entryId,
          versionId: id,
          name,
          departmentId: entry.departmentId,
          department: department.name,
          kind: entry.kind,
          sharingType: version.sharingType,
          openingType: version.openingType,
          updateCycle: version.updateCycle,
          securityLevel: version.securityLevel,
          formatCategory: version.formatCategory,
          formatType: version.formatType?.toLowerCase() ?? null,
          summary: summary ?? '',
        },
        document: {
          id: entryId,
          fields: [
            { text: name, weight: 4, role: 'heading' as const },
            { text: keywords.join(' '), weight: 2 },
            { text: items.map((item) => item.name).join(' '), weight: 1 },
            { text: summary ?? '', weight: 1 },
            { text: [department.name, ...department.shortNames].join(' '), weight: 1 },
            { text: [classification, systemName].filter(Boolean).join(' '), weight: 0.5 },
            // What it is for: conditions say so most often (用于婚姻登记核验).
            {
              text: [...scenarios, ...businessItems, sharingBasis, openingBasis].filter(Boolean).join(' '),
              weight: 0.5,
            },
          ].filter(({ text }) => text !== ''),
        },
      };
    });
  }
}

export interface PublishedPair {
  readonly entryId: string;
  readonly versionId: string;
}

export async function publishedPairs(db: Db): Promise<readonly PublishedPair[]> {
  const rows = await db.catalogVersion.findMany({
    where: { state: 'published' },
    select: { id: true, entryId: true },
  });
  return rows.map(({ id, entryId }) => ({ entryId, versionId: id }));
}

/** Tells whether a saved index is of this very store as it is now: the published versions and what the departments are called. */
export async function storeStamp(db: Db): Promise<string> {
  const versions: unknown =
    await db.$queryRaw`SELECT count(*)::int AS "count", coalesce(sum(('x' || substr(md5("id"), 1, 8))::bit(32)::bigint), 0)::text AS "sum"
      FROM "CatalogVersion" WHERE "state" = 'published'`;
  const departments = await db.department.findMany({
    select: { id: true, name: true, shortNames: true },
    orderBy: { id: 'asc' },
  });
  return createHash('sha256')
    .update(JSON.stringify([documentFormat, versions, departments]))
    .digest('hex');
}
