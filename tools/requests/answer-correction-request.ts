/** The provider says what came of a correction request: corrected, or found to be right (State Council's regulation, Art. 26). */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { defineTool } from '#tools/tool.ts';
import { advanceRequest } from './advance-request.ts';
import { requestField, touchesProvider } from './request-field.ts';
import { requestResult, resultOf } from './request-result.ts';
import { loadRequest } from './request-row.ts';
import { tellAbout } from './tell-about.ts';

const article = '《政务数据共享条例》第二十六条第二款';

export const answerCorrectionRequest = defineTool({
  name: 'answer-correction-request',
  title: '反馈校核结果',
  purpose: '提供部门核实使用部门提出的校核申请,反馈已经更正还是核实无误。',
  effect: 'writes',
  article,
  input: z.object({
    requestId: requestField('to_answer_correction', '反馈哪一件校核申请?'),
    decision: z.enum(['approve', 'refuse']).register(fieldMeta, {
      label: '校核结果',
      kind: 'choice',
      aliases: ['结果'],
      ask: '已经更正,还是核实无误?',
      choices: { approve: ['已更正', '更正', '有误'], refuse: ['核实无误', '无误', '没有错'] },
    }),
    reason: z
      .string()
      .trim()
      .min(6)
      .max(2_000)
      .register(fieldMeta, {
        label: '核实情况',
        kind: 'long_text',
        aliases: ['说明'],
        ask: '核实的情况是什么?更正了什么,或者为什么无误。',
        example: '该单元已于3月1日办理抵押登记,状态已更正为“已抵押”',
      }),
  }),
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['反馈|答复|回复|处理 校核|更正'],
  touches: touchesProvider,
  async run({ requestId, decision, reason }, context) {
    const { actor, db, now } = context;
    const row = await loadRequest(db, requestId);
    const corrected = decision === 'approve';
    const after = await advanceRequest(
      row,
      {
        kind: corrected ? 'approved' : 'refused',
        payload: { reason },
        data: {
          decidedById: actor.personId,
          decidedAt: now,
          handlerId: actor.personId,
          decisionReason: reason,
          // The store asks a basis of every refusal; here it is the record itself.
          decisionBasis: corrected ? null : '提供部门的核实记录',
        },
      },
      context,
    );
    await tellAbout(after, 'requester', corrected ? '您提出的校核已经更正。' : '您提出的校核经核实无误。', context);
    return await resultOf(after, context, ['校核结果已经反馈。']);
  },
});
