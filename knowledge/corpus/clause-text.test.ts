import { expect, test } from 'vitest';

import { clauseText } from './clause-text.ts';
import { loadRegulations } from './load-regulations.ts';

const [regulation] = loadRegulations();
if (!regulation) throw new Error('no regulation');

test('a paragraph is given verbatim', () => {
  expect(clauseText(regulation, { article: 25, paragraph: 1 })).toBe(
    '政务部门应每年更新本部门的数据共享清单、数据开放清单、数据应用场景清单。',
  );
});

test('an article is all its paragraphs', () => {
  expect(clauseText(regulation, { article: 21 })?.split('\n')).toHaveLength(3);
});

test('a paragraph with items shows their marks, an item comes without its mark', () => {
  expect(clauseText(regulation, { article: 32, paragraph: 1 })).toContain('\n(五)建立数据备份和恢复机制;\n');
  expect(clauseText(regulation, { article: 32, paragraph: 1, item: 5 })).toBe('建立数据备份和恢复机制;');
});

test('an item named without its paragraph is found where only one paragraph has items', () => {
  expect(clauseText(regulation, { article: 33, item: 1 })).toBe('进入有关场所检查;');
});

test.each([
  { article: 42 },
  { article: 25, paragraph: 3 },
  { article: 33, paragraph: 1, item: 6 },
  { article: 25, item: 1 },
])('%j does not exist', (place) => {
  expect(clauseText(regulation, place)).toBeUndefined();
});
