/** Asks the requester, once, for everything that is missing; incompleteness is no ground to refuse (State Council's regulation, Art. 21). */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { defineTool } from '#tools/tool.ts';
import { advanceRequest } from './advance-request.ts';
import { missingParts } from './missing-parts.ts';
import { requestField, touchesProvider } from './request-field.ts';
import { requestResult, resultOf } from './request-result.ts';
import { loadRequest } from './request-row.ts';
import { tellAbout } from './tell-about.ts';

const article = '《政务数据共享条例》第二十一条第二款';

export const askSupplement = defineTool({
  name: 'ask-supplement',
  title: '要求补充材料',
  purpose: '提供部门一次性告知申请方还缺哪些材料;只能要求一次,答复期限不因此停止。',
  effect: 'writes',
  article,
  input: z.object({
    requestId: requestField('to_ask_supplement', '哪一件申请要补充?'),
    missing: z
      .array(z.string().trim().min(2).max(500))
      .min(1)
      .register(fieldMeta, {
        label: '需要补充的内容',
        kind: 'text_list',
        aliases: ['缺少的材料', '补充内容'],
        ask: '缺哪些内容?只能要求一次,请一次列全。',
        example: '业务范围;使用依据的具体条款',
        why: '材料不全应当一次性告知,不能直接拒绝,也不能反复要求。',
      }),
  }),
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['要求|让|请 补充|补 材料', '补正 材料', '要求补充'],
  touches: touchesProvider,
  async advise({ requestId, missing }, { db }) {
    if (typeof requestId !== 'string') return [];
    const parts = missingParts(await loadRequest(db, requestId));
    const said = JSON.stringify(missing ?? []);
    const left = parts.filter((part) => !said.includes(part.slice(0, 4)));
    if (left.length === 0) return [];
    return [
      {
        id: missing === undefined ? 'missing' : 'missing-left',
        text: `申请里没有写明的还有:${left.join('、')}。`,
        article,
      },
    ];
  },
  summary: () => ['要求补充期间答复期限照常计算。'],
  async run({ requestId, missing }, context) {
    const row = await loadRequest(context.db, requestId);
    const text = missing.map((part, index) => `(${index + 1})${part}`).join(';');
    const after = await advanceRequest(
      row,
      {
        kind: 'supplement_asked',
        payload: { text, missing },
        data: { supplementAsked: text, handlerId: context.actor.personId },
      },
      context,
    );
    await tellAbout(after, 'requester', '提供部门请您一次补齐材料。', context);
    return await resultOf(after, context, ['已经告知申请方需要补充的内容。']);
  },
});
