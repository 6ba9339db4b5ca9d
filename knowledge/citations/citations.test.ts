import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';

import type { Place } from './citation.ts';
import { covers } from './covers.ts';
import { findCitations } from './find-citations.ts';
import { formatCitation } from './format-citation.ts';
import { parseCitation } from './parse-citation.ts';
import { resolveCitation } from './resolve-citation.ts';

const [regulation] = loadRegulations();
if (!regulation) throw new Error('no regulation');

/** `22`, `22.3`, `22.3.2`, `33..1` */
const short = ({ article, paragraph, item }: Place): string =>
  [article, paragraph ?? (item === undefined ? undefined : ''), item].filter((part) => part !== undefined).join('.');
const places = (text: string, context?: { article: number }): string =>
  findCitations(text, context)
    .flatMap((citation) => citation.places)
    .map(short)
    .join(' ');

describe('a text names', () => {
  test.each([
    ['第二十二条第三款第(二)项', '22.3.2'],
    ['第二十二条第三款第（二）项', '22.3.2'],
    ['第三十三条第一款第二项怎么说', '33.1.2'],
    ['第22条', '22'],
    ['第 22 条', '22'],
    ['第２２条说的是什么', '22'],
    ['22条3款', '22.3'],
    ['22条', '22'],
    ['二十二条', '22'],
    ['按22条规定办', '22'],
    ['请问22条是什么意思', '22'],
    ['Art. 22', '22'],
    ['article 22(3)', '22.3'],
    ['what does Article 7 paragraph 2 say', '7.2'],
    ['Arts. 21-23', '21 22 23'],
    ['第三十一条至第三十三条', '31 32 33'],
    ['第三十一至三十三条', '31 32 33'],
    ['31到33条', '31 32 33'],
    ['第31-33条', '31 32 33'],
    ['第二十一、二十二条', '21 22'],
    ['21和22条有什么区别', '21 22'],
    ['第二十一条、第二十二条和第二十四条', '21 22 24'],
    ['第二十二条第二款、第四款', '22.2 22.4'],
    ['第二十二条第二款和第四款', '22.2 22.4'],
    ['第七条第一款至第三款', '7.1 7.2 7.3'],
    ['第三十三条第(一)、(三)项', '33..1 33..3'],
    ['第三十三条第(一)项', '33..1'],
    ['第三十八条的第一款', '38.1'],
    ['第一百零五条', '105'],
    ['依据本办法第十六条第三款,部门应当更新目录', '16.3'],
    ['《办法》第22条规定', '22'],
    ['三条规定了什么', '3'],
    ['第二十五条的三项清单', '25'],
  ])('%s → %s', (text, expected) => {
    expect(places(text)).toBe(expected);
  });
});

test.each([
  '收到申请后10个工作日内答复',
  '我有3条建议',
  '第三方机构',
  '第二十二届会议',
  '第3条建议是加人手',
  '导入了22条记录',
  '一条数据清单',
  '给我一条,谢谢',
  '共有41条',
  '三条清单每年更新',
  '有五条规定',
  '第二款怎么说',
  '条条框框',
  '22条数据',
  'part 22',
  '第零条',
])('%s names no article', (text) => {
  expect(places(text)).toBe('');
});

test('a lone paragraph or item counts where the article is known from before', () => {
  expect(places('那第三款呢', { article: 22 })).toBe('22.3');
  expect(places('第(二)项是什么', { article: 33 })).toBe('33..2');
  expect(places('第二款第一项', { article: 33 })).toBe('33.2.1');
  expect(places('第七条第二款和第三款呢', { article: 22 })).toBe('7.2 7.3');
});

test('positions and title are those of the words in the text', () => {
  const text = '请看《政务数据共享条例》第二十一条和第22条第2款。';
  const found = findCitations(text);
  expect(found.map(({ start, end, text: words }) => [text.slice(start, end), words])).toEqual([
    ['《政务数据共享条例》第二十一条', '《政务数据共享条例》第二十一条'],
    ['第22条第2款', '第22条第2款'],
  ]);
  expect(found[0]?.title).toBe('政务数据共享条例');
  expect(found[1]?.title).toBeUndefined();
});

test('every place prints to a citation that reads back as the same place', () => {
  const number = fc.integer({ min: 1, max: 999 });
  fc.assert(
    fc.property(number, fc.option(number), fc.option(number), (article, paragraph, item) => {
      const place = { article, ...(paragraph ? { paragraph } : {}), ...(item ? { item } : {}) };
      expect(parseCitation(formatCitation(place))).toEqual(place);
    }),
  );
});

test('any text is searched without fault and positions stay inside it', () => {
  const piece = fc.constantFrom('第', '条', '款', '项', '二十二', '22', '(', ')', '至', '、', '《甲》', ' ', '的', 'x');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      for (const { start, end, text: words, places: found } of findCitations(text, { article: 1 })) {
        expect(text.slice(start, end)).toBe(words);
        expect(found.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('what is no single citation is not parsed as one', () => {
  expect(['第二十二条、第二十三条', '看第二十二条', '第二十二条规定', '22', ''].map(parseCitation)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

test('a citation is printed with its title when wanted', () => {
  expect(formatCitation({ article: 22, paragraph: 3 }, '长沙市政务数据资源管理办法')).toBe(
    '《长沙市政务数据资源管理办法》第二十二条第三款',
  );
});

test('an article covers its paragraphs, a paragraph its items, and neither the other way round', () => {
  const at = (article: number, paragraph?: number, item?: number): Parameters<typeof covers>[0] => ({
    regulation: 'changsha-2021-80',
    article,
    ...(paragraph ? { paragraph } : {}),
    ...(item ? { item } : {}),
  });
  expect(covers(at(22), at(22, 2))).toBe(true);
  expect(covers(at(32, 1), at(32, 1, 4))).toBe(true);
  expect(covers(at(22, 2), at(22, 2))).toBe(true);
  expect(covers(at(22, 2), at(22))).toBe(false);
  expect(covers(at(22, 2), at(22, 3))).toBe(false);
  expect(covers(at(21), at(22))).toBe(false);
  expect(covers({ ...at(22), regulation: 'another' }, at(22))).toBe(false);
});

test('a citation resolves to the verbatim text', () => {
  const resolved = resolveCitation({ article: 25, paragraph: 1 }, regulation);
  expect(resolved).toEqual({
    found: true,
    citation: { regulation: 'changsha-2021-80', article: 25, paragraph: 1 },
    text: '政务部门应每年更新本部门的数据共享清单、数据开放清单、数据应用场景清单。',
  });
});

test.each([
  ['第四十二条', 'article', 41],
  ['第二十五条第三款', 'paragraph', 2],
  ['第三十二条第一款第(十)项', 'item', 9],
  ['第三十八条第(八)项', 'item', 7],
  ['第二十五条第(一)项', 'item', 0],
])('%s does not exist: there are only so many', (text, missing, last) => {
  const place = parseCitation(text);
  expect(place && resolveCitation(place, regulation)).toMatchObject({ found: false, missing, last });
});
