import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelServer } from '#bot/assistant/model-server.fixture.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { configuredEmbedder } from './configured-embedder.ts';
import { readConfig } from './config.ts';
import { answererFor } from './open-answerer.ts';

let server: ModelServer;
let dataDir: string;
beforeEach(async () => {
  server = await ModelServer.start();
  dataDir = mkdtempSync(`${tmpdir()}/answerer-`);
});
afterEach(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true });
});

const regulations = loadRegulations();
const context = { previous: [], now: new Date('2026-03-02T01:00:00Z') };
const question = '有条件共享的申请几个工作日内答复?';
const embedderOf = (baseUrl: string) =>
  configuredEmbedder(
    readConfig({
      ZHENGSHU_DATA_DIR: dataDir,
      ZHENGSHU_EMBEDDINGS_BASE_URL: baseUrl,
      ZHENGSHU_EMBEDDINGS_MODEL: 'bge',
      ZHENGSHU_EMBEDDINGS_DIMENSIONS: '16',
    }),
  );

describe('the answerer with vectors of an endpoint', { timeout: 180_000 }, () => {
  it('answers at once, takes the endpoint into use behind that, and asks it for each text once', async () => {
    const ask = await answererFor(regulations, dataDir, embedderOf(server.baseUrl));
    expect((await ask(question, context)).proofs[0]).toMatchObject({ article: 22 });
    await ask.swapped;
    const asked = server.embedded;
    expect(asked).toBeGreaterThan(100);
    expect((await ask(question, context)).proofs[0]).toMatchObject({ article: 22 });
    const again = await answererFor(regulations, dataDir, embedderOf(server.baseUrl));
    await again.swapped;
    expect(server.embedded - asked).toBeLessThan(5);
  });

  it('answers with the built-in vectors when the endpoint is down', async () => {
    const warned: unknown[] = [];
    const log = { info: () => undefined, warn: (what: unknown) => void warned.push(what) };
    const ask = await answererFor(regulations, dataDir, { ...embedderOf('http://127.0.0.1:9/v1'), log });
    await ask.swapped;
    expect(warned).toHaveLength(1);
    expect((await ask(question, context)).proofs[0]).toMatchObject({ article: 22 });
  });
});
