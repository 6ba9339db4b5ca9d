/** Takes an entry out of the catalog, or back before it was looked at; its versions stay. */
import { z } from 'zod';
import { fieldMeta } from '../field-meta.ts';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import { raiseCatalogRevision } from './catalog-revision.ts';
import { catalogResult, offerHistory } from './catalog-result.ts';
import { entryField } from './naming-fields.ts';
import { departmentOf, latestOf, loadEntry, publishedOf } from './entry-row.ts';
import { settleDuties } from './settle-duties.ts';
import { notOwnAdvice } from './not-own-advice.ts';
import { refusals } from './wording.ts';

const input = z.object({
  entryId: entryField('mine', '要撤销哪一条目录?', '要撤销的目录'),
  reason: z
    .string()
    .trim()
    .min(2)
    .max(500)
    .register(fieldMeta, {
      label: '撤销原因',
      kind: 'long_text',
      aliases: ['原因', '理由'],
      ask: '为什么撤销?',
      example: '职能已划转,不再产生这些数据',
      article: '第十六条第二款',
    }),
});

export const withdrawCatalogEntry = defineTool({
  name: 'withdraw-catalog-entry',
  title: '撤销目录条目',
  purpose: '撤销本部门的一条目录,或者撤回还没有核收的报送;历史版本保留。',
  effect: 'writes',
  article: '第十六条第二款',
  input,
  output: catalogResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['撤销|撤回|下架|取消发布|删除|删掉|作废 目录|条目', '撤销|下架|取消发布 信息|数据|名录|名单|清单'],
  advise: notOwnAdvice,
  touches: async ({ entryId }, { db }) => ({ departmentId: await departmentOf(db, entryId) }),
  summary: () => ['撤销后查目录时不再出现,历史版本保留。'],
  async run({ entryId, reason }, { db, now, record }) {
    const entry = await loadEntry(db, entryId);
    const latest = latestOf(entry);
    if (!latest) throw new Refusal('ENTRY_STATE', ...refusals.notInState(entry.versions[0]?.state ?? null, '撤销'));
    const live = await db.request.count({
      where: { entryId, state: { in: ['submitted', 'supplement_asked', 'supplied', 'approved'] } },
    });
    if (live > 0) throw new Refusal('ENTRY_IN_USE', ...refusals.liveRequests(live));
    const published = publishedOf(entry);
    await db.catalogVersion.updateMany({
      where: { entryId, state: { in: ['draft', 'submitted', 'returned', 'published'] } },
      data: { state: 'withdrawn', endedAt: now },
    });
    await settleDuties(db, entryId);
    if (published) await raiseCatalogRevision(db, [entryId], now);
    record({
      subjectKind: 'catalog_entry',
      subjectId: entryId,
      action: 'catalog.withdraw',
      departmentId: entry.departmentId,
      before: { state: latest.state, number: latest.number },
      after: { state: 'withdrawn' },
      reason,
    });
    return { entryId, text: `“${latest.name}”已经撤销。`, offers: [offerHistory(entryId)] };
  },
});
