/** A department that received data finds them wrong and asks for correction (校核; State Council's regulation on sharing, Art. 26). */
import { z } from 'zod';
import { printDay } from '#tools/deadlines/print-day.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { expectedDue } from './expected-due.ts';
import { filingWords } from './filing-words.ts';
import { registerRequest } from './register-request.ts';
import { requestField, touchesRequester } from './request-field.ts';
import { requestResult, resultOf } from './request-result.ts';
import { loadRequest } from './request-row.ts';
import { tellAbout } from './tell-about.ts';

const article = '《政务数据共享条例》第二十六条第二款';

export const fileCorrectionRequest = defineTool({
  name: 'file-correction-request',
  title: '申请校核数据',
  purpose: '使用部门发现通过共享收到的数据不准确或者不完整,请提供部门核实、更正。',
  effect: 'writes',
  article,
  input: z.object({
    originalId: requestField('to_correct', '是哪一件申请收到的数据?'),
    correction: z
      .string()
      .trim()
      .min(6)
      .max(2_000)
      .register(fieldMeta, {
        label: '需要更正的内容',
        kind: 'long_text',
        aliases: ['错误', '问题'],
        ask: '哪里不对,应当是什么?请写明怎么发现的。',
        example: '返回的抵押状态为“未抵押”,贷款银行已出具抵押登记证明',
        article: '第十八条第二款',
      }),
    items: z
      .array(z.string().trim().min(1).max(200))
      .optional()
      .register(fieldMeta, { label: '信息项', kind: 'text_list', aliases: ['字段'], ask: '涉及哪些信息项?' }),
  }),
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['申请|提|提出 校核|更正|纠错', '数据|信息 有误|不对|错了|不准 校核|更正|反馈'],
  touches: ({ originalId }, context) => touchesRequester({ requestId: originalId }, context),
  async summary({ originalId }, { db, now }) {
    const { providerDepartment } = await loadRequest(db, originalId);
    const due = await expectedDue('correction', db, now);
    return [`提交后由${providerDepartment.name}最晚在${printDay(due)}前核实、更正并反馈。`];
  },
  async run({ originalId, correction, items }, context) {
    const original = await loadRequest(context.db, originalId);
    if (original.kind !== 'share' || original.providedAt === null)
      throw new Refusal('NOTHING_PROVIDED', ...filingWords.notProvided(original.number));
    const row = await registerRequest(
      'correction',
      {
        entryId: original.entryId,
        versionId: original.versionId,
        requesterDepartmentId: original.requesterDepartmentId,
        providerDepartmentId: original.providerDepartmentId,
        scenario: original.scenario,
        items: items ?? original.items,
        correction,
        originalId,
      },
      context,
    );
    await tellAbout(row, 'provider', '收到一件新的校核申请。', context);
    return await resultOf(row, context, ['校核申请已经提交。']);
  },
  undo: ({ requestId }) => ({
    tool: 'withdraw-request',
    fields: { requestId, reason: '填报有误' },
    withinMinutes: 60,
  }),
});
