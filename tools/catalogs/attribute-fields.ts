/** The attributes of an entry as a form asks for them: those Art. 16 names, and those practice adds. */
import { z } from 'zod';
import { FormatCategory, UpdateCycle } from '#prisma/generated/enums.ts';
import { fieldMeta } from '../field-meta.ts';
import { accessFields } from './access-fields.ts';
import { askedWhen } from './asked-when.ts';
import { choiceWords } from './choice-words.ts';
import { dataItemSchema } from './data-item.ts';

const article = '第十六条第一款';
const asked = '资源目录编制指南要求写明这一项';

/** 1级…4级, as practice grades data. */
export const securityLevels = ['1级', '2级', '3级', '4级'] as const;

const legalBasis = z.object({ title: z.string().trim().min(2).max(200), clause: z.string().max(50).optional() });
export type GivenBasis = z.infer<typeof legalBasis>;

const text = (least: number, most: number) => z.string().trim().min(least).max(most);

/** New schemas with each call: what the registry says of a field differs between filing and revising. */
export function attributeFields(asking: boolean) {
  const meta = askedWhen(asking);
  return {
    summary: text(6, 2_000).register(
      fieldMeta,
      meta({
        label: '摘要',
        kind: 'long_text',
        aliases: ['内容摘要', '简介', '说明'],
        ask: '用一两句话说明这些数据是什么。',
        example: '全市中小学体育场地的名称、地址和开放时间',
        article: '第十六条第二款',
        why: '别的部门靠它判断是不是要找的数据',
      }),
    ),
    items: z
      .array(dataItemSchema)
      .min(1)
      .max(500)
      .register(
        fieldMeta,
        meta({
          label: '信息项',
          kind: 'data_items',
          aliases: ['数据项', '字段'],
          ask: '有哪些信息项?可以把表格直接贴过来。',
          example: '场地名称、地址、开放时间',
          article,
          why: '信息项说明数据里到底有什么,申请时按项选取',
        }),
      ),
    source: text(2, 500).register(
      fieldMeta,
      meta({
        label: '来源',
        kind: 'text',
        aliases: ['数据来源'],
        ask: '数据来自哪个业务系统或者哪项业务?',
        example: '学校体育场地管理业务',
        article,
        why: asked,
      }),
    ),
    classification: text(2, 200).register(
      fieldMeta,
      meta({
        label: '分类',
        kind: 'text',
        aliases: ['资源分类', '数据分类'],
        ask: '属于哪一类?基础、主题还是部门信息资源。',
        example: '主题信息资源/公共服务',
        article,
        why: asked,
      }),
    ),
    standard: text(1, 300).register(
      fieldMeta,
      meta({
        label: '参考标准',
        kind: 'text',
        aliases: ['标准', '数据标准'],
        ask: '参考什么标准?没有适用标准的,请写“暂无标准”。',
        example: 'GB/T 7027-2002',
        whenNone: '暂无标准',
        article,
        why: asked,
      }),
    ),
    updateCycle: z.enum(UpdateCycle).register(
      fieldMeta,
      meta({
        label: '更新周期',
        kind: 'choice',
        aliases: ['更新频率'],
        ask: '多久更新一次?',
        example: '每季度',
        article,
        why: '使用部门据此判断数据新不新',
        choices: choiceWords('updateCycle'),
      }),
    ),
    ...accessFields(meta),
    securityLevel: z.enum(securityLevels).register(
      fieldMeta,
      meta({
        label: '安全等级',
        kind: 'choice',
        aliases: ['安全级别', '数据分级'],
        ask: '安全等级是几级?',
        example: '2级',
        article,
        why: asked,
        choices: { '1级': ['1级', '一级'], '2级': ['2级', '二级'], '3级': ['3级', '三级'], '4级': ['4级', '四级'] },
      }),
    ),
    relations: text(1, 1_000)
      .optional()
      .register(
        fieldMeta,
        meta({
          label: '关联关系',
          kind: 'long_text',
          aliases: ['关联资源', '关联目录'],
          ask: '和哪些目录有关联?没有可以跳过。',
          article,
        }),
      ),
    formatCategory: z.enum(FormatCategory).register(
      fieldMeta,
      meta({
        label: '格式分类',
        kind: 'choice',
        aliases: ['数据格式', '格式'],
        ask: '数据是什么格式?',
        example: '数据库',
        article,
        choices: choiceWords('formatCategory'),
        near: ['格式'],
      }),
    ),
    formatType: text(1, 100)
      .optional()
      .register(fieldMeta, meta({ label: '格式类型', kind: 'text', example: 'mysql' })),
    legalBases: z
      .array(legalBasis)
      .optional()
      .register(
        fieldMeta,
        meta({
          label: '法律依据',
          kind: 'legal_bases',
          aliases: ['依据', '职责依据'],
          ask: '采集这些数据依据哪部法规、哪项职能?没有可以跳过。',
          example: '《体育法》第八十四条',
          article: '第十六条第三款',
          why: '法规修订或职能变化时,要靠它找到受影响的目录',
        }),
      ),
    keywords: z
      .array(text(1, 50))
      .optional()
      .register(fieldMeta, meta({ label: '关键词', kind: 'text_list', aliases: ['关键字'] })),
    systemName: text(2, 100)
      .optional()
      .register(fieldMeta, meta({ label: '所属系统', kind: 'text', aliases: ['系统名称'] })),
    access: text(2, 1_000)
      .optional()
      .register(fieldMeta, meta({ label: '获取方式', kind: 'long_text' })),
  };
}
