import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldMeta, type FieldMeta } from '#tools/field-meta.ts';
import type { Field } from '#tools/fields-of.ts';
import type { Actor } from '#tools/people/actor.ts';
import { City, monday } from '../chat.fixture.ts';
import { wordsOf } from '../words.ts';
import { readDataItems } from './data-items.ts';
import { readerOf } from './kinds.ts';
import { readBases } from './legal-bases.ts';
import { oneSlipApart, soundsLike } from './likeness.ts';
import { isPlainYes, yesOrNo } from './yes-no.ts';

let city: City;
beforeAll(async () => {
  city = await City.open();
});
afterAll(() => city.close());

const li: Actor = {
  personId: 'li',
  name: '李明轩',
  memberships: [{ role: 'officer', departmentId: 'jiaoyu', departmentName: '长沙市教育局' }],
  channel: 'test',
  channelUserId: 'li',
};

async function read(meta: FieldMeta, text: string): Promise<unknown> {
  const field: Field = { name: 'x', schema: z.unknown().register(fieldMeta, meta), required: true, meta };
  const context = { actor: { ...li }, db: city.store.db, now: monday, field, given: {} };
  const reading = await readerOf(meta.kind).read(wordsOf(text), context);
  if (reading.kind === 'value') return reading.value;
  return reading.kind === 'ambiguous' ? reading.options.map(({ title }) => title) : reading.kind;
}

describe('a choice', () => {
  const cycle: FieldMeta = {
    label: '更新周期',
    kind: 'choice',
    choices: {
      daily: ['每日', '按日'],
      weekly: ['每周', '按周'],
      monthly: ['每月', '按月'],
      quarterly: ['每季度', '按季'],
      half: ['每半年'],
      yearly: ['每年', '年度'],
    },
  };
  test.each([
    ['每个月', 'monthly'],
    ['每一个月更新一次', 'monthly'],
    ['一月一次', 'monthly'],
    ['一个星期一次', 'weekly'],
    ['每礼拜', 'weekly'],
    ['天天更新', 'daily'],
    ['每天', 'daily'],
    ['三个月一次', 'quarterly'],
    ['3个月更新一次', 'quarterly'],
    ['一季度一次', 'quarterly'],
    ['每季', 'quarterly'],
    ['半年一次', 'half'],
    ['六个月更新一次', 'half'],
    ['一年一次', 'yearly'],
    ['嗯,就按年度更新吧', 'yearly'],
    ['每年的', 'yearly'],
    ['5', 'half'],
    ['每季渡', 'quarterly'],
    ['meinian', 'yearly'],
    ['不是每月,是每年', 'yearly'],
    ['看情况', 'invalid'],
  ])('%s', async (words, value) => {
    expect(await read(cycle, words)).toBe(value);
  });

  test('what only looks like one is asked about', async () => {
    expect(await read(cycle, '每两年')).toEqual(['每半年']);
  });

  test('two at once are offered', async () => {
    expect(await read(cycle, '每月或者每季度')).toEqual(['每月', '每季度']);
  });

  test('a short word inside another is none', async () => {
    const methods: FieldMeta = {
      label: '共享方式',
      kind: 'choice',
      choices: { call: ['服务调用', '服务'], push: ['数据推送'] },
    };
    expect(await read(methods, '公共体育服务')).toBe('invalid');
    expect(await read(methods, '服务')).toBe('call');
  });

  test('several of a few', async () => {
    const methods: FieldMeta = {
      label: '共享方式',
      kind: 'choices',
      choices: { check: ['结果核验', '核验'], call: ['服务调用', '接口'], push: ['数据推送', '推送'] },
    };
    expect(await read(methods, '核验和接口')).toEqual(['check', 'call']);
    expect(await read(methods, '都可以')).toEqual(['check', 'call', 'push']);
    expect(await read(methods, '1、3')).toEqual(['check', 'push']);
  });
});

describe('a department', () => {
  const department: FieldMeta = { label: '部门', kind: 'department' };
  test.each([
    ['教育局', 'jiaoyu'],
    ['市教育局', 'jiaoyu'],
    ['长沙市教育局', 'jiaoyu'],
    ['长沙市 教育局', 'jiaoyu'],
    ['我们是教育局的', 'jiaoyu'],
    ['我们局', 'jiaoyu'],
    ['本单位', 'jiaoyu'],
    ['资规局', 'ziran'],
    ['自然资源', 'ziran'],
    ['民正局', 'minzheng'],
    ['岳麓区教育局', 'yl-jiaoyu'],
    ['minzhengju', 'minzheng'],
    ['审计局', 'invalid'],
    ['随便哪个', 'invalid'],
  ])('%s', async (words, value) => {
    expect(await read(department, words)).toBe(value);
  });

  test('a name one character off is asked about, never taken', async () => {
    expect(await read(department, '财政局')).toEqual(['长沙市民政局']);
    expect(await read(department, '教肓局')).toEqual(['长沙市教育局']);
  });

  test('a name of two is offered as two', async () => {
    expect(await read(department, '区教育局')).toEqual(['长沙市岳麓区教育局', '长沙市开福区教育局']);
  });
});

describe('a day', () => {
  const due: FieldMeta = { label: '截止日期', kind: 'date', tense: 'future' };
  const since: FieldMeta = { label: '收到日期', kind: 'date', tense: 'past' };
  // Today is Monday, 2 March 2026.
  test.each([
    [due, '今天', '2026-03-02'],
    [due, '下周一', '2026-03-09'],
    [due, '9月25号', '2026-09-25'],
    [due, '12月31日', '2026-12-31'],
    [due, '1月5号', '2027-01-05'],
    [due, '2026-04-01', '2026-04-01'],
    [due, '2026年4月1日', '2026-04-01'],
    [due, '越快越好', 'invalid'],
    [due, '2月30号', 'invalid'],
    [since, '昨天', '2026-03-01'],
    [since, '12月31号', '2025-12-31'],
    [since, '上周五', '2026-02-27'],
  ] as const)('%o %s', async (meta, words, value) => {
    expect(await read(meta, words)).toBe(value);
  });
});

describe('yes and no', () => {
  test.each([
    '是',
    '是的',
    '有',
    '对',
    '嗯嗯',
    '需要',
    '涉及',
    '涉及身份证号',
    '包含的',
    '没错',
    '当然',
    'ok',
    'yes',
    '可以的',
  ])('%s is yes', (words) => {
    expect(yesOrNo(wordsOf(words))).toBe(true);
  });
  test.each(['不是', '没有', '无', '不涉及', '否', '不需要', '没', '不含', '都没有', 'no', '免了'])(
    '%s is no',
    (words) => {
      expect(yesOrNo(wordsOf(words))).toBe(false);
    },
  );
  test.each(['是吗', '要怎么写', '中文名', '好像有点', '是不是', '有多少', '姓名', '可能吧'])(
    '%s is neither',
    (words) => {
      expect(yesOrNo(wordsOf(words))).toBeNull();
    },
  );
  test.each(['要怎么写', '是每月', '有条件共享', '好像不对', '可以改吗', '对了,名称错了'])(
    '%s confirms nothing',
    (words) => {
      expect(isPlainYes(wordsOf(words))).toBe(false);
    },
  );
});

describe('data items', () => {
  test.each([
    ['姓名、身份证号、学校', ['姓名', '身份证号', '学校']],
    ['包括姓名,学号和班级', ['姓名', '学号', '班级']],
    ['姓名 学号 班级', ['姓名', '学号', '班级']],
    ['1. 姓名\n2. 学号', ['姓名', '学号']],
    ['姓名\n学号\n姓名', ['姓名', '学号']],
  ])('%s', (text, names) => {
    expect(readDataItems(text).map(({ name }) => name)).toEqual(names);
  });

  test.each([
    ['tabs', '名称\t类型\t长度\n姓名\t字符型\t50'],
    ['bars', '| 名称 | 类型 | 长度 |\n| --- | --- | --- |\n| 姓名 | 字符型 | 50 |'],
    ['commas', '名称,类型,长度\n姓名,字符型,50'],
    ['wide gaps', '名称   类型   长度\n姓名   字符型   50'],
    ['no heading', '1\t姓名\t字符型(50)\n2\t姓名\t字符型'],
  ])('a table with %s', (_, text) => {
    expect(readDataItems(text)[0]).toEqual({ name: '姓名', type: '字符型', length: '50' });
  });

  test('columns nobody asked for are left out, and flags are read only where they are given', () => {
    const text =
      '序号\t字段名\t信息项名称\t数据类型\t备注\t是否敏感\t负责人\n1\txm\t姓名\tvarchar(50)\t按身份证\t是\t张三\n2\tdz\t地址\tC\t\t\t李四';
    expect(readDataItems(text)).toEqual([
      { name: '姓名', field: 'xm', type: 'varchar(50)', description: '按身份证', sensitive: true },
      { name: '地址', field: 'dz', type: 'C' },
    ]);
  });
});

test('legal bases: instruments with clauses, or functions in words', () => {
  expect(readBases('依据《中华人民共和国体育法》第五十三条和《全民健身条例》')).toEqual([
    { title: '中华人民共和国体育法', clause: '第五十三条' },
    { title: '全民健身条例' },
  ]);
  expect(readBases('学籍管理;义务教育招生入学')).toEqual([{ title: '学籍管理' }, { title: '义务教育招生入学' }]);
});

test('one slip apart, or the same sound', () => {
  expect(oneSlipApart('教育局', '教肓局')).toBe(true);
  expect(oneSlipApart('教育局', '教局育')).toBe(true);
  expect(oneSlipApart('教育局', '教育')).toBe(true);
  expect(oneSlipApart('教育局', '民政局')).toBe(false);
  expect(soundsLike('每季度', '每季渡')).toBe(true);
});
