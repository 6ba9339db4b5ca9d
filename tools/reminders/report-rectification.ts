/** A department has put right what the bureau demanded. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { bureauPeople } from '#tools/requests/people-to-tell.ts';
import { storedJson } from '#tools/stored-json.ts';
import { defineTool } from '#tools/tool.ts';
import type { Db } from '#tools/tool-context.ts';
import { rectificationArticle } from './demand-rectification.ts';
import { refusals } from './refusals.ts';

export const reportRectification = defineTool({
  name: 'report-rectification',
  title: '报告整改完成',
  purpose: '市数据资源局下发的整改任务办完了,报告完成情况。',
  effect: 'writes',
  article: rectificationArticle,
  input: z.object({
    number: z.number().int().min(1).register(fieldMeta, {
      label: '任务编号',
      kind: 'number',
      ask: '是哪一个整改任务?请写编号。',
      example: '3',
    }),
    result: z.string().trim().min(2).max(1_000).register(fieldMeta, {
      label: '完成情况',
      kind: 'long_text',
      ask: '怎样整改的?一两句话即可。',
      example: '已补录 1.2 万条证件号码,接口已增加校验',
      article: rectificationArticle,
    }),
  }),
  output: z.object({ text: z.string() }),
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['整改 完成|办完|做完|好了', '报告|上报|反馈 整改'],
  touches: async ({ number }, { db }) => ({ departmentId: (await openRectification(db, number)).departmentId }),
  async run({ number, result }, { actor, db, now, record, tell }) {
    const duty = await openRectification(db, number);
    await db.duty.update({
      where: { id: duty.id },
      data: { state: 'done', closedAt: now, detail: storedJson({ result }), version: { increment: 1 } },
    });
    record({
      subjectKind: 'duty',
      subjectId: duty.id,
      action: 'rectification.report',
      departmentId: duty.departmentId,
      before: { state: 'open' },
      after: { state: 'done', result },
    });
    for (const personId of await bureauPeople(db, now))
      if (personId !== actor.personId)
        tell({
          personId,
          key: `rectification-done:${duty.id}`,
          text: `${duty.department.name}报告整改任务 #${number}“${duty.title}”已完成:${result}`,
        });
    return { text: `整改任务 #${number}“${duty.title}”已报告完成。` };
  },
});

async function openRectification(db: Db, number: number) {
  const duty = await db.duty.findUnique({ where: { number }, include: { department: { select: { name: true } } } });
  if (!duty || duty.kind !== 'rectification' || duty.state !== 'open')
    throw new Refusal('RECTIFICATION_UNKNOWN', ...refusals.rectificationUnknown(number));
  return duty;
}
