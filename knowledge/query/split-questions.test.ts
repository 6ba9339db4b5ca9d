/** Messages taken apart into their questions. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createQuestionSplitter } from './split-questions.ts';
import { createVocabulary } from './vocabulary.ts';

const regulation = readFileSync(new URL('../regulations/changsha-2021-80.md', import.meta.url), 'utf8');
const split = createQuestionSplitter({ vocabulary: createVocabulary({ texts: [regulation] }) });

describe('splitting a message', () => {
  it.each([
    ['答复要几天?不同意怎么办?另外谁负责备案', ['答复要几天?', '不同意怎么办?', '谁负责备案']],
    ['答复要几天不同意怎么办谁负责备案', ['答复要几天', '不同意怎么办', '谁负责备案']],
    ['1.答复要几天 2.不同意怎么办 3.谁负责备案', ['答复要几天', '不同意怎么办', '谁负责备案']],
    ['(1)共享怎么申请;(2)开放怎么申请', ['共享怎么申请', '开放怎么申请']],
    ['一、谁负责解释;二、有效期几年', ['谁负责解释', '有效期几年']],
    ['第一,谁负责数据质量?第二,质量不好怎么办?', ['谁负责数据质量?', '质量不好怎么办?']],
    ['共享申请几天答复,开放呢?', ['共享申请几天答复', '开放呢?']],
    ['目录更新了要报备吗清单每年什么时候报', ['目录更新了要报备吗', '清单每年什么时候报']],
    ['什么是一数一源,什么是应归尽归', ['什么是一数一源', '什么是应归尽归']],
    ['共享数据能给企业用吗 能收费吗', ['共享数据能给企业用吗', '能收费吗']],
    ['谁负责归档\n谁负责备案', ['谁负责归档', '谁负责备案']],
    ['政务数据归谁所有呢还有谁负责安全', ['政务数据归谁所有呢', '谁负责安全']],
  ])('%j holds %j', (text, questions) => {
    expect(split(text).questions).toEqual(questions);
  });

  it.each([
    '有条件共享的数据,怎么申请?',
    '隔壁科室说不用备案,对吗',
    '是10个工作日,还是15个工作日?',
    '需要报备吗,为什么?',
    '如果提供部门不同意,我们该怎么办?',
    '信息资源目录和数据资源目录有什么区别',
    '谁主管、谁提供、谁负责是什么意思',
    '提供部门在什么情况下可以不同意',
    '帮我更新一下目录',
    '我们想用公安局的户籍数据做人才补贴核验',
    '三张清单是哪三张',
    '采集工作可以外包吗,怎么规定的?',
    '我们局采集的数据归我们局所有吗,还是归市里?',
    '采集数据的规矩有哪些,全说一下',
    '第三方机构能做什么',
    '除了推送,还有哪些共享方式',
    '谁主管谁提供谁负责说的是哪类部门',
    '目录更新 几个工作日',
    '要更新哪些内容,比如更新周期要不要写',
    '数据共享申请由谁答复几天答复',
  ])('%s is one question', (text) => {
    expect(split(text).questions).toEqual([text]);
  });

  it('picks the question out of a long story and keeps the story', () => {
    const story =
      '你好,我是区里卫健局的。我们去年建了一个慢病管理系统,系统是外包公司做的。上个月市里要求我们归集数据。外包公司说要先付接口费才肯开接口。请问因为数据共享能不能另外收费?谢谢!';
    const { questions, context } = split(story);
    expect(questions).toEqual(['因为数据共享能不能另外收费?']);
    expect(context).toContain('慢病管理系统');
    expect(context).not.toContain('谢谢');
  });

  it('keeps the sentence that a question points back at', () => {
    expect(split('我是新来的。里面好多表是手工填的。没有系统。这些怎么归集?').questions).toEqual([
      '没有系统,这些怎么归集?',
    ]);
  });

  it('drops greetings and thanks around the question', () => {
    expect(split('你好,请问共享申请几天答复,谢谢')).toEqual({ questions: ['共享申请几天答复'], context: '' });
  });

  it('gives back a message without a question as it is, and at most eight questions', () => {
    expect(split('撤回我昨天提交的申请').questions).toEqual(['撤回我昨天提交的申请']);
    expect(split('').questions).toEqual(['']);
    expect(split('谁负责?'.repeat(50)).questions).toHaveLength(8);
  });

  it('stays quick on two thousand characters without a mark', () => {
    const before = performance.now();
    split('谁负责备案怎么办'.repeat(250));
    expect(performance.now() - before).toBeLessThan(1_500);
  });
});
