/** The provider's answer to an open request, within ten working days; what is personal goes out desensitised or not at all (Art. 24). */
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { answerInput } from './answer-form.ts';
import { filingWords } from './filing-words.ts';
import { coachAdvice, giveAnswer } from './give-answer.ts';
import { touchesProvider } from './request-field.ts';
import { requestResult } from './request-result.ts';
import { loadRequest, type RequestRow } from './request-row.ts';

const input = answerInput('open', ['personal', 'sensitive', 'condition_unmet', 'by_law', 'not_held']);
const given = input.partial();

function guardedOf({ catalogVersion, items }: RequestRow): readonly string[] {
  const guarded = (catalogVersion?.items ?? []).filter(({ personal, sensitive }) => personal || sensitive);
  return guarded.map(({ name }) => name).filter((name) => items.includes(name));
}

export const answerOpenRequest = defineTool({
  name: 'answer-open-request',
  title: '答复开放申请',
  purpose: '提供部门对收到的开放申请作出答复:同意(可附条件),或者不同意(必须有充足的理由依据)。',
  effect: 'writes',
  article: '第二十四条第二款',
  input,
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['答复|回复|审批|审核|处理 开放 申请', '同意|批准|通过|不同意|拒绝|驳回 开放'],
  touches: touchesProvider,
  async advise(values, context) {
    const answer = given.parse(values);
    const row = answer.requestId === undefined ? null : await loadRequest(context.db, answer.requestId);
    const guarded = row ? guardedOf(row) : [];
    const article = '第二十四条第三款';
    return [
      ...(guarded.length > 0
        ? [
            {
              id: 'guarded',
              text: `申请的${guarded.join('、')}涉及个人隐私或敏感信息,应不予开放或者脱敏处理后开放。`,
              article,
            },
          ]
        : []),
      ...(await coachAdvice(answer, context)),
    ];
  },
  async run(values, context) {
    const row = await loadRequest(context.db, values.requestId);
    const guarded = guardedOf(row);
    if (values.decision === 'approve' && guarded.length > 0 && row.openingMethod !== 'desensitised')
      throw new Refusal('GUARDED_ITEMS', filingWords.guardedItems(guarded)[0], {
        remedy: '请答复不同意,或者请申请人改为脱敏方式后重新申请。',
        article: '第二十四条第三款',
        field: 'decision',
      });
    return await giveAnswer(values, context);
  },
});
