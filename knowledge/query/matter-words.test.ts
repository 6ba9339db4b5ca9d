/** What a question is about, apart from how it asks. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMatterWords, theRegulation } from './matter-words.ts';
import { createVocabulary } from './vocabulary.ts';

const regulation = readFileSync(new URL('../regulations/changsha-2021-80.md', import.meta.url), 'utf8');
const matter = createMatterWords({ vocabulary: createVocabulary({ texts: [regulation] }) });

describe('matter words', () => {
  it.each([
    ['共享申请几天答复', '共享申请'],
    ['谁负责数据质量', '数据质量'],
    ['脱敏是什么意思', '脱敏'],
    ['定密程序是什么', '定密'],
  ])('of %s include %s', (text, word) => {
    expect(matter.words(text)).toContain(word);
  });

  it.each(['几天答复', '由谁负责', '要多久', '有什么要求', '依据是哪条', '怎么申请', '多久汇总一次'])(
    '%s names no topic of its own',
    (text) => {
      expect(matter.topics(text)).toEqual([]);
    },
  );

  it('counts the regulation itself as a matter, a way out not', () => {
    expect(matter.words('这个办法管几年')).toEqual([theRegulation]);
    expect(matter.words('有什么办法')).toEqual([]);
  });
});
