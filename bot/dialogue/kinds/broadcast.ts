/** A broadcast: #3, by words of its title, or 刚才那条; among those the step is possible for. */
import { nameOf } from '#tools/broadcast/broadcast-result.ts';
import { broadcastScopeOf, findBroadcasts } from '#tools/broadcast/find-broadcasts.ts';
import { entityReader } from './entity.ts';

export const broadcast = entityReader({
  kind: 'broadcast',
  find: async (words, { among, db }) => {
    const { certain, rows } = await findBroadcasts(words, broadcastScopeOf(among), db);
    return { certain, candidates: rows.map((row) => ({ id: row.id, title: nameOf(row) })) };
  },
  title: async (id, { db }) => {
    const row = await db.broadcast.findUnique({ where: { id }, select: { number: true, title: true } });
    return row && nameOf(row);
  },
  spot: (sentence) => {
    const match = /#\s*\d{1,9}|(?:刚才|最近|上一|[这那])?[那这]?条?(?:群发|广播)|(?:刚才|[这那])[那这]?条/du.exec(
      sentence.plain,
    );
    const [start, end] = match?.indices?.[0] ?? [];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  },
});
