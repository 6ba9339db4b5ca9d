import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { builtInRegulationsDir } from './load-regulations.ts';
import { printRegulation } from './print-regulation.ts';
import { readRegulation } from './read-regulation.ts';
import { RegulationFileError } from './regulation-file-error.ts';

const head = `---
id: small-2020-1
title: 某市小办法
number: null
issuer: null
issued: null
inForceFrom: 2020-03-01
validUntil: null
validityArticle: null
supersededBy: null
---

`;

const small = `${head}# 某市小办法

## 第一章 总则

### 第一节 目的

### 第一条 目的

为了试验,制定本办法。

### 第二节 定义

### 第二条

本办法所称小,是指:

(一)不大的;

(二)不多的,
例如一个。

其他的不算。

## 第二章 附则

### 第三条 施行

本办法自2020年3月1日起施行。
`;

function failure(text: string): RegulationFileError {
  try {
    readRegulation(text, 'small.md');
  } catch (error) {
    if (error instanceof RegulationFileError) return error;
    throw error;
  }
  throw new Error('it was read');
}

test('the built-in regulation has 8 chapters and 41 articles and prints back unchanged', () => {
  const file = `${builtInRegulationsDir}changsha-2021-80.md`;
  const text = readFileSync(file, 'utf8');
  const regulation = readRegulation(text, file);
  expect(regulation.chapters.map(({ title }) => title)).toEqual([
    '总则',
    '规划和建设',
    '采集和处理',
    '共享和开放',
    '开发和应用',
    '数据安全',
    '保障和监督',
    '附则',
  ]);
  expect(regulation.articles.map(({ number }) => number)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
  expect(regulation.articles.filter(({ title }) => title === null).map(({ number }) => number)).toEqual([39, 40, 41]);
  expect(printRegulation(regulation)).toBe(text);
});

test('sections, items, lines within an item and paragraphs after items are kept', () => {
  const regulation = readRegulation(small, 'small.md');
  expect(regulation.articles[1]).toEqual({
    number: 2,
    title: null,
    chapter: 1,
    section: 2,
    paragraphs: [
      {
        number: 1,
        text: '本办法所称小,是指:',
        items: [
          { number: 1, text: '不大的;' },
          { number: 2, text: '不多的,\n例如一个。' },
        ],
      },
      { number: 2, text: '其他的不算。', items: [] },
    ],
  });
  expect(printRegulation(regulation)).toBe(small);
});

test('full-width item marks are kept where the file declares them', () => {
  const text = small
    .replace('supersededBy: null', 'supersededBy: null\nitemMarks: full')
    .replace(/\(([一二])\)/g, '（$1）');
  expect(printRegulation(readRegulation(text, 'small.md'))).toBe(text);
});

test.each([
  ['a missing head', small.slice(4), 1, '文件头'],
  ['an impossible date', small.replace('2020-03-01\n', '2020-02-30\n'), 7, 'inForceFrom'],
  ['an unknown key', small.replace('number: null', 'nubmer: null'), 4, 'nubmer'],
  ['an end before the beginning', small.replace('validUntil: null', 'validUntil: 2019-01-01'), 8, '早于施行日期'],
  ['broken YAML', small.replace('issuer: null', 'issuer: 甲: 乙'), 5, 'YAML'],
  ['another title', small.replace('# 某市小办法', '# 某市大办法'), 13, 'title'],
  ['a gap in the articles', small.replace('### 第二条', '### 第四条'), 25, '应为第二条'],
  ['a gap in the chapters', small.replace('## 第二章', '## 第三章'), 36, '应为第二章'],
  ['a chapter written as an article', small.replace('## 第二章', '### 第二章'), 36, '看不懂'],
  ['an article without words', small.replace('为了试验,制定本办法。', ''), 19, '没有内容'],
  ['an item out of order', small.replace('(二)', '(三)'), 31, '应为(二)'],
  ['an item mark of the other width', small.replace('(二)', '（二）'), 31, '括号'],
  ['an item before any sentence', small.replace('本办法所称小,是指:\n', ''), 28, '引导'],
  ['words outside an article', small.replace('## 第一章 总则', '## 第一章 总则\n\n前言'), 17, '不在任何一条'],
])('%s is refused with its line', (_, text, line, problem) => {
  const error = failure(text);
  expect(error.message).toContain('small.md');
  expect(error.message).toContain(problem);
  expect(error.line).toBe(line);
});
