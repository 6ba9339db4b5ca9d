/** Reads what the rules look at: all of it once a round, and of single subjects once more when a reminder is about to go. */
import type { Db } from '#tools/tool-context.ts';
import { builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import { campaignLists } from './campaign-lists.ts';
import { draftFacts } from './draft-facts.ts';
import { dutyFacts } from './duty-facts.ts';
import { entryFacts } from './entry-facts.ts';
import type { Facts, RegulationFact } from './facts.ts';
import { requestFacts } from './request-facts.ts';

/** Ids of the things to read; null: all of them. */
export type Ids = readonly string[] | null;

export interface Subject {
  readonly subjectKind: string;
  readonly subjectId: string;
}

/** Every fact there is. */
export async function loadFacts(db: Db, now: Date): Promise<Facts> {
  return await read(db, now, () => null);
}

/**
 * The facts of these subjects alone, as they are at this moment, and held until the transaction ends: who acts on one
 * meanwhile waits for us, and whoever acted before is seen.
 */
export async function loadFactsOf(db: Db, now: Date, subjects: readonly Subject[]): Promise<Facts> {
  const ids = (kind: string): string[] =>
    subjects.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId);
  for (const [kind, table] of Object.entries(tables)) {
    const some = ids(kind);
    if (some.length > 0) await db.$queryRawUnsafe(`SELECT 1 FROM "${table}" WHERE "id" = ANY($1) FOR SHARE`, some);
  }
  return await read(db, now, ids);
}

/** Where the rows of a kind of subject lie that change when somebody acts. */
const tables: Readonly<Record<string, string>> = {
  request: 'Request',
  duty: 'Duty',
  catalog_entry: 'CatalogEntry',
  draft: 'Draft',
};

async function read(db: Db, now: Date, ids: (kind: string) => Ids): Promise<Facts> {
  const none = (some: Ids): boolean => some !== null && some.length === 0;
  const [requests, duties, entries, drafts, lists] = [
    ids('request'),
    ids('duty'),
    ids('catalog_entry'),
    ids('draft'),
    ids('campaign_department'),
  ];
  return {
    requests: none(requests) ? [] : await requestFacts(db, requests),
    duties: none(duties) ? [] : await dutyFacts(db, duties),
    entries: none(entries) ? [] : await entryFacts(db, now, entries),
    drafts: none(drafts) ? [] : await draftFacts(db, now, drafts),
    lists: none(lists) ? [] : await campaignLists(db, now, lists),
    regulations: regulations(),
  };
}

let expiring: readonly RegulationFact[] | undefined;

function regulations(): readonly RegulationFact[] {
  expiring ??= loadRegulations([builtInRegulationsDir]).flatMap(
    ({ id, title, validUntil, validityArticle, supersededBy }) =>
      validUntil === null || supersededBy !== null
        ? []
        : [
            {
              id,
              title,
              inForceTo: validUntil,
              article: validityArticle === null ? null : formatCitation({ article: validityArticle }),
            },
          ],
  );
  return expiring;
}
