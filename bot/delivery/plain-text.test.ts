import { describe, expect, it } from 'vitest';
import type { Answer } from '#knowledge/answers/answer.ts';
import { answerReply, answerText, plainText, proofText } from './plain-text.ts';

const proof = {
  regulation: 'changsha-2021-80',
  title: '长沙市政务数据资源管理办法',
  article: 22,
  paragraph: 2,
  quote: '数据提供部门应当在10个工作日内予以答复',
};
const answer: Answer = {
  outcome: 'answered',
  text: '10 个工作日内答复。',
  proofs: [proof],
  nearest: [],
  notes: [{ kind: 'higher_law', text: '国务院令第809号另有规定。' }],
  nextSteps: [{ title: '如果不同意呢', say: '不同意共享要说明什么?' }],
};

describe('the plain-text twin', () => {
  it('names article, paragraph and item before the verbatim quote', () => {
    expect(proofText(proof)).toBe(
      '《长沙市政务数据资源管理办法》第二十二条第二款:“数据提供部门应当在10个工作日内予以答复”',
    );
    expect(proofText({ ...proof, title: '《甲》', article: 3, paragraph: 1, item: 2, quote: '乙' })).toBe(
      '《甲》第三条第一款第(二)项:“乙”',
    );
  });

  it('says sentence, proofs, nearest clauses and remarks, each under its heading', () => {
    expect(answerText(answer)).toBe(
      [
        '10 个工作日内答复。',
        '依据:\n《长沙市政务数据资源管理办法》第二十二条第二款:“数据提供部门应当在10个工作日内予以答复”',
        '注:国务院令第809号另有规定。',
      ].join('\n\n'),
    );
    const near = answerText({
      ...answer,
      outcome: 'not_covered',
      text: '办法没有规定。',
      proofs: [],
      nearest: [proof],
      notes: [],
    });
    expect(near).toContain('相近的规定(没有直接回答这个问题):\n《长沙市政务数据资源管理办法》第二十二条第二款');
    expect(near).not.toContain('依据:');
  });

  it('gives the reference number once', () => {
    const error: Answer = {
      ...answer,
      outcome: 'error',
      proofs: [],
      notes: [],
      text: '出错了。',
      reference: 'ZS-ABCD2345',
    };
    expect(answerText(error)).toBe('出错了。\n\n编号:ZS-ABCD2345');
    expect(answerText({ ...error, text: '出错了,编号 ZS-ABCD2345。' })).toBe('出错了,编号 ZS-ABCD2345。');
  });

  it('offers what can be done next as numbered choices', () => {
    const reply = answerReply(answer);
    expect(reply.actions).toEqual([{ id: 'say:不同意共享要说明什么?', title: '如果不同意呢' }]);
    expect(plainText(reply).endsWith('\n\n1. 如果不同意呢\n(回复序号即可,也可以直接输入)')).toBe(true);
    expect(plainText({ text: '好', actions: [] })).toBe('好');
  });
});
