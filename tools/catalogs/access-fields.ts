/** How data may be had, as a form asks for it: sharing with departments (Arts. 21, 22) and opening to society (Art. 24). */
import { z } from 'zod';
import { OpeningMethod, OpeningType, SharingMethod, SharingType } from '#prisma/generated/enums.ts';
import { fieldMeta, type GivenFields } from '../field-meta.ts';
import type { Asked } from './asked-when.ts';
import { choiceWords } from './choice-words.ts';

const limited = (field: string) => (given: GivenFields) =>
  given[field] === 'conditional' || given[field] === 'withheld';
const offered = (field: string) => (given: GivenFields) =>
  given[field] === 'unconditional' || given[field] === 'conditional';
const text = (least: number, most: number) => z.string().trim().min(least).max(most);

export function accessFields(meta: Asked) {
  return {
    sharingType: z.enum(SharingType).register(
      fieldMeta,
      meta({
        label: '共享类型',
        kind: 'choice',
        aliases: ['共享属性'],
        ask: '共享类型是哪一种?',
        example: '有条件共享',
        article: '第二十二条第一款',
        why: '共享为原则、不共享为例外,类型决定别的部门怎么用',
        choices: choiceWords('sharingType'),
        near: ['共享'],
      }),
    ),
    sharingBasis: text(2, 1_000)
      .optional()
      .register(
        fieldMeta,
        meta({
          label: '共享条件或依据',
          kind: 'long_text',
          aliases: ['共享条件', '不予共享依据'],
          ask: '共享的条件是什么?不予共享的,请写依据。',
          example: '仅用于履职中的身份核验',
          article: '第二十二条第一款',
          why: '有条件的要写明条件,不予共享的要有依据',
          requiredIf: limited('sharingType'),
          askOnlyIf: limited('sharingType'),
        }),
      ),
    sharingMethods: z
      .array(z.enum(SharingMethod))
      .optional()
      .register(
        fieldMeta,
        meta({
          label: '共享方式',
          kind: 'choices',
          ask: '用哪种方式共享?可以多选,也可以跳过。',
          example: '结果核验、服务调用',
          article: '第二十一条第二款',
          choices: choiceWords('sharingMethods'),
          near: ['共享方式'],
          askOnlyIf: offered('sharingType'),
        }),
      ),
    openingType: z.enum(OpeningType).register(
      fieldMeta,
      meta({
        label: '开放类型',
        kind: 'choice',
        aliases: ['开放属性'],
        ask: '向社会开放的类型是哪一种?',
        example: '不予开放',
        article: '第二十四条第一款',
        why: '涉及敏感信息和个人隐私的不予开放,或者脱敏后开放',
        choices: choiceWords('openingType'),
        near: ['开放'],
      }),
    ),
    openingBasis: text(2, 1_000)
      .optional()
      .register(
        fieldMeta,
        meta({
          label: '开放条件或依据',
          kind: 'long_text',
          aliases: ['开放条件', '不予开放依据'],
          ask: '开放的条件是什么?不予开放的,请写依据。',
          example: '涉及个人隐私',
          article: '第二十四条第三款',
          requiredIf: limited('openingType'),
          askOnlyIf: limited('openingType'),
        }),
      ),
    openingMethods: z
      .array(z.enum(OpeningMethod))
      .optional()
      .register(
        fieldMeta,
        meta({
          label: '开放方式',
          kind: 'choices',
          ask: '用哪种方式开放?可以多选,也可以跳过。',
          article: '第二十四条第一款',
          choices: choiceWords('openingMethods'),
          near: ['开放方式'],
          askOnlyIf: ({ openingType }) => openingType === 'conditional',
        }),
      ),
  };
}
