import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#bot/config.ts';
import { silentLog } from '#bot/log.ts';
import { createServer } from '#bot/server.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { bundleClient } from './bundle-client.ts';
import { registerWeb } from './register-web.ts';

const regulations = loadRegulations();
const serverFor = async (env: Record<string, string>): Promise<FastifyInstance> => {
  const config = readConfig(env);
  const app = createServer({ config, log: silentLog(), ready: () => true });
  await registerWeb(app, { config, regulations, now: () => new Date('2026-03-02T01:00:00Z') });
  return app;
};
let app: FastifyInstance;
const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { host: '127.0.0.1:3978', ...headers } });
const assetsOf = (html: string): string[] =>
  [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, url]) => url ?? '');

beforeAll(async () => {
  app = await serverFor({});
});
afterAll(() => app.close());

describe('the page', () => {
  test('allows its own script and styles, its own connections, and nothing else', async () => {
    const { headers } = await get('/');
    const policy = new Map(
      String(headers['content-security-policy'])
        .split('; ')
        .map((line) => [line.split(' ', 1)[0] ?? '', line]),
    );
    expect(policy.get('default-src')).toBe("default-src 'none'");
    expect(policy.get('script-src')).toMatch(/^script-src 'self' 'sha256-[\w+/]{43}='$/);
    expect(policy.get('style-src')).toBe("style-src 'self'");
    expect(policy.get('connect-src')).toBe("connect-src 'self' ws://127.0.0.1:3978");
    expect(policy.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  test('names nothing outside its own host', async () => {
    const { body } = await get('/');
    expect(body.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\/|src="\/\//);
    expect(body).not.toMatch(/\sstyle=|\son\w+=/);
  });

  test('says which regulation it knows, and whether this is a demo', async () => {
    expect((await get('/')).body).toContain('《长沙市政务数据资源管理办法》');
    expect((await get('/')).body).toContain('data-demo="on"');
    const real = await serverFor({ ZHENGSHU_DEMO: 'off' });
    expect((await real.inject('/')).body).toContain('data-demo="off"');
    await real.close();
  });

  test('behind a proxy with HTTPS connects to the public address and asks browsers to stay with HTTPS', async () => {
    const proxied = await serverFor({ ZHENGSHU_PUBLIC_URL: 'https://zhengshu.example.gov.cn' });
    const { headers } = await proxied.inject('/');
    expect(headers['content-security-policy']).toContain("connect-src 'self' wss://zhengshu.example.gov.cn;");
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    await proxied.close();
  });

  test('is asked for anew each time and answered with 304 while it is the same', async () => {
    const first = await get('/');
    expect(first.headers['cache-control']).toBe('no-cache');
    expect((await get('/', { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(304);
  });

  test('comes as brotli, as gzip or plain, whatever the browser takes', async () => {
    const plain = await get('/');
    const br = await get('/', { 'accept-encoding': 'gzip, deflate, br' });
    const zipped = await get('/', { 'accept-encoding': 'gzip, br;q=0' });
    expect([plain, br, zipped].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body);
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body);
  });
});

describe('the files of the page', () => {
  test('may be kept for ever, since their names change with their content', async () => {
    const names = assetsOf((await get('/')).body);
    expect(names.length).toBeGreaterThanOrEqual(2);
    for (const name of names) {
      const { statusCode, headers } = await get(name);
      expect(name).toMatch(/-[A-Z0-9]{8}\.(?:js|css)$/);
      expect(statusCode).toBe(200);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
  });

  test('weigh at most 250 KB together on the wire, the part that draws cards included', async () => {
    const takes = { 'accept-encoding': 'br' };
    const page = await get('/', takes);
    const html = brotliDecompressSync(page.rawPayload).toString();
    const main = await get(assetsOf(html).find((name) => name.includes('/main-')) ?? '');
    const later = [...main.body.matchAll(/import\("\.\/([^"]+)"\)/g)].map(([, name]) => `/assets/${name}`);
    expect(later).toHaveLength(1);
    const files = await Promise.all([...assetsOf(html), ...later].map((name) => get(name, takes)));
    const bytes = [page, ...files].reduce((sum, { rawPayload }) => sum + rawPayload.length, 0);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(250_000);
  });

  test('ask nothing of a browser that one of four years ago lacks', async () => {
    const bundle = await bundleClient();
    const tooNew =
      /\.toSorted\(|\.toReversed\(|\.findLast\(|URL\.canParse|AbortSignal\.(?:timeout|any)|randomUUID|withResolvers|\(\?<[!=]/;
    const found = Array.from(bundle.assets, ([name, { plain }]) => [name, tooNew.exec(plain.toString())?.[0]]);
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(found.filter(([name, match]) => name?.endsWith('.js') && match !== undefined)).toEqual([]);
  });

  test.each(['/assets/main.js', '/assets/..%2f..%2fpackage.json', '/assets/'])(
    'are these and no others: %s',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );
});

describe('an article', () => {
  test('comes in its chapter', async () => {
    const { statusCode, body } = await get('/regulations/changsha-2021-80/articles/22');
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ article: 22, chapter: '第四章 共享和开放', previous: 20, next: 26 });
  });

  test.each([
    ['/regulations/changsha-2021-80/articles/42', 404],
    ['/regulations/nothing/articles/1', 404],
    ['/regulations/changsha-2021-80/articles/0', 400],
    ['/regulations/changsha-2021-80/articles/1e1', 400],
    ['/regulations/changsha-2021-80/articles/-1', 400],
    ['/regulations/..%2f..%2fetc/articles/1', 404],
    ['/regulations/__proto__/articles/1', 404],
  ])('%s is answered with %i', async (url, status) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(status);
    expect(JSON.parse(body)).toHaveProperty('error.code');
  });
});
