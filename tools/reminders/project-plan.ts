/** The dates of a new IT project (Art. 13) as they are kept with its duty. */
import { z } from 'zod';
import type { Milestone } from './facts/facts.ts';

/** What Art. 13 asks for, in the order it comes; dates are the department's own, the text sets none. */
export const milestoneNames = ['编制发布信息资源目录', '编制发布数据资源目录', '汇聚挂接数据资源'] as const;

/** 新建信息化项目,应规划并编制发布政务信息资源目录; 建成后应编制发布数据资源目录、汇聚挂接数据资源. */
export const milestoneArticles: Readonly<Record<string, string>> = {
  编制发布信息资源目录: '第十三条第一款',
  编制发布数据资源目录: '第十三条第二款',
  汇聚挂接数据资源: '第十三条第二款',
};

const planSchema = z.object({
  milestones: z
    .array(z.object({ name: z.string(), on: z.string(), doneOn: z.string().nullable().default(null) }))
    .default([]),
});
export type ProjectPlan = z.infer<typeof planSchema>;

export function readPlan(detail: unknown): ProjectPlan {
  return planSchema.parse(detail ?? {});
}

export function milestonesOf(detail: unknown): readonly Milestone[] {
  return readPlan(detail).milestones.map(({ name, on, doneOn }) => ({
    name,
    on,
    done: doneOn !== null,
    article: milestoneArticles[name] ?? '第十三条',
  }));
}
