import { describe, expect, test } from 'vitest';
import { asksAbout, findDefinienda } from './find-definienda.ts';
import { questionKinds, statementKinds } from './kinds.ts';
import { splitPassages } from './split-passages.ts';

describe('passages', () => {
  const text = '下列情形不予受理：\n（一）超过期限的；\n（二）重复提出的。\n申请人应当如实申报。逾期不补正的视为放弃。';

  test('an item is read together with the line that opens its list', () => {
    expect(splitPassages(text).passages).toContain('下列情形不予受理： （二）重复提出的。');
  });

  test('a line of several sentences also gives each sentence', () => {
    expect(splitPassages(text).passages).toEqual(
      expect.arrayContaining(['申请人应当如实申报。逾期不补正的视为放弃。', '逾期不补正的视为放弃。']),
    );
  });

  test('the line that opens a list says what the text is about, or else the first sentence', () => {
    expect(splitPassages(text).lead).toBe('下列情形不予受理：');
    expect(splitPassages('目录应当及时更新。更新后报备案。').lead).toBe('目录应当及时更新。');
    expect(splitPassages('').lead).toBe('');
  });
});

describe('definitions', () => {
  test.each([
    ['本办法所称政务数据，是指政务部门在履行职责过程中制作或者获取的数据。', '政务数据'],
    ['（二）署名权，即表明作者身份的权利；', '署名权'],
    ['从事工商业经营的，为个体工商户。', '个体工商户'],
    ['著作权包括下列人身权和财产权：', '著作权'],
    ['下列行为属于不正当竞争行为：', '不正当竞争行为'],
  ])('%s', (text, name) => {
    expect(findDefinienda(text)).toContain(name);
  });

  test('a plain duty defines nothing', () => {
    expect(findDefinienda('政务部门应当及时更新目录，并报市数据资源局备案。')).toEqual([]);
  });

  test('asking whether something is one asks about the term; using it does not', () => {
    expect(asksAbout('短视频可以构成作品吗', '作品')).toBe(true);
    expect(asksAbout('什么是政务数据', '政务数据')).toBe(true);
    expect(asksAbout('政务数据保存在哪里', '政务数据')).toBe(false);
  });

  test('signs in a term that mean something to a pattern are taken literally', () => {
    expect(asksAbout('什么是C++(标准)', 'c++(标准')).toBe(false);
  });
});

describe('kinds', () => {
  test('a question tells what it wants', () => {
    expect(questionKinds('多少天之内要答复')).toContain('time');
    expect(questionKinds('不共享会受到什么处罚')).toContain('penalty');
    expect(questionKinds('包括哪些类型')).toContain('list');
    expect(questionKinds('目录')).toEqual(new Set());
  });

  test('a text tells what it states', () => {
    expect(statementKinds('应当在10个工作日内答复。')).toEqual(new Set(['time']));
    expect(statementKinds('违反本条例规定的，责令改正，处五千元以下罚款。')).toEqual(new Set(['penalty', 'breach']));
    expect(statementKinds('为了规范管理，制定本办法。')).toEqual(new Set(['purpose']));
  });
});
