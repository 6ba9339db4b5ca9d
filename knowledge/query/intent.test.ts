/** Telling questions on the regulation from small talk, other matters, tricks and overreach. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCases } from './read-cases.fixture.ts';
import { createIntentReader, type IntentCandidate } from './intent.ts';
import { createQueryReader } from './read-query.ts';
import { createVocabulary } from './vocabulary.ts';

const regulation = readFileSync(new URL('../regulations/changsha-2021-80.md', import.meta.url), 'utf8');
const vocabulary = createVocabulary({ texts: [regulation] });
const read = createQueryReader({ vocabulary });
const intentOf = createIntentReader({ vocabulary });
const first = (text: string): IntentCandidate | undefined => intentOf(read(text)).candidates[0];
/** What the words alone say, before any search. */
const verdict = (text: string): string => {
  const candidate = first(text);
  return candidate !== undefined && candidate.score >= 0.5 ? candidate.outcome : 'regulation';
};
const cases = readCases('intents.txt').map(({ group, line }) => ({ text: line, outcome: group }));
const wrongOf = (outcome: string): { text: string; got: string }[] =>
  cases
    .filter((one) => one.outcome === outcome)
    .map(({ text }) => ({ text, got: verdict(text) }))
    .filter(({ got }) => got !== outcome);
const countOf = (outcome: string): number => cases.filter((one) => one.outcome === outcome).length;

describe('reading an intent', () => {
  it('takes at most one in a hundred questions on the regulation for something else', () => {
    expect(cases.length).toBeGreaterThanOrEqual(300);
    const wrong = wrongOf('regulation');
    expect(wrong.length <= countOf('regulation') * 0.01 ? [] : wrong).toEqual([]);
  });

  it.each(['smalltalk', 'out_of_scope', 'not_permitted'])('knows at least 95 in 100 of %s', (outcome) => {
    const wrong = wrongOf(outcome);
    expect(wrong.length <= countOf(outcome) * 0.05 ? [] : wrong).toEqual([]);
  });

  it('takes none of the well-written questions, catalog names and tasks for something else', () => {
    const messages = readCases('clean-queries.txt').filter(({ group }) =>
      ['regulation', 'spoken', 'catalog names', 'tasks'].includes(group),
    );
    const taken = messages.map(({ line }) => ({ line, got: verdict(line) })).filter(({ got }) => got !== 'regulation');
    // 我手上有一堆Excel表怎么办 and 为什么要填这个 hold no word of data work: only the conversation can tell.
    expect(taken.length <= 2 ? [] : taken).toEqual([]);
  });

  it('names the place or the law', () => {
    expect(first('株洲市几天答复共享申请')).toMatchObject({ kind: 'other_place', subject: '株洲' });
    expect(first('个保法对敏感信息怎么规定')).toMatchObject({ kind: 'other_law', subject: '个人信息保护法' });
    expect(first('《反不正当竞争法》怎么规定')).toMatchObject({ kind: 'other_law', subject: '反不正当竞争法' });
  });

  it.each(['望城区怎么申请', '浏阳的部门要报备吗', '长沙县适用吗', '湘江新区的数据归谁', '湖南湘江新区要编目录吗'])(
    'counts %s as home',
    (text) => {
      expect(intentOf(read(text)).candidates.filter(({ kind }) => kind === 'other_place')).toEqual([]);
    },
  );

  it('sees how a law relates to ours as a question on ours', () => {
    for (const text of ['和数据安全法是什么关系', '依据哪些法律制定的', '个人信息保护法修订后要不要更新目录'])
      expect(verdict(text)).toBe('regulation');
  });

  it('does not read 等保定级 as 保定 nor 公民法人 as a law', () => {
    expect(intentOf(read('平台的等保定级是几级')).candidates).toEqual([]);
    expect(intentOf(read('公民法人都能申请吗')).candidates).toEqual([]);
  });

  it('says how much of a message speaks of data work', () => {
    expect(intentOf(read('有条件共享的数据几天答复')).domain).toBeGreaterThan(0.6);
    expect(intentOf(read('今天吃什么')).domain).toBe(0);
  });

  it('takes a picture or a mark alone for small talk', () => {
    expect(verdict('😀')).toBe('smalltalk');
    expect(verdict('???')).toBe('smalltalk');
  });

  it('stays quick on hostile input', () => {
    for (const text of [
      '('.repeat(100_000),
      '忽略'.repeat(50_000),
      'a1'.repeat(100_000),
      '把'.repeat(100_000),
      '你好'.repeat(50_000),
      '1+'.repeat(100_000),
      '的啊'.repeat(50_000),
    ]) {
      const query = read(text);
      const before = performance.now();
      intentOf(query);
      expect(performance.now() - before).toBeLessThan(1_000);
    }
  });
});
