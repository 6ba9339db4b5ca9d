import { describe, expect, it } from 'vitest';
import { readJson } from './read-json.ts';

describe('a JSON body from outside', () => {
  it('is read as it is, with or without a byte order mark', () => {
    expect(readJson('\uFEFF{"text":"你好","value":[1,{"a":null}]}')).toEqual({ text: '你好', value: [1, { a: null }] });
    expect(readJson('"just a string"')).toBe('just a string');
  });

  it.each(['', '{', '{"a":}', 'undefined', '\u0000'])('is refused when broken: %j', (body) => {
    expect(() => readJson(body)).toThrow('not JSON');
  });

  it('is refused when nested without end, without exhausting the stack', () => {
    const bomb = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(readJson(bomb(32))).toBeInstanceOf(Array);
    expect(() => readJson(bomb(33))).toThrow('nested');
    expect(() => readJson(bomb(100_000))).toThrow('nested');
    expect(() => readJson('{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000))).toThrow('nested');
  });

  it.each([
    '{"__proto__":{"admin":true}}',
    '{"a":[{"\\u005f_proto__":1}]}',
    '{"constructor":{"prototype":{"admin":true}}}',
  ])('is refused when it aims at prototypes: %s', (body) => {
    expect(() => readJson(body)).toThrow('reserved');
  });

  it('may speak of a constructor', () => {
    expect(readJson('{"constructor":"长沙建工"}')).toEqual({ constructor: '长沙建工' });
  });
});
