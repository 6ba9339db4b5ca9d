/** The bureau accepts a filing: the version is published and takes the place of the one before. */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { defineTool } from '../tool.ts';
import { raiseCatalogRevision } from './catalog-revision.ts';
import { catalogResult, offerHistory, offerShow } from './catalog-result.ts';
import { checkEntry } from './checkup/check-catalog.ts';
import { contentOf } from './entry-content.ts';
import { entryField } from './naming-fields.ts';
import { departmentOf, loadEntry, publishedOf } from './entry-row.ts';
import { filingToDecide } from './filing-to-decide.ts';
import { tellProvider } from './people-to-tell.ts';

export const publishCatalogEntry = defineTool({
  name: 'publish-catalog-entry',
  title: '发布目录条目',
  purpose: '市数据资源局核收报送的目录并发布。',
  effect: 'writes',
  article: '第十六条第三款',
  input: z.object({ entryId: entryField('submitted', '发布哪一条目录?', '要发布的目录') }),
  output: catalogResult,
  permits: { bureau: 'any' },
  says: ['发布|核收|通过|同意发布 目录|条目', '发布|核收|同意发布 信息|数据|名录|名单|清单'],
  touches: async ({ entryId }, { db }) => ({ departmentId: await departmentOf(db, entryId) }),
  async summary({ entryId }, { db, now }) {
    const entry = await loadEntry(db, entryId);
    const version = entry.versions.find(({ state }) => state === 'submitted');
    if (!version) return [];
    const { departmentId, department, kind, dataUpdatedOn } = entry;
    const findings = checkEntry(
      {
        entryId,
        departmentId,
        department: department.name,
        district: department.district,
        kind,
        dataUpdatedOn,
        content: contentOf(version),
      },
      now,
    );
    return findings.length === 0
      ? ['目录体检没有发现问题。']
      : [
          '目录体检发现:',
          ...findings.map(({ text, clause }) => `- ${text}(《${clause.instrument}》${clause.article})`),
        ];
  },
  async run({ entryId }, context) {
    const { actor, db, now, record, tell } = context;
    const { entry, version } = await filingToDecide(entryId, '发布', context);
    const before = publishedOf(entry);
    const publishedOn = changshaDay(now);
    // What was current gives way first: only one version of an entry may be published.
    if (before)
      await db.catalogVersion.update({ where: { id: before.id }, data: { state: 'superseded', endedAt: now } });
    await db.catalogVersion.update({
      where: { id: version.id },
      data: { state: 'published', decidedById: actor.personId, decidedAt: now, publishedOn },
    });
    await raiseCatalogRevision(db, [entryId], now);
    record({
      subjectKind: 'catalog_entry',
      subjectId: entryId,
      action: 'catalog.publish',
      before: { state: 'submitted', published: before?.number ?? null },
      after: { state: 'published', number: version.number, publishedOn },
    });
    tellProvider(
      { actor, tell },
      {
        entryId,
        number: version.number,
        what: 'published',
        authorId: version.authorId,
        contactId: entry.department.contactId,
        text: `目录“${version.name}”(第 ${version.number} 版)已经发布。`,
        offers: [offerShow(entryId)],
      },
    );
    return {
      entryId,
      text: `“${version.name}”(${entry.department.name},第 ${version.number} 版)已经发布。`,
      offers: [offerShow(entryId), offerHistory(entryId)],
    };
  },
});
