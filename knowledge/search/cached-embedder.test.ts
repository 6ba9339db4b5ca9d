import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCachedEmbedder } from './cached-embedder.ts';
import type { Embedder } from './embedder.ts';

let folder: string;
let asked: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vectors-'));
  asked = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const embedder = (failAfter = Number.POSITIVE_INFINITY): Embedder => ({
  id: 'endpoint/test',
  dimensions: 2,
  embed: async (texts) => {
    if (asked.length >= failAfter) throw new Error('the endpoint is down');
    asked.push(...texts);
    return await Promise.resolve(texts.map((text) => Float32Array.of(text.length, 1)));
  },
});

test('asks for each text once, also after a new start', async () => {
  const texts = ['甲', '乙乙', '甲'];
  const vectors = await createCachedEmbedder(embedder(), folder).embed(texts);
  expect(vectors.map((vector) => [...vector])).toEqual([
    [1, 1],
    [2, 1],
    [1, 1],
  ]);
  expect(await createCachedEmbedder(embedder(), folder).embed(texts)).toEqual(vectors);
  expect(asked).toEqual(['甲', '乙乙']);
});

test('goes on where it broke off', async () => {
  const texts = Array.from({ length: 150 }, (_, at) => `${at}号`);
  await expect(createCachedEmbedder(embedder(100), folder).embed(texts)).rejects.toThrow('the endpoint is down');
  asked = [];
  await createCachedEmbedder(embedder(), folder).embed(texts);
  expect(asked).toHaveLength(150 - 128);
});

test('asks again for what was cut off, and gives vectors that may be changed', async () => {
  const [first] = await createCachedEmbedder(embedder(), folder).embed(['甲', '乙']);
  first?.fill(9);
  appendFileSync(path.join(folder, readdirSync(folder)[0] ?? ''), '{"digest":"abc","vec');
  const again = createCachedEmbedder(embedder(), folder);
  expect([...((await again.embed(['甲', '丙']))[0] ?? [])]).toEqual([1, 1]);
  expect(asked).toEqual(['甲', '乙', '丙']);
});
