/** The last day to hand the lists in, as the bureau sets it. */
import { z } from 'zod';
import { isIsoDate } from '#tools/deadlines/iso-date.ts';
import { fieldMeta } from '#tools/field-meta.ts';

export const dueField = (ask: string) =>
  z
    .string()
    .refine(isIsoDate)
    .register(fieldMeta, {
      label: '截止日期',
      kind: 'date',
      aliases: ['最晚报送日', '报送期限', '期限'],
      ask,
      example: '12月15日',
      article: '第二十五条第一款',
      why: '办法只要求每年更新,没有规定哪一天,由市数据资源局确定截止日期',
      tense: 'future',
      near: ['前', '之前', '截止', '最晚', '期限', '报送'],
    });
