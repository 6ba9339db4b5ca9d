/** Follow-up questions made to stand by themselves, and complete ones left alone. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCases } from './read-cases.fixture.ts';
import { createFollowUpResolver } from './follow-up.ts';
import { createVocabulary } from './vocabulary.ts';

const regulation = readFileSync(new URL('../regulations/changsha-2021-80.md', import.meta.url), 'utf8');
const resolve = createFollowUpResolver({ vocabulary: createVocabulary({ texts: [regulation] }) });

const cases = readCases('follow-ups.txt').map(({ line }) => {
  const [, before = '', current = '', how = '', words = ''] = /^(.*?) ?>> (.*?) => (\S+?)(?:: (.*))?$/.exec(line) ?? [];
  return {
    line,
    previous: before.split(' | ').filter((part) => part !== ''),
    current,
    how,
    words: words.split(' ').filter((word) => word !== ''),
  };
});

describe('resolving a follow-up', () => {
  it('tells in at least 97 in 100 conversations whether the message leans on those before it', () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
    const wrong = cases.filter(
      ({ current, previous, how }) => resolve(current, previous).dependsOnPrevious !== (how !== 'independent'),
    );
    expect(wrong.length <= cases.length * 0.03 ? [] : wrong).toEqual([]);
  });

  it('keeps what is needed from before and nothing else in at least 97 in 100', () => {
    const wrong = cases
      .map((one) => ({ ...one, text: resolve(one.current, one.previous).text }))
      .filter(({ words, text }) =>
        words.some((word) => (word.startsWith('!') ? text.includes(word.slice(1)) : !text.includes(word))),
      );
    expect(wrong.length <= cases.length * 0.03 ? [] : wrong).toEqual([]);
  });

  it('leaves a complete question exactly as it is', () => {
    expect(resolve('目录多久更新一次', ['共享申请几天答复'])).toEqual({
      text: '目录多久更新一次',
      dependsOnPrevious: false,
      how: 'independent',
    });
  });

  it('follows a chain of follow-ups', () => {
    expect(resolve('依据是哪条', ['共享申请几天答复', '开放呢', '谢谢']).text).toBe('开放申请几天答复的依据是哪一条');
  });

  it('asks the same of the other side, both ways', () => {
    expect(resolve('使用部门呢', ['提供部门有什么责任']).text).toBe('使用部门有什么责任');
    expect(resolve('那提供部门呢?', ['使用部门有什么责任']).text).toBe('提供部门有什么责任');
  });
});
