/** The bureau consents to more time for an answer or does not; the requester is told with the consent (State Council's regulation, Art. 21). */
import { z } from 'zod';
import { printDay } from '#tools/deadlines/print-day.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { defineTool } from '#tools/tool.ts';
import type { ToolContext } from '#tools/tool-context.ts';
import { advanceRequest } from './advance-request.ts';
import { cityCalendar } from './city-calendar.ts';
import { extendedClock } from './extended-clock.ts';
import { lifecycles } from './lifecycles.ts';
import { isUndecided } from './live.ts';
import { runningClock } from './request-clock.ts';
import { requestField, touchesProvider } from './request-field.ts';
import { requestResult, resultOf } from './request-result.ts';
import { loadRequest, type RequestRow } from './request-row.ts';
import { tellAbout } from './tell-about.ts';

const article = '《政务数据共享条例》第二十一条第一款';
const asked = z.object({ text: z.string(), days: z.number().int() });

export const decideExtension = defineTool({
  name: 'decide-extension',
  title: '决定是否同意延长答复期限',
  purpose: '市数据资源局对提供部门延长答复期限的申请作出决定;同意的,期限随之延长并告知申请部门。',
  effect: 'writes',
  article,
  input: z.object({
    requestId: requestField('to_decide_extension', '决定哪一件申请的延长?'),
    decision: z.enum(['approve', 'refuse']).register(fieldMeta, {
      label: '决定',
      kind: 'choice',
      aliases: ['意见'],
      ask: '同意还是不同意延长?',
      article,
      choices: { approve: ['同意', '同意延长'], refuse: ['不同意', '不同意延长'] },
    }),
    reason: z
      .string()
      .trim()
      .min(4)
      .max(1_000)
      .optional()
      .register(fieldMeta, {
        label: '不同意的理由',
        kind: 'long_text',
        aliases: ['理由'],
        ask: '不同意的理由是什么?',
        example: '原因不属于特殊原因,请按原期限答复',
        requiredIf: ({ decision }) => decision === 'refuse',
        askOnlyIf: ({ decision }) => decision === 'refuse',
      }),
  }),
  output: requestResult,
  permits: { bureau: 'any' },
  says: ['同意|不同意|决定|批准|审批 延长|延期 答复|期限|申请', '同意|不同意 延长|延期'],
  touches: touchesProvider,
  async summary({ requestId, decision }, { db, now }) {
    const row = await loadRequest(db, requestId);
    const extension = askedOf(row);
    if (decision !== 'approve' || !extension) return [];
    const clock = extendedClock(row, extension, { calendar: await cityCalendar(db), now });
    return [`延长${extension.days}个工作日,最晚${printDay(clock.remindBy)}答复。原因:${extension.reason}`];
  },
  async run({ requestId, decision, reason }, context) {
    const row = await loadRequest(context.db, requestId);
    if (decision === 'approve') return await extend(row, context);
    const after = await advanceRequest(row, { kind: 'extension_refused', payload: { text: reason } }, context);
    await tellAbout(after, 'provider', `市数据资源局不同意延长答复期限。理由:${reason ?? ''}`, context);
    return await resultOf(after, context, ['已经告知提供部门:不同意延长。']);
  },
});

/** What was asked for last, if that is still to be decided. */
function askedOf({ kind, events }: RequestRow): { readonly days: number; readonly reason: string } | null {
  if (!isUndecided(lifecycles[kind], events, 'extension_asked')) return null;
  const last = events.findLast((event) => event.kind === 'extension_asked');
  const { text, days } = asked.parse(last?.payload);
  return { days, reason: text };
}

async function extend(row: RequestRow, context: ToolContext) {
  const clockwork = { calendar: await cityCalendar(context.db), now: context.now };
  const before = runningClock(row, clockwork);
  const extension = askedOf(row) ?? { days: 0, reason: '' };
  // Where nothing is to be decided, the state table says so first.
  const clock = before && extension.days > 0 ? extendedClock(row, extension, clockwork) : null;
  const payload = { text: extension.reason, days: extension.days, from: before?.remindBy, to: clock?.remindBy };
  const after = await advanceRequest(row, { kind: 'extended', payload, extension }, context);
  const said = [
    `经市数据资源局同意,答复期限延长${extension.days}个工作日。`,
    `原来:${printDay(before?.remindBy ?? '')}`,
    `现在:${printDay(clock?.remindBy ?? '')}`,
    `原因:${extension.reason}(${article})`,
  ].join('\n');
  await tellAbout(after, 'requester', said, context);
  await tellAbout(after, 'provider', said, context);
  return await resultOf(after, context, ['已同意延长,提供部门和申请部门都已告知。']);
}
