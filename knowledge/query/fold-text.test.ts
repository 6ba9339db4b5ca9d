/** What folding changes and what it must leave. */
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

describe('folding a text', () => {
  it.each([
    ['１０个工作日，对吗？', '10个工作日,对吗?'],
    ['①5天②10天', '(1)5天(2)10天'],
    ['⒈5天', '(1)5天'],
    ['面积10²', '面积10²'],
    ['共\u200b享\ufeff申\u202e请', '共享申请'],
    ['答复要几天 不同意怎么办', '答复要几天 不同意怎么办'],
    ['共 享 申 请', '共享申请'],
    ['第 二十二 条', '第二十二条'],
    ['open  data 目录', 'open data目录'],
    ['excel, word, pdf', 'excel, word, pdf'],
    ['几天？？！！', '几天?'],
    ['要几天。。。', '要几天…'],
    ['「共享」和『开放』', '"共享"和"开放"'],
    ['nǚ lǜ gōngxiǎng', 'nv lv gongxiang'],
    ['问题一\r\n\r\n问题二', '问题一\n问题二'],
    ['好的👍🏽', '好的'],
    ['⽬录', '目录'],
    ['a\u0301\u0301\u0301', 'a'],
    ['', ''],
  ])('folds %j to %j', (raw, folded) => {
    expect(foldText(raw).text).toBe(folded);
  });

  it('keeps the case of letters, by which an acronym is told', () => {
    expect(foldText('ＡＰＩ').text).toBe('API');
  });
});
