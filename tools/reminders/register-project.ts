/** A new IT project (Art. 13): its officer gives the dates of the catalogs and the data, and is reminded of them. */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { storedJson } from '#tools/stored-json.ts';
import { defineTool } from '#tools/tool.ts';
import { departmentField } from './department-field.ts';
import { milestoneNames } from './project-plan.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;
const milestoneDay = (label: string, ask: string, article: string, near: readonly string[]) =>
  z
    .string()
    .regex(day)
    .register(fieldMeta, { label, kind: 'date', ask: `${ask}还不知道可以跳过。`, article, near, tense: 'future' })
    .optional();

export const registerProject = defineTool({
  name: 'register-project',
  title: '登记信息化项目',
  purpose: '登记新建信息化项目和各节点的计划日期,到期前提醒编制目录、汇聚数据。',
  effect: 'writes',
  article: '第十三条第一款',
  input: z
    .object({
      title: z
        .string()
        .trim()
        .min(2)
        .max(100)
        .register(fieldMeta, {
          label: '项目名称',
          kind: 'text',
          ask: '项目叫什么名称?',
          example: '社会救助综合管理系统',
          article: '第十三条第一款',
          spot: ['(?:项目|系统)(?:叫|名称是|名称为|:)\\s*([^,.;]{2,40})', '《([^》]{2,60})》', '“([^”]{2,60})”'],
        }),
      catalogOn: milestoneDay('信息资源目录日期', '计划哪一天编制发布信息资源目录?', '第十三条第一款', [
        '信息资源目录',
        '信息目录',
      ]),
      dataCatalogOn: milestoneDay('数据资源目录日期', '计划哪一天编制发布数据资源目录?', '第十三条第二款', [
        '数据资源目录',
        '数据目录',
      ]),
      dataOn: milestoneDay('汇聚挂接日期', '计划哪一天完成数据汇聚挂接?', '第十三条第二款', ['汇聚', '挂接']),
      departmentId: departmentField('哪个部门的项目?', true),
    })
    .superRefine(({ catalogOn, dataCatalogOn, dataOn }, context) => {
      if (catalogOn === undefined && dataCatalogOn === undefined && dataOn === undefined)
        context.addIssue({ code: 'custom', path: ['catalogOn'], message: '至少要有一个节点的日期,才能提醒您。' });
    }),
  output: z.object({ id: z.string(), number: z.number().int(), text: z.string() }),
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['登记|新建|报备|备案 信息化项目|信息系统项目', '登记|新建|报备 项目', '新建|新上 信息化项目|系统|信息系统'],
  touches: ({ departmentId }) => ({ departmentId }),
  draftName: ({ title }) => (typeof title === 'string' ? `项目“${title}”` : undefined),
  async run({ title, catalogOn, dataCatalogOn, dataOn, departmentId }, { actor, db, now, record }) {
    const dates = [catalogOn, dataCatalogOn, dataOn];
    const milestones = milestoneNames.flatMap((name, index) => {
      const on = dates[index];
      return on === undefined ? [] : [{ name, on, doneOn: null }];
    });
    const duty = await db.duty.create({
      data: {
        kind: 'project',
        departmentId,
        title,
        occurredOn: changshaDay(now),
        detail: storedJson({ milestones }),
        openedById: actor.personId,
        openedAt: now,
      },
      select: { id: true, number: true },
    });
    record({
      subjectKind: 'duty',
      subjectId: duty.id,
      action: 'project.register',
      departmentId,
      after: { title, milestones },
    });
    const lines = milestones.map(({ name, on }) => `- ${name}:${printDay(on)}`);
    return {
      ...duty,
      text: [`信息化项目 #${duty.number}“${title}”已登记,节点:`, ...lines, '到期前会提醒您。'].join('\n'),
    };
  },
});
