/** The requester takes a request back, at any time before the answer. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { defineTool } from '#tools/tool.ts';
import { advanceRequest } from './advance-request.ts';
import { requestField, touchesRequester } from './request-field.ts';
import { requestResult, resultOf } from './request-result.ts';
import { loadRequest } from './request-row.ts';
import { tellAbout } from './tell-about.ts';

export const withdrawRequest = defineTool({
  name: 'withdraw-request',
  title: '撤回申请',
  purpose: '申请方在收到答复之前撤回共享、开放或者校核申请。',
  effect: 'writes',
  article: null,
  input: z.object({
    requestId: requestField('to_withdraw', '撤回哪一件申请?'),
    reason: z
      .string()
      .trim()
      .min(2)
      .max(500)
      .optional()
      .register(fieldMeta, {
        label: '撤回原因',
        kind: 'text',
        aliases: ['原因'],
        ask: '为什么撤回?可以跳过。',
        example: '已经从其他渠道取得',
      }),
  }),
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: ['撤回|撤销 申请|#', '不申请了'],
  touches: touchesRequester,
  async run({ requestId, reason }, context) {
    const row = await loadRequest(context.db, requestId);
    const after = await advanceRequest(row, { kind: 'withdrawn', payload: { text: reason } }, context);
    await tellAbout(after, 'provider', '申请方已经撤回这件申请,不用再答复。', context);
    return await resultOf(after, context, ['申请已经撤回。']);
  },
});
