/** What a share request asks for (Art. 21; the State Council's regulation, Art. 20: basis, scenario, scope, method, term). */
import { z } from 'zod';
import { isIsoDate } from '#tools/deadlines/iso-date.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import type { Actor } from '#tools/people/actor.ts';
import { saysAll } from './entry-to-request.ts';

export function onlyDepartment({ memberships }: Actor): string | undefined {
  const ids = [...new Set(memberships.flatMap(({ departmentId }) => departmentId ?? []))];
  return ids.length === 1 ? ids[0] : undefined;
}

export const entryField = (ask: string): z.ZodString =>
  z.string().register(fieldMeta, {
    label: '目录',
    kind: 'catalog_entry',
    aliases: ['数据', '数据目录', '目录名称'],
    ask,
    hint: '可以说目录名称、代码,或者说说需要什么数据。',
    example: '婚姻登记信息',
    among: 'published',
  });

export const itemsField = (article: string): z.ZodArray<z.ZodString> =>
  z
    .array(z.string().trim().min(1).max(200))
    .min(1)
    .register(fieldMeta, {
      label: '信息项',
      kind: 'text_list',
      aliases: ['字段', '数据项'],
      ask: '需要哪些信息项?请只列办理这件事用得到的。',
      hint: '按最小够用原则申请。',
      example: '姓名、证件号码、登记日期',
      article,
      why: '申请要据实,够用就行,范围越小越容易同意。',
    });

export const termField = (): z.ZodString =>
  z
    .string()
    .refine(isIsoDate)
    .register(fieldMeta, {
      label: '使用期限',
      kind: 'date',
      aliases: ['期限', '使用时限', '截止日期'],
      ask: '用到哪一天为止?',
      example: '2026年12月31日',
      tense: 'future',
    });

export const shareInput = z.object({
  entryId: entryField('想申请哪条目录的数据?'),
  departmentId: z.string().register(fieldMeta, {
    label: '申请部门',
    kind: 'department',
    ask: '以哪个部门的名义申请?',
    article: '第七条第三款',
    known: onlyDepartment,
  }),
  scenario: z
    .string()
    .trim()
    .min(4)
    .max(500)
    .register(fieldMeta, {
      label: '应用场景',
      kind: 'long_text',
      aliases: ['场景', '用途'],
      ask: '用在什么场景?',
      example: '公租房申请家庭婚姻状况核验',
      article: '第二十一条第三款',
      why: '申请要明确业务范围和场景,提供部门据此判断给多少、怎么给。',
      spot: ['(?:用于|用来|为了)([^,.;]{4,60})'],
    }),
  businessScope: z
    .string()
    .trim()
    .min(2)
    .max(500)
    .register(fieldMeta, {
      label: '业务范围',
      kind: 'long_text',
      aliases: ['范围', '使用范围'],
      ask: '涉及哪些对象、哪个范围?',
      example: '本年度公租房申请人及共同申请人',
      article: '第二十一条第三款',
    }),
  legalBasis: z
    .string()
    .trim()
    .min(2)
    .max(500)
    .register(fieldMeta, {
      label: '使用依据',
      kind: 'long_text',
      aliases: ['依据', '法律依据'],
      ask: '依据哪部法律、法规或者哪项职责?',
      example: '《公共租赁住房管理办法》第八条',
      article: '第二十一条第三款',
    }),
  items: itemsField('第二十一条第二款'),
  scopeReason: z
    .string()
    .trim()
    .min(4)
    .max(500)
    .refine((text) => !/^(?:那)?(?:就|我们?)?只(?:要|需|用)/u.test(text), {
      message: '只要其中几项的,请说“信息项改成……”;确需全部的,请写明为什么。',
    })
    .optional()
    .register(fieldMeta, {
      label: '全部信息项的理由',
      kind: 'long_text',
      ask: '为什么需要全部信息项?',
      article: '第二十一条第二款',
      requiredIf: ({ items }) => saysAll(items),
      askOnlyIf: ({ items }) => saysAll(items),
    }),
  method: z.enum(['result_verification', 'service_call', 'data_push']).register(fieldMeta, {
    label: '共享方式',
    kind: 'choice',
    aliases: ['方式'],
    ask: '用哪种方式?能核验结果的不用调明细,能按次调用的不用整份推送。',
    article: '第二十一条第二款',
    choices: {
      result_verification: ['结果核验', '核验结果', '核验'],
      service_call: ['服务调用', '接口调用', '接口', '调接口'],
      data_push: ['数据推送', '推送', '批量推送'],
    },
  }),
  termUntil: termField(),
});
