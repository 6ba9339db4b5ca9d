/** The bureau demands that a department put its source data or its connection right by a day (Arts. 13, 18). */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { departmentPeople } from '#tools/requests/people-to-tell.ts';
import { defineTool } from '#tools/tool.ts';
import { departmentField } from './department-field.ts';
import { refusals } from './refusals.ts';

export const rectificationArticle = '第十三条第四款';

export const demandRectification = defineTool({
  name: 'demand-rectification',
  title: '下发整改任务',
  purpose: '要求一个部门在限定的日期前完成数据对接或者源头数据质量整改。',
  effect: 'writes',
  article: rectificationArticle,
  input: z.object({
    departmentId: departmentField('要求哪个部门整改?', false),
    title: z
      .string()
      .trim()
      .min(2)
      .max(200)
      .register(fieldMeta, {
        label: '整改内容',
        kind: 'text',
        aliases: ['问题', '内容'],
        ask: '要整改什么?',
        example: '婚姻登记数据缺少证件号码',
        article: '第十八条第二款',
        spot: ['整改[,: ]*([^,.;]{2,60})$'],
      }),
    dueOn: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .register(fieldMeta, {
        label: '完成期限',
        kind: 'date',
        aliases: ['期限', '截止日期'],
        ask: '最晚哪一天完成?',
        example: '下月底',
        article: rectificationArticle,
        tense: 'future',
        near: ['前', '之前', '完成', '限期', '期限'],
      }),
  }),
  output: z.object({ id: z.string(), number: z.number().int(), text: z.string() }),
  permits: { bureau: 'any' },
  says: ['下发|发|布置|要求|责令 整改', '整改任务 下发|布置'],
  touches: () => null,
  draftName: ({ title }) => (typeof title === 'string' ? `整改“${title}”` : undefined),
  async run({ departmentId, title, dueOn }, { actor, db, now, record, tell }) {
    const today = changshaDay(now);
    if (dueOn < today)
      throw new Refusal('TIME_PASSED', refusals.timePassed[0], { ...refusals.timePassed[1], field: 'dueOn' });
    const duty = await db.duty.create({
      data: {
        kind: 'rectification',
        departmentId,
        title,
        occurredOn: today,
        dueOn,
        openedById: actor.personId,
        openedAt: now,
      },
      select: { id: true, number: true },
    });
    record({
      subjectKind: 'duty',
      subjectId: duty.id,
      action: 'rectification.demand',
      departmentId,
      after: { title, dueOn },
    });
    for (const personId of await departmentPeople(db, departmentId, now))
      if (personId !== actor.personId)
        tell({
          personId,
          key: `rectification:${duty.id}`,
          text: `市数据资源局下发整改任务 #${duty.number}:${title}。请在${printDay(dueOn)}前完成。\n依据:本办法${rectificationArticle}`,
          offers: [{ title: '报告整改完成', tool: 'report-rectification', fields: { number: duty.number } }],
        });
    return { ...duty, text: `整改任务 #${duty.number} 已下发,期限${printDay(dueOn)},到期前会提醒对方。` };
  },
});
