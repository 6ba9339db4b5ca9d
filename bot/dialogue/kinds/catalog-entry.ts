/** A published catalog entry: by its name or code, else by what its data are about. */
import { catalogSearchOf } from '#tools/catalogs/search/catalog-search-of.ts';
import type { Db } from '#tools/tool-context.ts';
import { type Candidate, entityReader } from './entity.ts';

const most = 6;

async function named(db: Db, words: string): Promise<readonly Candidate[]> {
  const rows = await db.catalogVersion.findMany({
    where: { state: 'published', OR: [{ name: words }, { entry: { code: words } }] },
    select: { entryId: true, name: true, entry: { select: { department: { select: { name: true } } } } },
    take: most,
  });
  return rows.map(({ entryId, name, entry }) => ({ id: entryId, title: titled(name, entry.department.name) }));
}

function titled(name: string, department: string): string {
  return `${name}(${department})`;
}

/** Words that say that data are wanted and not which. */
const lead = /^(?:我们?|想|要|申请|共享|需要|使用|调取|调用|借用|一下|的)+(?=.{2})/u;

export const catalogEntry = entityReader({
  kind: 'catalog_entry',
  find: async (words, { db }) => {
    const bare = words.trim().replace(lead, '');
    const exact = await named(db, bare);
    if (exact.length > 0) return { certain: exact.length === 1, candidates: exact };
    const { hits } = await (await catalogSearchOf(db)).search(bare, { limit: most });
    const candidates = hits.map(({ entry }) => ({ id: entry.entryId, title: titled(entry.name, entry.department) }));
    return { certain: candidates.length === 1, candidates };
  },
  title: async (id, { db }) => {
    const row = await db.catalogVersion.findFirst({
      where: { entryId: id },
      orderBy: { number: 'desc' },
      select: { name: true, entry: { select: { department: { select: { name: true } } } } },
    });
    return row && titled(row.name, row.entry.department.name);
  },
  spot: (sentence) => {
    const quoted = /["《]([^"》]{2,40})["》]/du.exec(sentence.plain)?.indices?.[1];
    const said =
      quoted ??
      /(?:申请|共享|调取|调用|借用|想要|需要)(?:共享|开放|使用|一下)*((?:[\p{Script=Han}\w]{2,20}?(?:局|委|办|中心)的?)?[\p{Script=Han}\w]{2,24}?(?:数据|信息|目录))/du.exec(
        sentence.plain,
      )?.indices?.[1];
    return said ? [{ start: said[0], end: said[1] }] : [];
  },
});
