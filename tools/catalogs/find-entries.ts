/** Finds the entry that words mean, among those a field allows: what is published, one's own in any state, what waits for review. */
import type { Prisma } from '#prisma/generated/client.ts';
import type { LookContext } from '../tool-context.ts';
import { catalogSearchOf } from './search/catalog-search-of.ts';
import { likenessOf } from './checkup/likeness.ts';
import { stateNames } from './wording.ts';

export interface FoundEntry {
  readonly id: string;
  /** Name and department, and the state where it is not published. */
  readonly title: string;
}

export interface FoundEntries {
  /** The first is called exactly so, and no other is. */
  readonly certain: boolean;
  readonly candidates: readonly FoundEntry[];
}

const most = 6;

/** @param among see `entryField`; anything else means what is published */
export async function findCatalogEntries(
  words: string,
  among: string | undefined,
  context: LookContext,
): Promise<FoundEntries> {
  const where = scopeOf(among, context);
  // 教育局的学校基本信息 calls it by its name as well.
  const alone = words.replace(/^[\p{Script=Han}]{1,14}?(?:局|委|办|中心|集团)的?(?=.{3})/u, '');
  const exact = await named({ AND: [where, await called([words, alone], context)] }, context);
  if (exact.length > 0) return { certain: exact.length === 1, candidates: exact };
  if (among === undefined || among === 'published' || among === 'any') {
    const { hits } = await (await catalogSearchOf(context.db)).search(words, { limit: most });
    const candidates = hits.map(({ entry }) => ({ id: entry.entryId, title: `${entry.name}(${entry.department})` }));
    // What only its meaning led to is asked about, not taken.
    const called = candidates.filter(({ title }) => sharedCharacters(words, title) >= 0.5);
    return { certain: candidates.length === 1 && called.length === 1, candidates };
  }
  const bare = words.replace(/(?:这|那)?(?:一|1)?条?(?:的)?(?:数据|信息)?(?:目录|条目)?$/u, '') || words;
  const containing = await named({ ...where, name: { contains: bare } }, context);
  if (containing.length > 0) return { certain: containing.length === 1, candidates: containing };
  // One's own entries are few: the likest names among them, slips and left-out words forgiven.
  const rows = await context.db.catalogVersion.findMany({ where, select: { name: true }, take: 3_000 });
  // Of names alike by pairs, the one with more of the characters.
  const like = (name: string): number =>
    likenessOf({ name: bare, items: [] }, { name, items: [] }).names + 0.1 * sharedCharacters(bare, name);
  const best = [...new Set(rows.map(({ name }) => name))]
    .filter((name) => like(name) >= 0.3)
    .toSorted((a, b) => like(b) - like(a))
    .slice(0, 3);
  // What is another department's is found as such: that it cannot be changed here is then said plainly.
  if (best.length === 0 && among !== 'submitted') return await findCatalogEntries(words, 'published', context);
  const candidates = best.length === 0 ? [] : await named({ ...where, name: { in: best } }, context);
  const place = ({ title }: FoundEntry): number => best.findIndex((name) => title.startsWith(`${name}(`));
  return { certain: false, candidates: candidates.toSorted((a, b) => place(a) - place(b)) };
}

/** By name, code or id. A code stands in another table: one condition over both would have no index to use. */
async function called(words: readonly string[], { db }: LookContext): Promise<Prisma.CatalogVersionWhereInput> {
  const [first = ''] = words;
  const coded = await db.catalogEntry.findUnique({ where: { code: first }, select: { id: true } });
  return { OR: [{ name: { in: [...words] } }, { entryId: { in: [first, ...(coded ? [coded.id] : [])] } }] };
}

function sharedCharacters(words: string, name: string): number {
  return Array.from(words).filter((character) => name.includes(character)).length / words.length;
}

function scopeOf(among: string | undefined, { actor }: LookContext): Prisma.CatalogVersionWhereInput {
  const departmentId = { in: actor.memberships.flatMap((one) => one.departmentId ?? []) };
  if (among === 'mine') return { state: { notIn: ['superseded', 'withdrawn'] }, entry: { departmentId } };
  if (among === 'mine_to_submit') return { state: { in: ['draft', 'returned'] }, entry: { departmentId } };
  // One's own are seen in any state.
  if (among === 'any')
    return {
      OR: [{ state: 'published' }, { state: { notIn: ['superseded', 'withdrawn'] }, entry: { departmentId } }],
    };
  return { state: among === 'submitted' ? 'submitted' : 'published' };
}

async function named(where: Prisma.CatalogVersionWhereInput, { db }: LookContext): Promise<readonly FoundEntry[]> {
  const rows = await db.catalogVersion.findMany({
    where,
    select: { entryId: true, name: true, state: true, entry: { select: { department: { select: { name: true } } } } },
    orderBy: [{ name: 'asc' }, { entryId: 'asc' }, { number: 'desc' }],
    take: most * 2,
  });
  const found = new Map<string, FoundEntry>();
  for (const { entryId, name, state, entry } of rows) {
    const status = state === 'published' ? '' : `,${stateNames[state]}`;
    if (!found.has(entryId)) found.set(entryId, { id: entryId, title: `${name}(${entry.department.name}${status})` });
  }
  return [...found.values()].slice(0, most);
}
