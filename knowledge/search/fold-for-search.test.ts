import { expect, test } from 'vitest';
import { foldForSearch } from './fold-for-search.ts';

test.each([
  ['自收到申请之日起十五日内', '自收到申请之日起15日内'],
  ['自收到申请之日起 15 日内', '自收到申请之日起 15 日内'],
  ['一百二十个工作日', '120个工作日'],
  ['两个以上的部门', '2个以上的部门'],
  ['第二十二条', '第22条'],
  ['二千元以下罚款', '2000元以下罚款'],
])('%s counts the same however the number is written', (written, folded) => {
  expect(foldForSearch(written)).toBe(folded);
});

test.each(['统一管理', '一般情况', '三权分置', '十分重要', '万一'])('%s is no number', (text) => {
  expect(foldForSearch(text)).toBe(text);
});

test('full width and letter case make no difference', () => {
  expect(foldForSearch('ＡＰＩ接口')).toBe('api接口');
});
