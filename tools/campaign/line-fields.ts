/** The fields of a line of a list: asked for where a line is added, only taken when offered where one is changed. */
import { z } from 'zod';
import { askedWhen } from '#tools/catalogs/asked-when.ts';
import { isIsoDate } from '#tools/deadlines/iso-date.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { openingMethods, sharingMethods } from '#prisma/catalog-codes.ts';

const text = (least: number, most: number) => z.string().trim().min(least).max(most);

export const lineField = (ask: string) =>
  z.string().register(fieldMeta, {
    label: '行',
    kind: 'list_line',
    aliases: ['哪一行', '名称'],
    ask,
    hint: '可以说行号或者名称。',
    example: '第 3 行',
  });

/** @param adding every field a new line needs is asked for */
export function lineFields(adding: boolean) {
  const meta = askedWhen(adding);
  return {
    type: z
      .enum(['unconditional', 'conditional'])
      .optional()
      .register(
        fieldMeta,
        meta({
          label: '类型',
          kind: 'choice',
          aliases: ['共享类型', '开放类型', '共享属性', '开放属性'],
          ask: '是无条件,还是有条件?',
          hint: '不予共享、不予开放的数据不列入清单。',
          example: '有条件',
          article: '第二十二条第一款',
          requiredIf: ({ list }) => list !== 'scenarios',
          askOnlyIf: ({ list }) => list !== 'scenarios',
          choices: {
            unconditional: ['无条件', '无条件共享', '无条件开放'],
            conditional: ['有条件', '有条件共享', '有条件开放'],
          },
        }),
      ),
    basis: text(2, 2_000)
      .optional()
      .register(
        fieldMeta,
        meta({
          label: '条件',
          kind: 'long_text',
          aliases: ['共享条件', '开放条件'],
          ask: '条件是什么?',
          example: '仅限行政审批核验使用',
          article: '第二十二条第一款',
          requiredIf: ({ list, type }) => list !== 'scenarios' && type === 'conditional',
          askOnlyIf: ({ list, type }) => list !== 'scenarios' && type === 'conditional',
        }),
      ),
    data: text(2, 500)
      .optional()
      .register(
        fieldMeta,
        meta({
          label: '使用的数据',
          kind: 'text',
          aliases: ['使用数据', '所用数据'],
          ask: '这个场景使用什么数据?',
          example: '婚姻登记信息',
          requiredIf: ({ list }) => list === 'scenarios',
          askOnlyIf: ({ list }) => list === 'scenarios',
        }),
      ),
    provider: text(2, 200)
      .optional()
      .register(
        fieldMeta,
        meta({
          label: '数据提供部门',
          kind: 'text',
          aliases: ['提供部门'],
          ask: '数据由哪个部门提供?',
          example: '长沙市民政局',
          askOnlyIf: ({ list }) => list === 'scenarios',
        }),
      ),
    legal: text(2, 2_000)
      .optional()
      .register(
        fieldMeta,
        meta({
          label: '使用依据',
          kind: 'long_text',
          aliases: ['依据'],
          ask: '使用的依据是什么?',
          example: '《社会救助暂行办法》',
          article: '第二十一条第三款',
          requiredIf: ({ list }) => list === 'scenarios',
          askOnlyIf: ({ list }) => list === 'scenarios',
        }),
      ),
    methods: z
      .array(z.string().trim().min(1).max(60))
      .max(12)
      .optional()
      .register(
        fieldMeta,
        meta({
          label: '方式',
          kind: 'text_list',
          aliases: ['共享方式', '开放方式', '使用方式'],
          ask: '以什么方式提供?',
          hint: `共享:${labels(sharingMethods)}。开放:${labels(openingMethods)}。`,
          example: '服务调用',
          article: '第二十一条第二款',
        }),
      ),
    scope: text(2, 2_000).optional().register(fieldMeta, {
      label: '业务范围',
      kind: 'long_text',
      example: '仅核验申请人本人',
    }),
    cycle: text(1, 60).optional().register(fieldMeta, { label: '更新周期', kind: 'text', example: '每季度' }),
    code: text(1, 60)
      .optional()
      .register(fieldMeta, { label: '信息资源代码', kind: 'text', aliases: ['代码'] }),
    until: z
      .string()
      .refine(isIsoDate)
      .optional()
      .register(fieldMeta, {
        label: '使用期限',
        kind: 'date',
        aliases: ['期限'],
        tense: 'future',
      }),
  };
}

function labels(coded: Readonly<Record<string, { readonly label: string }>>): string {
  return Object.values(coded)
    .map(({ label }) => label)
    .join('、');
}
