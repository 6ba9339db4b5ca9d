import type { IncomingHttpHeaders } from 'node:http';
import { expect, it } from 'vitest';
import { isLocal, requireOurHost, requireOurOrigin } from './callers.ts';
import type { Call } from './callers.ts';

const config = { host: '127.0.0.1', publicUrl: new URL('https://zhengshu.example.gov.cn') };
const bare = { host: '127.0.0.1', publicUrl: null };
const call = (headers: IncomingHttpHeaders, remoteAddress = '127.0.0.1'): Call => ({
  headers,
  socket: { remoteAddress },
});

it.each(['127.0.0.1:3978', 'localhost:3978', '[::1]:3978', '10.1.2.3'])('is served under %s', (host) => {
  expect(() => requireOurHost(call({ host }), bare)).not.toThrow();
});

it.each(['rebind.evil.example:3978', 'localhost.evil.example', '', 'a b', undefined])(
  'is not served under %s',
  (host) => {
    expect(() => requireOurHost(call(host === undefined ? {} : { host }), bare)).toThrow('host name');
  },
);

it('is served under its public name once that is configured', () => {
  const request = call({ host: 'zhengshu.example.gov.cn' });
  expect(() => requireOurHost(request, config)).not.toThrow();
  expect(() => requireOurHost(request, bare)).toThrow('ZHENGSHU_PUBLIC_URL');
});

it.each(['http://127.0.0.1:3978', 'https://zhengshu.example.gov.cn'])(
  'takes calls from its own page at %s',
  (origin) => {
    expect(() => requireOurOrigin(call({ host: '127.0.0.1:3978', origin }), config)).not.toThrow();
  },
);

it('takes calls of programs, which come from no page', () => {
  expect(() => requireOurOrigin(call({ host: '127.0.0.1:3978' }), config)).not.toThrow();
});

it.each(['http://127.0.0.1:8080', 'https://evil.example', 'null'])('takes no call from a page at %s', (origin) => {
  expect(() => requireOurOrigin(call({ host: '127.0.0.1:3978', origin }), config)).toThrow('other sites');
});

it('counts a call as local only when it was made here and no proxy handed it on', () => {
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect(isLocal(call({}, address))).toBe(true);
  for (const address of ['10.0.0.7', '::ffff:10.0.0.7', '']) expect(isLocal(call({}, address))).toBe(false);
  expect(isLocal(call({ 'x-forwarded-for': '203.0.113.9' }))).toBe(false);
});
