/** Writes what an import brings: new entries, new versions of changed ones, and an audit record for each. */
import { bulkInsert, type BulkRows } from '#prisma/bulk-insert.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { Db } from '#tools/tool-context.ts';
import { raiseCatalogRevision } from '../catalog-revision.ts';
import { doubleKeys } from '../checkup/double-keys.ts';
import { attributesOf, sameContent } from '../entry-content.ts';
import { timeOrderedId } from '../time-ordered-id.ts';
import type { LocatedEntry, StoredEntry } from './match-entries.ts';

export interface ImportPlan {
  readonly entry: LocatedEntry;
  readonly stored: StoredEntry | null;
}

export interface WriteOptions {
  readonly publish: boolean;
  readonly now: Date;
  /** How the audit trail names the way in. */
  readonly via: string;
}

export interface WriteCounts {
  created: number;
  updated: number;
  unchanged: number;
}

const together = 2_000;
/** More touched entries than this are not listed for the index. */
const listed = 1_000;

export async function writeImport(db: Db, plans: readonly ImportPlan[], options: WriteOptions): Promise<WriteCounts> {
  const counts: WriteCounts = { created: 0, updated: 0, unchanged: 0 };
  const touched: string[] = [];
  for (let from = 0; from < plans.length; from += together) {
    const ids = await writeSome(db, plans.slice(from, from + together), options, counts);
    touched.push(...ids);
  }
  if (options.publish && touched.length > 0)
    await raiseCatalogRevision(db, touched.length > listed ? null : touched, options.now);
  return counts;
}

async function writeSome(
  db: Db,
  plans: readonly ImportPlan[],
  { publish, now, via }: WriteOptions,
  counts: WriteCounts,
): Promise<readonly string[]> {
  const entries: BulkRows['CatalogEntry'][] = [];
  const versions: BulkRows['CatalogVersion'][] = [];
  const items: BulkRows['DataItem'][] = [];
  const bases: BulkRows['LegalBasis'][] = [];
  const audits: BulkRows['AuditRecord'][] = [];
  const replaced: string[] = [];
  const published: { id: string; on: string }[] = [];
  for (const { entry, stored } of plans) {
    const alive = stored && stored.latest.state !== 'withdrawn' && stored.latest.state !== 'superseded';
    const same = alive && sameContent(stored.latest.content, entry.content);
    const on = entry.publishedOn ?? changshaDay(now);
    const refreshed = stored !== null && (await refresh(db, entry, stored));
    if (same && !(publish && stored.latest.state !== 'published')) {
      if (!refreshed) counts.unchanged += 1;
      else {
        counts.updated += 1;
        audits.push(audit(stored.id, entry, 'updated'));
      }
      continue;
    }
    const entryId = stored?.id ?? timeOrderedId(now);
    if (stored) counts.updated += 1;
    else {
      counts.created += 1;
      entries.push({
        id: entryId,
        code: entry.code,
        sourceId: entry.sourceId,
        departmentId: entry.departmentId,
        kind: entry.kind,
        dataUpdatedOn: entry.dataUpdatedOn,
        createdAt: now,
      });
    }
    audits.push(audit(entryId, entry, stored ? 'updated' : 'created'));
    if (stored && (publish || stored.latest.state !== 'published')) replaced.push(entryId);
    if (same) {
      published.push({ id: stored.latest.id, on });
      continue;
    }
    const versionId = timeOrderedId(now);
    const { content } = entry;
    versions.push({
      ...attributesOf(content),
      ...doubleKeys(content.name, content.items),
      id: versionId,
      entryId,
      number: (stored?.latest.number ?? 0) + 1,
      state: publish ? 'published' : 'submitted',
      changeNote: stored ? '重新导入' : null,
      createdAt: now,
      submittedAt: now,
      decidedAt: publish ? now : null,
      publishedOn: publish ? on : null,
    });
    content.items.forEach((item, index) => items.push({ ...item, versionId, position: index + 1 }));
    content.legalBases.forEach((basis, index) => bases.push({ ...basis, versionId, position: index + 1 }));
  }
  // What was current gives way before the new version comes: only one may be published.
  if (replaced.length > 0)
    await db.catalogVersion.updateMany({
      where: {
        entryId: { in: replaced },
        state: { in: publish ? ['published', 'submitted', 'returned', 'draft'] : ['submitted', 'returned', 'draft'] },
        id: { notIn: published.map(({ id }) => id) },
      },
      data: { state: 'superseded', endedAt: now },
    });
  for (const { id, on } of published)
    await db.catalogVersion.update({ where: { id }, data: { state: 'published', decidedAt: now, publishedOn: on } });
  await bulkInsert(db, 'CatalogEntry', entries);
  await bulkInsert(db, 'CatalogVersion', versions);
  await bulkInsert(db, 'DataItem', items);
  await bulkInsert(db, 'LegalBasis', bases);
  await bulkInsert(db, 'AuditRecord', audits);
  return audits.map(({ subjectId }) => subjectId);

  function audit(entryId: string, { departmentId, content, row }: LocatedEntry, what: string): BulkRows['AuditRecord'] {
    return {
      id: timeOrderedId(now),
      at: now,
      departmentId,
      via,
      action: 'catalog.import',
      article: '第十六条第二款',
      subjectKind: 'catalog_entry',
      subjectId: entryId,
      after: { what, name: content.name, row, publish },
    };
  }
}

/** What belongs to the entry and not to a version: its code, its data's day, its id in the file. Returns whether it changed. */
async function refresh(db: Db, entry: LocatedEntry, stored: StoredEntry): Promise<boolean> {
  const data = {
    ...(entry.code !== null && entry.code !== stored.code ? { code: entry.code } : {}),
    ...(entry.dataUpdatedOn !== null && entry.dataUpdatedOn !== stored.dataUpdatedOn
      ? { dataUpdatedOn: entry.dataUpdatedOn }
      : {}),
    ...(entry.sourceId !== null && stored.sourceId === null && entry.sourceId !== stored.id
      ? { sourceId: entry.sourceId }
      : {}),
    ...(entry.kind === stored.kind ? {} : { kind: entry.kind }),
  };
  if (Object.keys(data).length === 0) return false;
  await db.catalogEntry.update({ where: { id: stored.id }, data });
  return true;
}
