/** Finds for each entry of a file the one that is stored already: by id, by code, or else by name within its department. */
import type { CatalogState } from '#prisma/generated/enums.ts';
import type { Db } from '#tools/tool-context.ts';
import { contentOf, contentSelect, type EntryContent } from '../entry-content.ts';
import type { ReadEntry } from './read-entry.ts';
import { foldWord } from './read-enumeration.ts';

export interface LocatedEntry extends ReadEntry {
  readonly departmentId: string;
}

export interface StoredEntry {
  readonly id: string;
  readonly sourceId: string | null;
  readonly code: string | null;
  readonly departmentId: string;
  readonly kind: ReadEntry['kind'];
  readonly dataUpdatedOn: string | null;
  /** Its newest version. */
  readonly latest: {
    readonly id: string;
    readonly number: number;
    readonly state: CatalogState;
    readonly content: EntryContent;
  };
}

export type EntryMatcher = (entry: LocatedEntry) => StoredEntry | { readonly reason: string } | null;

const together = 1_000;

export async function matchEntries(db: Db, entries: readonly LocatedEntry[]): Promise<EntryMatcher> {
  const stored = await lookUp(db, entries);
  const byId = new Map(stored.map((entry) => [entry.id, entry]));
  const bySource = new Map(stored.map((entry) => [`${entry.departmentId}:${entry.sourceId}`, entry]));
  const byCode = new Map(stored.flatMap((entry) => (entry.code === null ? [] : [[entry.code, entry] as const])));
  const byName = new Map(stored.map((entry) => [nameKey(entry, entry.latest.content.name), entry]));
  return (entry) => {
    const { sourceId, code, departmentId } = entry;
    const found =
      (sourceId === null ? undefined : (byId.get(sourceId) ?? bySource.get(`${departmentId}:${sourceId}`))) ??
      (code === null ? undefined : byCode.get(code)) ??
      (sourceId === null && code === null ? byName.get(nameKey(entry, entry.content.name)) : undefined);
    if (!found) return null;
    if (found.departmentId !== departmentId) return { reason: '同一目录标识或代码已经属于另一个部门' };
    const owner = code === null ? undefined : byCode.get(code);
    return owner && owner !== found ? { reason: `信息资源代码“${code}”已经属于另一条目录` } : found;
  };
}

function nameKey({ departmentId, kind }: Pick<StoredEntry, 'departmentId' | 'kind'>, name: string): string {
  return `${departmentId}:${kind}:${foldWord(name)}`;
}

async function lookUp(db: Db, entries: readonly LocatedEntry[]): Promise<readonly StoredEntry[]> {
  const departments = new Set(entries.map(({ departmentId }) => departmentId));
  const codes = new Set(entries.flatMap(({ code }) => code ?? []));
  const ids = new Set(entries.flatMap(({ sourceId }) => sourceId ?? []));
  // Compared here: a list of a hundred thousand parameters is more than a statement takes.
  const candidates = (
    await db.catalogEntry.findMany({
      select: { id: true, sourceId: true, code: true, departmentId: true, kind: true, dataUpdatedOn: true },
    })
  ).filter(
    ({ id, code, departmentId }) => departments.has(departmentId) || ids.has(id) || (code !== null && codes.has(code)),
  );
  const stored: StoredEntry[] = [];
  for (let from = 0; from < candidates.length; from += together) {
    const some = candidates.slice(from, from + together);
    const versions = await db.catalogVersion.findMany({
      where: { entryId: { in: some.map(({ id }) => id) } },
      select: { ...contentSelect, id: true, entryId: true, number: true, state: true },
      orderBy: { number: 'asc' },
    });
    const latest = new Map(versions.map((version) => [version.entryId, version]));
    for (const entry of some) {
      const version = latest.get(entry.id);
      if (!version) continue;
      const { id, number, state } = version;
      stored.push({ ...entry, latest: { id, number, state, content: contentOf(version) } });
    }
  }
  return stored;
}
