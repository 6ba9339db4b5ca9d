import { expect, test } from 'vitest';
import { buildIndex } from './build-index.ts';
import type { Embedder } from './embedder.ts';
import { SearchFault } from './search-fault.ts';
import type { SearchIndex } from './search-index.ts';
import { catalogSettings, clauseSettings } from './search-settings.ts';
import { smallCorpus } from './small-corpus.fixture.ts';

const options = { settings: clauseSettings, embedder: 'built-in' } as const;

async function ids(index: SearchIndex, query: string, limit = 3): Promise<string[]> {
  return (await index.search(query, { limit })).map(({ id }) => id);
}

test.each([
  ['别的局申请我们的数据，几天之内要回复', 'share'],
  ['职能变了目录多久要更新', 'catalog'],
  ['什么是政务数据', 'definition'],
  ['开放数据有哪些方式', 'open'],
  ['把共享来的数据转给别人会受什么处罚', 'penalty'],
  ['老板欠工钱', 'wages'],
  ['15天内更新目录', 'catalog'],
])('%s', async (query, id) => {
  expect((await ids(await buildIndex(smallCorpus, options), query))[0]).toBe(id);
});

test('a hit says which lists it was in and how much of the question it holds', async () => {
  const index = await buildIndex(smallCorpus, options);
  const [hit] = await index.search('共享申请的答复', { limit: 1 });
  expect(hit).toMatchObject({ id: 'share', ranks: { words: 1, grams: 1, vectors: 1 } });
  expect(hit?.lexicalScore).toBeGreaterThan(0.3);
  expect(hit?.lexicalScore).toBeLessThanOrEqual(1);
  expect(hit?.similarity).toBeGreaterThan(0.2);
  expect(hit?.signals?.characterCoverage).toBeGreaterThan(0.5);
});

test('what has nothing in common with the texts finds nothing', async () => {
  const index = await buildIndex(smallCorpus, { ...options, embedder: 'none' });
  expect(await index.search('zzz qqq', { limit: 5 })).toEqual([]);
  expect(await index.search('', { limit: 5 })).toEqual([]);
  expect(await index.search('？？！', { limit: 5 })).toEqual([]);
});

test('an index of nothing finds nothing', async () => {
  expect(await ids(await buildIndex([], options), '共享')).toEqual([]);
});

test('only documents the filter accepts are found', async () => {
  const index = await buildIndex(smallCorpus, options);
  const hits = await index.search('共享数据', { limit: 9, filter: ({ tags = [] }) => tags.includes('liability') });
  expect(hits.map(({ id }) => id)).toEqual(['penalty']);
});

test('a document added later is found, one removed is not, one changed is found by its new words', async () => {
  const index = await buildIndex(smallCorpus, options);
  await index.add([{ id: 'fee', fields: [{ text: '提供共享数据不得收取费用。', weight: 1 }] }]);
  expect((await ids(index, '要收费用吗'))[0]).toBe('fee');
  await index.put([{ id: 'fee', fields: [{ text: '平台由大数据中心运行维护。', weight: 1 }] }]);
  expect((await ids(index, '平台运行维护'))[0]).toBe('fee');
  expect(await ids(index, '收取费用', 9)).not.toContain('fee');
  index.remove(['fee']);
  expect(await ids(index, '平台运行维护', 9)).not.toContain('fee');
  expect(index.size).toBe(smallCorpus.length);
});

test('the digest depends on the documents, not on the way they came', async () => {
  const whole = await buildIndex(smallCorpus, { ...options, embedder: 'none' });
  const grown = await buildIndex(smallCorpus.slice(3), { ...options, embedder: 'none' });
  await grown.add(smallCorpus.slice(0, 3));
  expect(grown.digest).toBe(whole.digest);
  grown.remove(['share']);
  expect(grown.digest).not.toBe(whole.digest);
  const others = { ...clauseSettings, fillerWeight: 0.3 };
  expect((await buildIndex(smallCorpus, { settings: others, embedder: 'none' })).digest).not.toBe(whole.digest);
});

test('two documents with one id are refused, and nothing of the batch goes in', async () => {
  const index = await buildIndex(smallCorpus, options);
  const fresh = { id: 'fresh', fields: [{ text: '新的条款。', weight: 1 }] };
  await expect(index.add([fresh, ...smallCorpus.slice(0, 1)])).rejects.toMatchObject({ code: 'bad-document' });
  expect(index.has('fresh')).toBe(false);
  expect(() => index.remove(['nobody'])).toThrow(SearchFault);
});

test('when the embedder fails on a question the search goes on without vectors and says so', async () => {
  let broken = false;
  const flaky: Embedder = {
    id: 'flaky',
    dimensions: 2,
    embed: (texts) =>
      broken
        ? Promise.reject(new SearchFault('embedder-failed', 'down'))
        : Promise.resolve(texts.map(() => Float32Array.from([1, 0]))),
  };
  const faults: SearchFault[] = [];
  const index = await buildIndex(smallCorpus, { ...options, embedder: flaky, onFault: (fault) => faults.push(fault) });
  broken = true;
  const [hit] = await index.search('共享申请', { limit: 1 });
  expect(hit?.id).toBe('share');
  expect(hit?.similarity).toBeUndefined();
  expect(faults.map(({ code }) => code)).toEqual(['embedder-failed']);
});

test('an embedder that fails while documents are added leaves the index as it was', async () => {
  const down: Embedder = {
    id: 'down',
    dimensions: 2,
    embed: () => Promise.reject(new SearchFault('embedder-failed', 'down')),
  };
  await expect(buildIndex(smallCorpus, { ...options, embedder: down })).rejects.toMatchObject({
    code: 'embedder-failed',
  });
});

test('the settings for catalogs fuse the lists and weigh no evidence', async () => {
  const index = await buildIndex(smallCorpus, { settings: catalogSettings, embedder: 'none' });
  const [hit] = await index.search('目录更新备案', { limit: 1 });
  expect(hit?.id).toBe('catalog');
  expect(hit?.signals).toBeUndefined();
});
