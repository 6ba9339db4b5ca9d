import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createEndpointEmbedder } from './endpoint-embedder.ts';

const requestSchema = z.object({ input: z.array(z.string()), model: z.string(), encoding_format: z.string() });
const key = 'sk-not-for-logs';

interface Call {
  readonly authorization: string | undefined;
  readonly request: z.infer<typeof requestSchema>;
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** An endpoint on loopback that answers by `answer`, given the number of the call; null leaves the call hanging. */
async function endpoint(
  answer: (inputs: readonly string[], call: number) => { status?: number; vectors: number[][] } | null,
) {
  const calls: Call[] = [];
  const started = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = requestSchema.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
      calls.push({ authorization: request.headers.authorization, request: body });
      const answered = answer(body.input, calls.length);
      if (!answered) return;
      response.writeHead(answered.status ?? 200, { 'content-type': 'application/json' });
      const data = answered.vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
      response.end(
        JSON.stringify({ object: 'list', model: body.model, data, usage: { prompt_tokens: 1, total_tokens: 1 } }),
      );
    });
  });
  server = started;
  await new Promise<void>((ready) => started.listen(0, '127.0.0.1', ready));
  const { port } = started.address() as AddressInfo; // A TCP server's address is never a pipe name.
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  return { calls, settings: { baseUrl, model: 'bge-m3', apiKey: key, dimensions: 3, retries: 0, timeoutMs: 2_000 } };
}

const byLength = (inputs: readonly string[]) => ({ vectors: inputs.map((text) => [text.length, 0, 0]) });

test('asks for floats in batches and gives unit vectors in the order of the texts', async () => {
  const { calls, settings } = await endpoint((inputs) => ({ vectors: inputs.map((text) => [text.length, 1, 0]) }));
  const embedder = createEndpointEmbedder({ ...settings, batchSize: 2 });
  const vectors = await embedder.embed(['一', '二二', '三三三']);
  expect(calls.map(({ request }) => request.input.length).toSorted((one, other) => one - other)).toEqual([1, 2]);
  expect(calls.every(({ request }) => request.encoding_format === 'float' && request.model === 'bge-m3')).toBe(true);
  expect(calls.every(({ authorization }) => authorization === `Bearer ${key}`)).toBe(true);
  const slopes = vectors.map(([x = 0, y = 1]) => x / y);
  [1, 2, 3].forEach((slope, at) => expect(slopes[at]).toBeCloseTo(slope, 5));
  expect(vectors.every((vector) => Math.abs(Math.hypot(...vector) - 1) < 1e-6)).toBe(true);
});

test('a vector of another length than configured is a fault, not a wrong answer', async () => {
  const { settings } = await endpoint(() => ({ vectors: [[1, 2]] }));
  await expect(createEndpointEmbedder(settings).embed(['一'])).rejects.toMatchObject({ code: 'embedder-failed' });
});

test('a number that is none is a fault', async () => {
  const { settings } = await endpoint(() => ({ vectors: [[1, Number.NaN, 0]] }));
  await expect(createEndpointEmbedder(settings).embed(['一'])).rejects.toMatchObject({ code: 'embedder-failed' });
});

test('too few vectors are a fault', async () => {
  const { settings } = await endpoint(() => ({ vectors: [[1, 0, 0]] }));
  await expect(createEndpointEmbedder(settings).embed(['一', '二'])).rejects.toMatchObject({ code: 'embedder-failed' });
});

test('a failed call is tried again so often as configured and no more', async () => {
  const busy = await endpoint((inputs, call) => (call === 1 ? { status: 503, vectors: [] } : byLength(inputs)));
  await expect(createEndpointEmbedder({ ...busy.settings, retries: 1 }).embed(['一'])).resolves.toHaveLength(1);
  expect(busy.calls).toHaveLength(2);
  server?.close();
  const down = await endpoint(() => ({ status: 503, vectors: [] }));
  await expect(createEndpointEmbedder({ ...down.settings, retries: 1 }).embed(['一'])).rejects.toThrow('HTTP 503');
  expect(down.calls).toHaveLength(2);
});

test('an endpoint that never answers is given up after the timeout', async () => {
  const { settings } = await endpoint(() => null);
  await expect(createEndpointEmbedder({ ...settings, timeoutMs: 100 }).embed(['一'])).rejects.toMatchObject({
    code: 'embedder-failed',
  });
});

test('the key is in no fault and no id', async () => {
  const { settings } = await endpoint(() => ({ status: 401, vectors: [] }));
  const embedder = createEndpointEmbedder(settings);
  expect(embedder.id).not.toContain(key);
  const fault: unknown = await embedder.embed(['一']).catch((error: unknown) => error);
  if (!(fault instanceof Error)) throw new Error('a refused call must be a fault');
  expect(`${fault.message} ${fault.stack ?? ''} ${JSON.stringify(fault)} ${String(fault.cause)}`).not.toContain(key);
  expect(fault.message).toContain('401');
});

test('no text asks nothing', async () => {
  const { calls, settings } = await endpoint(byLength);
  expect(await createEndpointEmbedder(settings).embed([])).toEqual([]);
  expect(calls).toHaveLength(0);
});
