/** Telling what a question wants, in what shape, and what it takes for granted. */
import { describe, expect, it } from 'vitest';
import { readCases } from './read-cases.fixture.ts';
import { createQuestionTyper } from './question-type.ts';

const typeOf = createQuestionTyper();
const cases = readCases('question-types.txt').map(({ group, line }) => {
  const [text = '', wanted] = line.split(' => ');
  return { text, shape: group, wanted };
});

describe('typing a question', () => {
  it('finds the leading shape of at least 97 in 100 labelled questions', () => {
    expect(cases.length).toBeGreaterThanOrEqual(100);
    const wrong = cases
      .filter(({ text, shape }) => typeOf(text).shapes[0] !== shape)
      .map((one) => ({ ...one, got: typeOf(one.text).shapes }));
    expect(wrong.length <= cases.length * 0.03 ? [] : wrong).toEqual([]);
  });

  it('finds the wanted kind of at least 97 in 100 of those that want one', () => {
    const labelled = cases.filter(({ wanted }) => wanted !== undefined);
    const wrong = labelled
      .filter(({ text, wanted }) => !typeOf(text).wants.some((want) => want === wanted))
      .map((one) => ({ ...one, got: typeOf(one.text).wants }));
    expect(wrong.length <= labelled.length * 0.03 ? [] : wrong).toEqual([]);
  });

  it.each([
    ['可以不备案吗', '可以', true],
    ['不用申请吧', '需要', true],
    ['是不是不用报备', '是', true],
    ['不能新建通道对吗', '是', true],
    ['能不能共享', '可以', false],
    ['不予共享的数据能申请吗', '可以', false],
    ['不同意共享要说理由吗', '需要', false],
    ['无条件共享要申请吗', '需要', false],
    ['会不会被处分', '会', false],
    ['区县适用吗', '适用', false],
    ['地铁公司算政务部门吗', '属于', false],
    ['有没有模板', '有', false],
    ['数据归市政府所有吗', '是', false],
    ['共享数据收费不', '是', false],
  ] as const)('%s asks about %s, negated: %s', (text, head, negated) => {
    expect(typeOf(text)).toMatchObject({ head, negated });
    expect(typeOf(text).shapes[0]).toBe('yes_no');
  });

  it('does not take the polite frame for the question', () => {
    expect(typeOf('你好,能不能告诉我谁负责备案').shapes[0]).toBe('who');
    expect(typeOf('可以问一下共享申请几天答复吗').shapes[0]).toBe('when');
    expect(typeOf('麻烦问一下目录怎么更新').shapes[0]).toBe('how');
  });

  it('reads English question words', () => {
    expect(typeOf('how many days to answer a share request?').wants).toContain('days');
    expect(typeOf('who is responsible for data quality').wants).toContain('actor');
  });
});
