/** Asking the same of the other. */
import { describe, expect, it } from 'vitest';
import { contrastTerm } from './contrast-terms.ts';

const families = [
  [
    ['共享申请', '开放申请'],
    ['共享', '开放'],
  ],
  [['提供部门', '使用部门']],
  [['公司', '高校', '第三方']],
];

describe('contrasting a term', () => {
  it.each([
    ['共享申请几天答复', '开放', '开放申请几天答复'],
    ['开放的数据怎么申请', '共享', '共享的数据怎么申请'],
    ['提供部门有什么责任', '使用部门', '使用部门有什么责任'],
    ['高校能参与吗', '供电公司', '供电公司能参与吗'],
  ])('asks %s of %s', (question, term, asked) => {
    expect(contrastTerm(question, term, families)).toBe(asked);
  });

  it('does not swap back what it put in', () => {
    expect(contrastTerm('共享和共享申请', '开放', families)).toBe('开放和开放申请');
  });

  it('finds nothing where the question names nothing of the family', () => {
    expect(contrastTerm('目录怎么编', '开放', families)).toBeNull();
    expect(contrastTerm('开放要几天', '开放', families)).toBeNull();
  });
});
