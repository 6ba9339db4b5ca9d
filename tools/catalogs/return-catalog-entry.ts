/** The bureau sends a filing back with its reasons; what was published before stays. */
import { z } from 'zod';
import { fieldMeta } from '../field-meta.ts';
import { defineTool } from '../tool.ts';
import { catalogResult, offerHistory, offerRevise } from './catalog-result.ts';
import { entryField } from './naming-fields.ts';
import { departmentOf } from './entry-row.ts';
import { filingToDecide } from './filing-to-decide.ts';
import { tellProvider } from './people-to-tell.ts';

const input = z.object({
  entryId: entryField('submitted', '退回哪一条目录?', '要退回的目录'),
  reason: z
    .string()
    .trim()
    .min(4)
    .max(1_000)
    .register(fieldMeta, {
      label: '退回原因',
      kind: 'long_text',
      aliases: ['原因', '理由', '退回理由'],
      ask: '退回的原因是什么?请写明要改什么。',
      example: '有条件共享没有写明共享条件,请补充',
      article: '第十六条第三款',
    }),
});

export const returnCatalogEntry = defineTool({
  name: 'return-catalog-entry',
  title: '退回目录条目',
  purpose: '市数据资源局把报送的目录退回部门修改,并说明原因。',
  effect: 'writes',
  article: '第十六条第三款',
  input,
  output: catalogResult,
  permits: { bureau: 'any' },
  says: ['退回|驳回|打回 目录|条目', '退回|驳回|打回 信息|数据|名录|名单|清单'],
  touches: async ({ entryId }, { db }) => ({ departmentId: await departmentOf(db, entryId) }),
  async run({ entryId, reason }, context) {
    const { actor, db, now, record, tell } = context;
    const { entry, version } = await filingToDecide(entryId, '退回', context);
    await db.catalogVersion.update({
      where: { id: version.id },
      data: { state: 'returned', decidedById: actor.personId, decidedAt: now, returnReason: reason },
    });
    record({
      subjectKind: 'catalog_entry',
      subjectId: entryId,
      action: 'catalog.return',
      before: { state: 'submitted' },
      after: { state: 'returned', number: version.number },
      reason,
    });
    tellProvider(
      { actor, tell },
      {
        entryId,
        number: version.number,
        what: 'returned',
        authorId: version.authorId,
        contactId: entry.department.contactId,
        text: `目录“${version.name}”被退回修改。原因:${reason}`,
        offers: [offerRevise(entryId), { title: '原样重新报送', tool: 'submit-catalog-entry', fields: { entryId } }],
      },
    );
    return {
      entryId,
      text: `“${version.name}”已退回${entry.department.name},原因已经告知。`,
      offers: [offerHistory(entryId)],
    };
  },
});
