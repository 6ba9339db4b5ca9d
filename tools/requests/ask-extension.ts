/** The provider asks the bureau for more time to answer: only where an instrument gives it (State Council's regulation, Art. 21). */
import { z } from 'zod';
import { printDay } from '#tools/deadlines/print-day.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { advanceRequest } from './advance-request.ts';
import { cityCalendar } from './city-calendar.ts';
import { extendedClock } from './extended-clock.ts';
import { awaitsAnswer } from './lifecycle.ts';
import { obstacleAdvice } from './obstacle-advice.ts';
import { requestField, touchesProvider } from './request-field.ts';
import { requestResult, resultOf } from './request-result.ts';
import { loadRequest } from './request-row.ts';
import { tellAbout } from './tell-about.ts';
import type { Extension } from './write-event.ts';

const article = '《政务数据共享条例》第二十一条第一款';

const input = z.object({
  requestId: requestField('to_extend', '哪一件申请要延长答复期限?'),
  days: z
    .number()
    .int()
    .min(1)
    .max(10)
    .register(fieldMeta, {
      label: '延长天数',
      kind: 'number',
      aliases: ['天数', '延长'],
      ask: '要延长几个工作日?最长10个。',
      example: '5',
      article,
    }),
  reason: z
    .string()
    .trim()
    .min(6)
    .max(1_000)
    .register(fieldMeta, {
      label: '延长的原因',
      kind: 'long_text',
      aliases: ['原因', '理由'],
      ask: '有什么特殊原因?会告知市数据资源局和申请部门。',
      example: '省厅正在核对口径,函件预计下周回复',
      article,
      why: '因特殊原因才可以延长,要经主管部门同意并告知申请部门。',
    }),
});
const given = input.partial();

export const askExtension = defineTool({
  name: 'ask-extension',
  title: '申请延长答复期限',
  purpose: '提供部门因特殊原因不能按期答复共享申请的,报市数据资源局同意延长,最长10个工作日;同意之前按原期限办理。',
  effect: 'writes',
  article,
  input,
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['申请|请求|要求|想 延长|延期 答复|期限|几天|工作日', '延长|延期 答复 期限', '申请延期'],
  touches: touchesProvider,
  async advise(values, context) {
    const { requestId, days, reason } = given.parse(values);
    if (requestId === undefined) return [];
    try {
      await clockWith(requestId, { days: days ?? 1, reason: reason ?? '待填' }, context);
      return [];
    } catch (error) {
      if (error instanceof Refusal) return [obstacleAdvice(error)];
      throw error;
    }
  },
  async summary(values, context) {
    const clock = await clockWith(values.requestId, values, context);
    return [
      '须经市数据资源局同意,同意后会告知申请部门;同意之前仍按原期限答复。',
      ...(clock === null ? [] : [`同意后最晚${printDay(clock.remindBy)}答复。`]),
    ];
  },
  async run(values, context) {
    await clockWith(values.requestId, values, context);
    const { requestId, days, reason } = values;
    const row = await loadRequest(context.db, requestId);
    const after = await advanceRequest(
      row,
      { kind: 'extension_asked', payload: { text: reason, days }, data: { handlerId: context.actor.personId } },
      context,
    );
    await tellAbout(after, 'bureau', `提供部门申请把答复期限延长${days}个工作日。原因:${reason}`, context);
    return await resultOf(after, context, ['延长申请已经报市数据资源局。同意之前仍按原期限答复。']);
  },
});

/** Null: the answer's clock does not run any more, which the state table says better. */
async function clockWith(requestId: string, extension: Extension, { db, now }: LookContext) {
  const row = await loadRequest(db, requestId);
  return awaitsAnswer(row.state) ? extendedClock(row, extension, { calendar: await cityCalendar(db), now }) : null;
}
