import { expect, test } from 'vitest';

import { fromNumeral, toChineseNumeral } from './chinese-numeral.ts';

test('every number from 0 to 999 comes back from its Chinese numeral', () => {
  for (let n = 0; n <= 999; n += 1) expect(fromNumeral(toChineseNumeral(n))).toBe(n);
});

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [41, '四十一'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [111, '一百一十一'],
  [999, '九百九十九'],
])('%i is written %s', (n, text) => {
  expect(toChineseNumeral(n)).toBe(text);
});

test.each([
  ['22', 22],
  ['２２', 22],
  ['廿二', 22],
  ['两', 2],
  ['〇', 0],
  ['二〇二二', 2022],
  ['一百五', 150],
])('%s is read as %i', (text, n) => {
  expect(fromNumeral(text)).toBe(n);
});

test.each(['', '第', '三方', '百', '十十', '一百十', '零五', '二十条', '3个'])('%s is no numeral', (text) => {
  expect(fromNumeral(text)).toBeUndefined();
});

test.each([-1, 1000, 1.5])('%d has no Chinese numeral here', (n) => {
  expect(() => toChineseNumeral(n)).toThrow(RangeError);
});
