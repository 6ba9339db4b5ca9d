import { expect, test } from 'vitest';
import { createHashedEmbedder, learnHashedEmbedder } from './hashed-embedder.ts';

const corpus = ['政务数据共享申请', '政务数据开放申请', '信息资源目录编制', '应急处置与安全保障'];

function cosine(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

async function embed(texts: readonly string[]): Promise<Float32Array[]> {
  return createHashedEmbedder(learnHashedEmbedder(corpus, 512)).embed(texts);
}

test('texts that share words are near, texts that share none are far apart', async () => {
  const [asked, near, far] = await embed(['怎么申请共享数据', '数据共享申请', '安全保障与应急处置']);
  if (!asked || !near || !far) throw new Error('three texts, three vectors');
  expect(cosine(asked, near)).toBeGreaterThan(0.3);
  expect(cosine(asked, far)).toBeLessThan(0.1);
});

test('vectors have length 1, and a text without content has none', async () => {
  const [vector, nothing] = await embed(['目录', '……']);
  expect(vector && cosine(vector, vector)).toBeCloseTo(1, 5);
  expect(nothing?.every((value) => value === 0)).toBe(true);
});

test('the same text always gives the same vector, and what was learned names the embedder', async () => {
  expect(await embed(['共享申请'])).toEqual(await embed(['共享申请']));
  const one = createHashedEmbedder(learnHashedEmbedder(corpus, 512));
  expect(createHashedEmbedder(learnHashedEmbedder(corpus, 512)).id).toBe(one.id);
  expect(createHashedEmbedder(learnHashedEmbedder(corpus.slice(1), 512)).id).not.toBe(one.id);
  expect(createHashedEmbedder(learnHashedEmbedder(corpus, 256)).id).not.toBe(one.id);
});

test('a word rare in the corpus says more than one that every text holds', async () => {
  const learned = learnHashedEmbedder(['数据共享', '数据开放', '数据采集', '数据安全'], 1024);
  const [asked, rare, common] = await createHashedEmbedder(learned).embed(['数据开放', '开放', '数据']);
  if (!asked || !rare || !common) throw new Error('three texts, three vectors');
  expect(cosine(asked, rare)).toBeGreaterThan(cosine(asked, common));
});
