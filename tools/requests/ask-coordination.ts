/** The answer is overdue: the requester asks the bureau to coordinate (Art. 6). */
import { z } from 'zod';
import { printDay } from '#tools/deadlines/print-day.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { advanceRequest } from './advance-request.ts';
import { cityCalendar } from './city-calendar.ts';
import { isOverdue, runningClock } from './request-clock.ts';
import { requestField, touchesRequester } from './request-field.ts';
import { requestResult, resultOf } from './request-result.ts';
import { loadRequest } from './request-row.ts';
import { tellAbout } from './tell-about.ts';

export const askCoordination = defineTool({
  name: 'ask-coordination',
  title: '请市数据资源局协调',
  purpose: '提供部门超期没有答复时,申请方请市数据资源局协调。',
  effect: 'writes',
  article: '第六条第二款',
  input: z.object({
    requestId: requestField('to_withdraw', '哪一件申请要请求协调?'),
    note: z
      .string()
      .trim()
      .max(1_000)
      .optional()
      .register(fieldMeta, {
        label: '补充说明',
        kind: 'long_text',
        aliases: ['说明'],
        ask: '有什么要补充说明的?可以跳过。',
      }),
  }),
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: ['申请|请求|需要|请市数据资源局 协调', '催办|督办 申请'],
  touches: touchesRequester,
  async run({ requestId, note }, context) {
    const { db, now } = context;
    const row = await loadRequest(db, requestId);
    const clock = runningClock(row, { calendar: await cityCalendar(db), now });
    if (clock !== null && !isOverdue(clock))
      throw new Refusal('NOT_OVERDUE', `还没有超期,答复的最后一天是${printDay(clock.remindBy)}。`, {
        remedy: '到期没有答复再请市数据资源局协调;也可以直接联系提供部门。',
        article: clock.governing.rule.clause,
      });
    const after = await advanceRequest(row, { kind: 'coordination_asked', payload: { text: note } }, context);
    await tellAbout(after, 'bureau', `申请方请求协调:提供部门超期没有答复。${note ?? ''}`, context);
    await tellAbout(after, 'provider', '这件申请已经超期,申请方已请市数据资源局协调。', context);
    return await resultOf(after, context, ['已经告知市数据资源局。']);
  },
});
