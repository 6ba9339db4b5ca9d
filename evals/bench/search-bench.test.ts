import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { generatePassages, queriesFor } from './generated-passages.ts';
import { run as runSearch } from './search.ts';
import { miniSearchPeer, oramaPeer } from './search-peers.ts';
import { run as runVectors } from './vectors.ts';

const source = '政务部门应当及时更新信息资源目录，并报主管部门备案。数据提供部门应当答复共享申请。';
const printed: string[] = [];
beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => vi.restoreAllMocks());

test('the same passages and queries are made every time', () => {
  const passages = generatePassages(50, source);
  expect(generatePassages(50, source)).toEqual(passages);
  expect(new Set(passages.map(({ text }) => text)).size).toBe(50);
  const queries = queriesFor(passages, 5);
  expect(queriesFor(passages, 5)).toEqual(queries);
  expect(queries.every(({ id }) => passages.some((passage) => passage.id === id))).toBe(true);
});

test.each([miniSearchPeer, oramaPeer])('$name really searches', async (peer) => {
  const search = await peer.build([
    { id: 'a', text: '更新信息资源目录' },
    { id: 'b', text: '答复共享申请' },
  ]);
  expect((await search('共享申请'))[0]).toBe('b');
});

test('the search bench prints a row for each engine, small and large', async () => {
  expect(await runSearch(['--passages', '60', '--queries', '5'])).toBe(0);
  for (const name of ['ours, words and pairs', 'MiniSearch, pairs', 'Orama, pairs'])
    expect(printed.filter((line) => line.startsWith(name))).toHaveLength(2);
});

test('the vector bench prints a row for each size', async () => {
  expect(await runVectors(['--sizes', '50,100', '--dimensions', '16'])).toBe(0);
  expect(printed.filter((line) => /^\s+(?:50|100)\s/.test(line)).length === 2 || printed.length === 1).toBe(true);
});

test('a size that is no number is an error of use', async () => {
  expect(await runSearch(['--passages', 'many'])).toBe(2);
  expect(await runVectors(['--sizes', '10,x'])).toBe(2);
});
