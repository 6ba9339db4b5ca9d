/** Who is told of a step in a filing: the bureau's people of what waits for them, the author and the contact of what was decided. */
import type { Db, ToolContext } from '../tool-context.ts';
import type { Offer } from '../notice.ts';

type Telling = Pick<ToolContext, 'db' | 'now' | 'actor' | 'tell'>;

export async function tellBureau(
  { db, now, actor, tell }: Telling,
  entryId: string,
  number: number,
  text: string,
): Promise<void> {
  const offers: readonly Offer[] = [
    { title: '查看', tool: 'show-catalog-entry', fields: { entryId } },
    { title: '发布', tool: 'publish-catalog-entry', fields: { entryId } },
    { title: '退回', tool: 'return-catalog-entry', fields: { entryId } },
  ];
  for (const personId of await bureauPeople(db, now))
    if (personId !== actor.personId) tell({ personId, key: `catalog-filed:${entryId}:${number}`, text, offers });
}

export async function bureauPeople(db: Db, now: Date): Promise<readonly string[]> {
  const people = await db.membership.findMany({
    where: {
      role: 'bureau',
      since: { lte: now },
      OR: [{ until: null }, { until: { gt: now } }],
      person: { leftAt: null },
    },
    select: { personId: true },
    distinct: ['personId'],
    orderBy: { personId: 'asc' },
  });
  return people.map(({ personId }) => personId);
}

export interface Decided {
  readonly entryId: string;
  readonly number: number;
  readonly what: 'published' | 'returned';
  readonly authorId: string | null;
  readonly contactId: string | null;
  readonly text: string;
  readonly offers: readonly Offer[];
}

export function tellProvider({ actor, tell }: Pick<Telling, 'actor' | 'tell'>, decided: Decided): void {
  const { entryId, number, what, authorId, contactId, text, offers } = decided;
  for (const personId of new Set([authorId, contactId]))
    if (personId !== null && personId !== actor.personId)
      tell({ personId, key: `catalog-${what}:${entryId}:${number}`, text, offers });
}
