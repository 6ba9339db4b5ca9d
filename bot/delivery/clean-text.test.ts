import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, cleanValue } from './clean-text.ts';

describe('text from outside', () => {
  it('keeps ordinary Chinese, emoji, tabs and line ends', () => {
    expect(cleanText('数据目录\t第1行\n第2行 😀 𠮷')).toBe('数据目录\t第1行\n第2行 😀 𠮷');
    expect(cleanText('一\r\n二\r三')).toBe('一\n二\n三');
  });

  it('loses control codes and marks that turn the reading direction', () => {
    expect(cleanText('a\u0000b\u001Bc\u202Egnp.exe\u2066')).toBe('abcgnp.exe');
  });

  it('replaces half a character and nothing of a whole one', () => {
    expect(cleanText('x\uD83Dy')).toBe('x\uFFFDy');
    expect(cleanText('\uDE00\uD83D')).toBe('\uFFFD\uFFFD');
  });

  it('always ends as text that UTF-8 carries unchanged, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
        const clean = cleanText(raw);
        expect(Buffer.from(clean, 'utf8').toString('utf8')).toBe(clean);
        expect(clean).not.toContain('\u0000');
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it('reaches into the values of a pressed card', () => {
    expect(cleanValue({ 'na\u0000me': ['教育局\u202E', 3, null, { deep: '\uD800' }] })).toEqual({
      name: ['教育局', 3, null, { deep: '\uFFFD' }],
    });
  });
});
