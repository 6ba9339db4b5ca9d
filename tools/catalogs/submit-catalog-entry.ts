/** Files with the bureau what is still a draft, or sends in again what came back, as it stands. */
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import { catalogResult, offerShow } from './catalog-result.ts';
import { contentOf } from './entry-content.ts';
import { entryField } from './naming-fields.ts';
import { departmentOf, latestOf, loadEntry } from './entry-row.ts';
import { requireBases } from './given-content.ts';
import { tellBureau } from './people-to-tell.ts';
import { notOwnAdvice } from './not-own-advice.ts';
import { refusals } from './wording.ts';

export const submitCatalogEntry = defineTool({
  name: 'submit-catalog-entry',
  title: '报送目录条目',
  purpose: '把草稿或者退回后的目录报送市数据资源局备案;要改内容请用“修改目录条目”。',
  effect: 'writes',
  article: '第十六条第三款',
  input: z.object({ entryId: entryField('mine_to_submit', '报送哪一条目录?', '要报送的目录') }),
  output: catalogResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['报送|提交|重新提交|上报 目录|条目|草稿'],
  advise: notOwnAdvice,
  touches: async ({ entryId }, { db }) => ({ departmentId: await departmentOf(db, entryId) }),
  async run({ entryId }, { actor, db, now, record, tell }) {
    const entry = await loadEntry(db, entryId);
    const latest = latestOf(entry);
    if (!latest || (latest.state !== 'draft' && latest.state !== 'returned'))
      throw new Refusal('ENTRY_STATE', ...refusals.notInState(latest?.state ?? null, '报送'));
    requireBases(contentOf(latest));
    await db.catalogVersion.update({
      where: { id: latest.id },
      data: { state: 'submitted', submittedAt: now, returnReason: null, decidedById: null, decidedAt: null },
    });
    record({
      subjectKind: 'catalog_entry',
      subjectId: entryId,
      action: 'catalog.submit',
      departmentId: entry.departmentId,
      before: { state: latest.state, returnReason: latest.returnReason },
      after: { state: 'submitted', number: latest.number },
    });
    await tellBureau(
      { db, now, actor, tell },
      entryId,
      latest.number,
      `${entry.department.name}报送了目录“${latest.name}”,等待核收。`,
    );
    return { entryId, text: `“${latest.name}”已经报送,等待市数据资源局核收。`, offers: [offerShow(entryId)] };
  },
});
