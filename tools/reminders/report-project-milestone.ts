/** A milestone of a registered project is reached; with the last one the project is done. */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { storedJson } from '#tools/stored-json.ts';
import { defineTool } from '#tools/tool.ts';
import type { Db } from '#tools/tool-context.ts';
import { milestoneArticles, milestoneNames, readPlan } from './project-plan.ts';
import { refusals } from './refusals.ts';

export const reportProjectMilestone = defineTool({
  name: 'report-project-milestone',
  title: '登记项目节点完成',
  purpose: '信息化项目的一个节点办完了,登记完成,不再提醒。',
  effect: 'writes',
  article: '第十三条第二款',
  input: z.object({
    number: z.number().int().min(1).register(fieldMeta, {
      label: '项目编号',
      kind: 'number',
      ask: '是哪一个项目?请写编号。',
      example: '3',
    }),
    milestone: z.enum(milestoneNames).register(fieldMeta, {
      label: '节点',
      kind: 'choice',
      ask: '哪一个节点完成了?',
      choices: {
        编制发布信息资源目录: ['编制发布信息资源目录', '信息资源目录', '信息目录'],
        编制发布数据资源目录: ['编制发布数据资源目录', '数据资源目录', '数据目录'],
        汇聚挂接数据资源: ['汇聚挂接数据资源', '汇聚挂接', '汇聚', '挂接'],
      },
    }),
  }),
  output: z.object({ text: z.string() }),
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['项目 节点|目录|汇聚|挂接 完成|办完|做完|好了'],
  touches: async ({ number }, { db }) => ({ departmentId: (await openProject(db, number)).departmentId }),
  async run({ number, milestone }, { db, now, record }) {
    const project = await openProject(db, number);
    const plan = readPlan(project.detail);
    const reached = plan.milestones.find(({ name, doneOn }) => name === milestone && doneOn === null);
    if (!reached) throw new Refusal('MILESTONE_UNPLANNED', ...refusals.milestoneUnplanned(milestone));
    const milestones = plan.milestones.map((one) => (one === reached ? { ...one, doneOn: changshaDay(now) } : one));
    const done = milestones.every(({ doneOn }) => doneOn !== null);
    await db.duty.update({
      where: { id: project.id },
      data: {
        detail: storedJson({ milestones }),
        ...(done && { state: 'done' as const, closedAt: now }),
        version: { increment: 1 },
      },
    });
    record({
      subjectKind: 'duty',
      subjectId: project.id,
      action: 'project.milestone',
      article: milestoneArticles[milestone] ?? null,
      departmentId: project.departmentId,
      after: { milestone, on: changshaDay(now), done },
    });
    const left = milestones.filter(({ doneOn }) => doneOn === null).map(({ name }) => name);
    return {
      text: `信息化项目 #${number}“${project.title}”的节点“${milestone}”已登记完成。${done ? '全部节点都已完成。' : `还有:${left.join('、')}。`}`,
    };
  },
});

async function openProject(db: Db, number: number) {
  const project = await db.duty.findUnique({ where: { number } });
  if (!project || project.kind !== 'project' || project.state !== 'open')
    throw new Refusal('PROJECT_UNKNOWN', ...refusals.projectUnknown(number));
  return project;
}
