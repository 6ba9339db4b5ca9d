import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from './split-text.ts';

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');
const joined = (parts: readonly string[]): string =>
  parts.length === 1 ? parts.join('') : parts.map((part) => part.replace(/^\(\d+\/\d+\)\n/, '')).join('');

describe('a text longer than the channel takes', () => {
  it('is left alone when it just fits: 682 characters in 2,048 bytes', () => {
    const text = '数'.repeat(682);
    expect(bytes(text)).toBe(2046);
    expect(splitText(text, 2048)).toEqual([text]);
  });

  it('is cut and numbered one byte later', () => {
    const text = `${'数'.repeat(682)}abc`;
    const parts = splitText(text, 2048);
    expect(parts).toHaveLength(2);
    expect(parts[0]?.startsWith('(1/2)\n')).toBe(true);
    expect(joined(parts)).toBe(text);
  });

  it('is cut after a sentence rather than within the next one', () => {
    const parts = splitText(`${'甲'.repeat(12)}。${'乙'.repeat(12)}`, 51);
    expect(parts).toEqual([`(1/2)\n${'甲'.repeat(12)}。`, `(2/2)\n${'乙'.repeat(12)}`]);
  });

  it('numbers more than nine parts within the limit too', () => {
    const parts = splitText('数'.repeat(100), 20);
    expect(parts.length).toBeGreaterThan(9);
    for (const part of parts) expect(bytes(part)).toBeLessThanOrEqual(20);
    expect(parts.at(-1)?.startsWith(`(${parts.length}/${parts.length})\n`)).toBe(true);
  });

  it('says so when not even one character fits', () => {
    expect(() => splitText('数据', 5)).toThrow(RangeError);
  });

  it('never exceeds the limit, never cuts a character and loses nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 24, max: 300 }), (text, limit) => {
        const parts = splitText(text, limit);
        for (const part of parts) expect(bytes(part)).toBeLessThanOrEqual(limit);
        for (const part of parts) expect(part).not.toMatch(/\p{Surrogate}/u);
        expect(joined(parts)).toBe(text);
      }),
    );
  });
});
