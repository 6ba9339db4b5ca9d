import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildIndex } from './build-index.ts';
import { loadHnsw } from './hnsw-vectors.ts';
import { loadIndex } from './load-index.ts';
import { openIndex } from './open-index.ts';
import { saveIndex } from './save-index.ts';
import type { SearchIndex } from './search-index.ts';
import { clauseSettings } from './search-settings.ts';
import { smallCorpus } from './small-corpus.fixture.ts';

const options = { settings: clauseSettings, embedder: 'built-in' } as const;
const byGraph = { ...options, settings: { ...clauseSettings, vectors: { dimensions: 64, exactUpTo: 1 } } };
const queries = ['共享申请几天答复', '什么是政务数据', '老板欠工钱', '开放方式'];
const hnsw = await loadHnsw();

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhengshu-index-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function answers(index: SearchIndex) {
  const found = [];
  for (const query of queries) {
    const hits = await index.search(query, { limit: 5 });
    found.push(hits.map(({ id, score, ranks }) => [id, score.toFixed(5), ranks]));
  }
  return found;
}

test.each([
  ['with vectors compared one by one', options],
  ['with a graph', byGraph],
  ['without vectors', { ...options, embedder: 'none' as const }],
])('an index %s that was saved and loaded answers as before', async (_, given) => {
  const index = await buildIndex(smallCorpus, given);
  await saveIndex(index, dir);
  const loaded = await loadIndex(dir, smallCorpus, given);
  expect(await answers(loaded)).toEqual(await answers(index));
  expect(loaded.digest).toBe(index.digest);
});

test.each([
  ['exact', options],
  ['graph', byGraph],
])(
  'what was removed before saving stays away after loading, and the index can go on growing (%s)',
  async (_, given) => {
    const index = await buildIndex(smallCorpus, given);
    index.remove(['share']);
    await saveIndex(index, dir);
    const left = smallCorpus.filter(({ id }) => id !== 'share');
    const loaded = await loadIndex(dir, left, given);
    expect(await answers(loaded)).toEqual(await answers(index));
    await loaded.add(smallCorpus.filter(({ id }) => id === 'share'));
    expect((await loaded.search('共享申请几天答复', { limit: 1 }))[0]?.id).toBe('share');
    await saveIndex(loaded, dir);
    expect(await answers(await loadIndex(dir, smallCorpus, given))).toEqual(await answers(loaded));
  },
);

test('documents in another order are the same documents', async () => {
  await saveIndex(await buildIndex(smallCorpus, options), dir);
  const loaded = await loadIndex(dir, smallCorpus.toReversed(), options);
  expect((await loaded.search('什么是政务数据', { limit: 1 }))[0]?.id).toBe('definition');
});

test('a folder without an index is told from a stale one', async () => {
  await expect(loadIndex(dir, smallCorpus, options)).rejects.toMatchObject({ code: 'index-missing' });
});

test.each([
  [
    'one word of one text',
    smallCorpus.with(0, { ...smallCorpus[0], id: 'definition', fields: [{ text: '另一句。', weight: 1 }] }),
    options,
  ],
  ['one document fewer', smallCorpus.slice(1), options],
  ['a tag', smallCorpus.map((document, at) => (at === 0 ? { ...document, tags: ['new'] } : document)), options],
  ['settings', smallCorpus, { ...options, settings: { ...clauseSettings, listDepth: 50 } }],
  ['an embedder', smallCorpus, { ...options, embedder: 'none' as const }],
  [
    'another model',
    smallCorpus,
    { ...options, embedder: { id: 'm', dimensions: 512, embed: () => Promise.resolve([]) } },
  ],
])('an index made with other than %s is refused as stale', async (_, documents, given) => {
  await saveIndex(await buildIndex(smallCorpus, options), dir);
  await expect(loadIndex(dir, documents, given)).rejects.toMatchObject({ code: 'index-stale' });
});

test.runIf(hnsw)('a flipped byte in any file is found', async () => {
  await saveIndex(await buildIndex(smallCorpus, byGraph), dir);
  const files = (await readdir(dir)).filter((file) => file !== 'manifest.json');
  expect(files).toHaveLength(2);
  for (const file of files) {
    const path = join(dir, file);
    const bytes = await readFile(path);
    const damaged = Buffer.from(bytes);
    damaged[bytes.length >> 1] = (damaged[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(path, damaged);
    await expect(loadIndex(dir, smallCorpus, byGraph)).rejects.toMatchObject({ code: 'index-corrupt' });
    await writeFile(path, bytes.subarray(0, bytes.length - 9));
    await expect(loadIndex(dir, smallCorpus, byGraph)).rejects.toMatchObject({ code: 'index-corrupt' });
    await writeFile(path, bytes);
  }
  await writeFile(join(dir, 'manifest.json'), '{"format":1');
  await expect(loadIndex(dir, smallCorpus, byGraph)).rejects.toMatchObject({ code: 'index-corrupt' });
});

test('a save that was cut short leaves the old index whole, and the next save clears what is left of it', async () => {
  await saveIndex(await buildIndex(smallCorpus, options), dir);
  await writeFile(join(dir, 'feed.sections.unfinished'), 'half a fi');
  await expect(loadIndex(dir, smallCorpus, options)).resolves.toBeDefined();
  await saveIndex(await buildIndex(smallCorpus.slice(1), options), dir);
  expect((await readdir(dir)).toSorted()).toHaveLength(2);
});

test('opening takes the saved index where it fits and builds it anew where it does not', async () => {
  expect((await openIndex(dir, smallCorpus, options)).rebuilt?.code).toBe('index-missing');
  expect((await openIndex(dir, smallCorpus, options)).rebuilt).toBeNull();
  const opened = await openIndex(dir, smallCorpus.slice(1), options);
  expect(opened.rebuilt?.code).toBe('index-stale');
  expect(opened.index.size).toBe(smallCorpus.length - 1);
  expect((await openIndex(dir, smallCorpus.slice(1), options)).rebuilt).toBeNull();
});
