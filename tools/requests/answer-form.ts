/** What an answer asks for: yes with conditions, or no with its ground, reason and basis (Arts. 22, 24). */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import type { RequestKind } from '#prisma/generated/enums.ts';
import { groundChoices } from './refusal-grounds.ts';
import { coachWords, judgeWords, refusalArticle } from './refusal-reason.ts';
import { requestField } from './request-field.ts';

const refusing = { requiredIf: isRefusal, askOnlyIf: isRefusal };

function isRefusal({ decision }: Readonly<Record<string, unknown>>): boolean {
  return decision === 'refuse';
}

export function answerInput(kind: 'share' | 'open', grounds: readonly [string, ...string[]]) {
  const verb = kind === 'share' ? '共享' : '开放';
  const article = refusalArticle[kind];
  return z.object({
    requestId: requestField(kind === 'share' ? 'to_answer_share' : 'to_answer_open', '答复哪一件申请?'),
    decision: z.enum(['approve', 'refuse']).register(fieldMeta, {
      label: '答复',
      kind: 'choice',
      aliases: ['意见', '结论'],
      ask: `同意还是不同意${verb}?`,
      article,
      choices: {
        approve: ['同意', `同意${verb}`, '批准', '通过', '可以'],
        refuse: ['不同意', `不同意${verb}`, '拒绝', '驳回', '不予', '不行'],
      },
    }),
    conditions: z
      .string()
      .trim()
      .min(2)
      .max(1_000)
      .optional()
      .register(fieldMeta, {
        label: '使用条件',
        kind: 'long_text',
        aliases: ['条件', '附加条件'],
        ask: '有什么使用条件?没有可以跳过。',
        example: '仅限公租房审核使用,不得留存明细',
        askOnlyIf: ({ decision }) => decision === 'approve',
      }),
    ground: z
      .enum(grounds)
      .optional()
      .register(fieldMeta, {
        label: '理由类别',
        kind: 'choice',
        ask: '是哪一类理由?',
        article,
        choices: groundChoices(kind),
        ...refusing,
      }),
    reason: reasonField(kind),
    basis: z
      .string()
      .trim()
      .max(500)
      .optional()
      .register(fieldMeta, {
        label: '依据',
        kind: 'long_text',
        aliases: ['不同意的依据'],
        ask: '依据是哪个文件的第几条?',
        example: '《长沙市政务数据资源管理办法》第二十一条第二款',
        article,
        ...refusing,
      }),
  });
}

/** Words that say nothing are sent back while they are given; the rest is looked at together with ground and basis. */
function reasonField(kind: RequestKind) {
  const article = refusalArticle[kind];
  return z
    .string()
    .trim()
    .max(2_000)
    .superRefine((reason, context) => {
      const judged = judgeWords(reason, kind);
      if (judged) context.addIssue({ code: 'custom', message: `${coachWords(judged)}(依据:${judged.article})` });
    })
    .optional()
    .register(fieldMeta, {
      label: '理由',
      kind: 'long_text',
      aliases: ['不同意的理由', '具体理由'],
      ask: '具体理由是什么?请写明这次申请的哪些内容、因为什么不能给。',
      example: '申请推送全市人员明细,超出发放补贴核验所需的范围,核验结果即可满足',
      article,
      why: '不同意的,应当提供充足的理由和依据。',
      ...refusing,
    });
}
