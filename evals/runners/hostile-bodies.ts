/** HTTP bodies that break servers: broken JSON, bombs, wrong types, reserved keys, wrong content types, a megabyte of anything. */
import { gzipSync } from 'node:zlib';
import { hostileText } from './hostile-texts.ts';
import type { RandomSource } from './random-source.ts';

export interface HostileBody {
  readonly body: string | Buffer;
  readonly contentType: string;
  /** What kind of hostility it is, for the report. */
  readonly kind: string;
  /** Whether an honest server must take it: a well-formed message, whatever its text says. */
  readonly wellFormed: boolean;
}

const megabyte = 1_048_576;
const notTexts: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  [],
  [[]],
  {},
  { toString: 1 },
  { length: 1e9 },
  { id: null },
];
const notIds: readonly unknown[] = [
  '',
  'x',
  '\u0000',
  '\uD800',
  'x\u202Ey',
  'x'.repeat(501),
  'x'.repeat(100_000),
  { id: { id: 'x' } },
];
const contentTypes: readonly string[] = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=gbk',
  'application/octet-stream',
  'application/json, text/html',
  '',
  ';;;',
];

/** @param message a good message of the protocol, to be spoilt in one way or another */
export function hostileBody(random: RandomSource, message: (text: string) => Record<string, unknown>): HostileBody {
  const json = 'application/json';
  const way = random.below(12);
  if (way < 5) {
    const body = JSON.stringify(message(hostileText(random)));
    return { body, contentType: json, kind: 'text', wellFormed: Buffer.byteLength(body) < 250_000 };
  }
  const good = message('你好');
  switch (way) {
    case 5: {
      const key = random.pick(Object.keys(good));
      return {
        body: JSON.stringify({ ...good, [key]: random.pick([...notTexts, ...notIds]) }),
        contentType: json,
        kind: 'wrong type',
        wellFormed: false,
      };
    }
    case 6: {
      const whole = JSON.stringify(good);
      return {
        body: whole.slice(0, random.below(whole.length)),
        contentType: json,
        kind: 'truncated',
        wellFormed: false,
      };
    }
    case 7:
      return { body: bomb(random, good), contentType: json, kind: 'bomb', wellFormed: false };
    case 8:
      return { body: polluting(random, good), contentType: json, kind: 'reserved keys', wellFormed: false };
    case 9:
      return {
        body: JSON.stringify(good),
        contentType: random.pick(contentTypes),
        kind: 'content type',
        wellFormed: false,
      };
    case 10:
      return { body: huge(random, good), contentType: json, kind: 'megabyte', wellFormed: false };
    default:
      return { body: randomBytes(random, random.below(4_000)), contentType: json, kind: 'bytes', wellFormed: false };
  }
}

function bomb(random: RandomSource, good: Record<string, unknown>): string | Buffer {
  const levels = random.pick([33, 1_000, 60_000]);
  const nested = random.chance(0.5)
    ? '['.repeat(levels) + ']'.repeat(levels)
    : '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
  if (random.chance(0.2)) return gzipSync(Buffer.alloc(megabyte));
  const key = random.pick(['value', 'channelData', 'entities', 'text']);
  return JSON.stringify({ ...good, [key]: '@' }).replace('"@"', nested);
}

function polluting(random: RandomSource, good: Record<string, unknown>): string {
  const poison = random.pick([
    '"__proto__":{"admin":true}',
    '"constructor":{"prototype":{"admin":true}}',
    '"\\u005f_proto__":{"toString":1}',
    '"prototype":{"x":1}',
  ]);
  const whole = JSON.stringify(good);
  return random.chance(0.5)
    ? `{${poison},${whole.slice(1)}`
    : whole.replace(/"conversation":\{/, `"conversation":{${poison},`);
}

function huge(random: RandomSource, good: Record<string, unknown>): string {
  const filling = random.pick(['长'.repeat(megabyte / 3), ' '.repeat(megabyte), '\\u0000'.repeat(megabyte / 6)]);
  return JSON.stringify({ ...good, text: '@' }).replace('"@"', `"${filling}"`);
}

function randomBytes(random: RandomSource, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}
