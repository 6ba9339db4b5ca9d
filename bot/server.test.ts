import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { createLog } from './log.ts';
import { createServer } from './server.ts';

const lines: string[] = [];
let ready = false;
let app: FastifyInstance;
beforeAll(() => {
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  app = createServer({ config: { publicUrl: null, host: '127.0.0.1' }, log, ready: () => ready });
  app.post('/echo', (request) => ({ got: request.body }));
  app.post('/broken', () => {
    throw new Error('the password is hunter2');
  });
});
afterAll(() => app.close());

const post = (url: string, payload: string, type = 'application/json', host = 'localhost:3978') =>
  app.inject({ method: 'POST', url, payload, headers: { 'content-type': type, host } });

describe('the server', () => {
  it('answers what it refuses as JSON with a code', async () => {
    const refused = [
      [await post('/nowhere', '{}'), 404, 'NotFound'],
      [await post('/echo', '{"a":'), 400, 'BadJson'],
      [await post('/echo', '{"a":{"__proto__":{"b":1}}}'), 400, 'BadJson'],
      [await post('/echo', `"${'x'.repeat(300_000)}"`), 413, 'TooLarge'],
      [await post('/echo', 'a=1', 'application/x-www-form-urlencoded'), 415, 'UnsupportedMediaType'],
      [await post('/echo', '你好', 'text/plain'), 415, 'UnsupportedMediaType'],
      [await post('/echo', '{}', 'application/json', 'rebind.evil.example'), 403, 'UnknownHost'],
    ] as const;
    for (const [answer, status, code] of refused) {
      expect([answer.statusCode, answer.json<{ error: { code: string } }>().error.code]).toEqual([status, code]);
    }
  });

  it('gives the caller of a failing route a reference number and the log the whole story', async () => {
    const answer = await post('/broken', '{}');
    expect(answer.statusCode).toBe(500);
    const reference = /ZS-\w{8}/.exec(answer.body)?.[0] ?? 'none';
    expect(answer.body).not.toContain('hunter2');
    const [line] = lines.filter((entry) => entry.includes('request failed'));
    expect(line).toContain(reference);
    expect(line).toContain('the password is hunter2');
  });

  it('is alive at once and ready when it says so', async () => {
    const get = async (url: string) => (await app.inject({ url, headers: { host: 'localhost' } })).statusCode;
    expect([await get('/healthz'), await get('/readyz')]).toEqual([200, 503]);
    ready = true;
    expect(await get('/readyz')).toBe(200);
  });
});
