/** The requester closes a request that has been provided or refused. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { advanceRequest } from './advance-request.ts';
import { requestField, touchesRequester } from './request-field.ts';
import { requestResult, resultOf } from './request-result.ts';
import { loadRequest } from './request-row.ts';

export const closeRequest = defineTool({
  name: 'close-request',
  title: '办结申请',
  purpose: '申请方确认数据已经收到,或者接受不同意的答复,办结这件申请。',
  effect: 'writes',
  article: null,
  input: z.object({ requestId: requestField('to_close', '办结哪一件申请?') }),
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: ['办结|关闭|结束 申请', '确认 收到 数据'],
  touches: touchesRequester,
  summary: () => ['使用过程、成效和销毁情况的记录应至少保存3年(《政务数据共享条例》第二十九条第二款)。'],
  async run({ requestId }, context) {
    const row = await loadRequest(context.db, requestId);
    const after = await advanceRequest(row, { kind: 'closed', data: { closedAt: context.now } }, context);
    return await resultOf(after, context, ['申请已经办结。']);
  },
});
