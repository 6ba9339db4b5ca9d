/** The requester supplies what was asked for. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { defineTool } from '#tools/tool.ts';
import { advanceRequest } from './advance-request.ts';
import { requestField, touchesRequester } from './request-field.ts';
import { requestResult, resultOf } from './request-result.ts';
import { loadRequest } from './request-row.ts';
import { tellAbout } from './tell-about.ts';

const text = z.string().trim().min(2).max(2_000);

export const supplySupplement = defineTool({
  name: 'supply-supplement',
  title: '补充申请材料',
  purpose: '申请方按提供部门的要求补充材料。',
  effect: 'writes',
  article: '《政务数据共享条例》第二十一条第二款',
  input: z
    .object({
      requestId: requestField('to_supply', '补充哪一件申请?'),
      supplement: text
        .clone()
        .optional()
        .register(fieldMeta, {
          label: '补充内容',
          kind: 'long_text',
          aliases: ['补充说明', '补充材料'],
          ask: '请按提供部门列出的内容逐项补充。',
          // 业务范围:…;使用依据:… says it all.
          requiredIf: ({ businessScope, legalBasis }) => businessScope === undefined && legalBasis === undefined,
          askOnlyIf: ({ businessScope, legalBasis }) => businessScope === undefined && legalBasis === undefined,
        }),
      businessScope: text.clone().optional().register(fieldMeta, { label: '业务范围', kind: 'long_text' }),
      legalBasis: text
        .clone()
        .optional()
        .register(fieldMeta, { label: '使用依据', kind: 'long_text', aliases: ['依据'] }),
    })
    .superRefine(({ supplement, businessScope, legalBasis }, context) => {
      if (supplement === undefined && businessScope === undefined && legalBasis === undefined)
        context.addIssue({ code: 'custom', path: ['supplement'], message: '请写明补充了什么。' });
    }),
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: ['补充|补交|补齐 材料|申请|说明', '提交补充'],
  touches: touchesRequester,
  async advise({ requestId }, { db }) {
    if (typeof requestId !== 'string') return [];
    const { supplementAsked } = await loadRequest(db, requestId);
    return supplementAsked === null ? [] : [{ id: 'asked', text: `提供部门要求补充:${supplementAsked}。` }];
  },
  async run({ requestId, supplement, businessScope, legalBasis }, context) {
    const row = await loadRequest(context.db, requestId);
    const said = [
      supplement ?? '',
      businessScope === undefined ? '' : `业务范围:${businessScope}`,
      legalBasis === undefined ? '' : `使用依据:${legalBasis}`,
    ]
      .filter((part) => part !== '')
      .join(';');
    const after = await advanceRequest(
      row,
      {
        kind: 'supplied',
        payload: { text: said, businessScope, legalBasis },
        data: {
          ...(businessScope !== undefined && { businessScope }),
          ...(legalBasis !== undefined && { legalBasis }),
        },
      },
      context,
    );
    await tellAbout(after, 'provider', `申请方已经补充材料:${said}`, context);
    return await resultOf(after, context, ['补充材料已经提交。']);
  },
});
