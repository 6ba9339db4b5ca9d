import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { articleBody } from '../body-digest.ts';
import { loadRegulations } from '../load-regulations.ts';
import { printRegulation } from '../print-regulation.ts';
import { readRegulation } from '../read-regulation.ts';
import { RegulationFileError } from '../regulation-file-error.ts';
import { readPasted } from './read-pasted.ts';

const fixture = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

describe.each([
  ['page-with-every-artefact', 'xinghe-2023-7'],
  ['narrow-columns-with-sections', 'narrow-columns'],
  ['titles-in-brackets', 'titles-in-brackets'],
  ['titles-after-a-gap', 'titles-after-a-gap'],
])('%s', (name, id) => {
  const pasted = readPasted(fixture(`${name}.txt`), `${name}.txt`, { id });
  const expected = fixture(`${name}.expected.md`);

  test('is read as the clean file says', () => {
    expect(printRegulation(pasted.regulation)).toBe(expected);
  });

  test('the clean file reads back as the same regulation', () => {
    expect(readRegulation(expected, `${name}.expected.md`)).toEqual(pasted.regulation);
  });

  test('what was printed can be pasted again', () => {
    const [, , body = ''] = expected.split(/^---$/m);
    const again = readPasted(body, name, { id }).regulation;
    expect(again.articles).toEqual(pasted.regulation.articles);
    expect(again.chapters).toEqual(pasted.regulation.chapters);
  });
});

test('the guesses are reported with the article they concern', () => {
  const { doubts } = readPasted(fixture('page-with-every-artefact.txt'), 'page', { id: 'xinghe-2023-7' });
  expect(doubts.map(({ where, what }) => `${where}:${what}`)).toEqual([
    expect.stringMatching(/^全文:正文之后的文字没有收录:抄送:市委有关部门/),
    '第二条:标题行末尾的“本办法”移到正文',
    '第五条:标题与正文连在一起,读作“申请方式”',
    '第六条:最后一项之后的“认养协议可以采用电子形式…”作为新的一款',
    '第七条:标题断成两段,读作“照料树木与周边环境”',
    '第八条:标题与正文连在一起,读作“禁止行为”',
    '第九条:没有看到标题',
    '全文:项的括号有全角也有半角,已统一',
  ]);
});

test('what the operator gives wins over what the page says', () => {
  const { regulation } = readPasted(fixture('titles-after-a-gap.txt'), 'page', {
    id: 'given',
    title: '某办法',
    documentNumber: '南办发〔2024〕1号',
    inForceFrom: '2024-05-01',
    validUntil: '2029-04-30',
  });
  expect(regulation).toMatchObject({
    id: 'given',
    title: '某办法',
    documentNumber: '南办发〔2024〕1号',
    inForceFrom: '2024-05-01',
    validUntil: '2029-04-30',
  });
});

test.each([
  ['a page without articles', '今天天气不错。', null, '没有找到“第一条”'],
  ['a missing article', '甲办法\n第一条 为了试验。\n第三条 本办法有效。\n', 3, '没有找到第二条'],
  ['a missing chapter', '甲办法\n第一章 总则\n第一条 为了试验。\n第三章 附则\n第二条 完。\n', 4, '没有找到第二章'],
  ['an empty article', '甲办法\n第一条 为了试验。\n第二条\n\n第三条 完。\n', 3, '没有内容'],
  ['a page without a title', '第一条 为了试验。\n', null, '--title'],
])('%s is refused', (_, page, line, problem) => {
  let error: unknown;
  try {
    readPasted(page, 'page.txt', { id: 'x' });
  } catch (thrown) {
    error = thrown;
  }
  if (!(error instanceof RegulationFileError)) throw new Error('it was read');
  expect(error.problem).toContain(problem);
  expect(error.line).toBe(line);
});

// The published page itself does not come with the project; where it lies beside it, it has to give the clean text.
const rawFile = new URL('../../../../shared/data/changsha-2021-80.raw.txt', import.meta.url);
test.runIf(existsSync(rawFile))(
  'the published page gives the same articles, titles and chapters as the clean file',
  () => {
    const [clean] = loadRegulations();
    if (!clean) throw new Error('no regulation');
    const { regulation } = readPasted(readFileSync(rawFile, 'utf8'), 'raw.txt', { id: clean.id });
    const outline = (it: typeof clean): unknown =>
      it.articles.map((article) => [article.number, article.title, article.chapter, articleBody(article, it)]);
    expect(outline(regulation)).toEqual(outline(clean));
    expect(regulation.chapters).toEqual(clean.chapters);
    const { articles: _, chapters: __, source: ___, ...head } = clean;
    expect(regulation).toMatchObject(head);
  },
);
