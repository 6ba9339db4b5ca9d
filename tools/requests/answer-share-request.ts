/** The provider's answer to a share request, within ten working days of receipt (Art. 22). */
import { defineTool } from '#tools/tool.ts';
import { answerInput } from './answer-form.ts';
import { coachAdvice, giveAnswer } from './give-answer.ts';
import { requestResult } from './request-result.ts';
import { touchesProvider } from './request-field.ts';

const input = answerInput('share', ['beyond_duties', 'not_minimal', 'condition_unmet', 'by_law', 'not_held']);
const given = input.partial();

export const answerShareRequest = defineTool({
  name: 'answer-share-request',
  title: '答复共享申请',
  purpose: '提供部门对收到的共享申请作出答复:同意(可附条件),或者不同意(必须有充足的理由和依据)。',
  effect: 'writes',
  article: '第二十二条第二款',
  input,
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['答复|回复|审批|审核|处理 共享 申请', '同意|批准|通过|不同意|拒绝|驳回 共享|申请|#'],
  touches: touchesProvider,
  advise: (values, context) => coachAdvice(given.parse(values), context),
  summary: () => ['答复前应经本部门政务数据共享工作机构负责人同意(《政务数据共享条例》第二十条第三款)。'],
  run: (values, context) => giveAnswer(values, context),
});
