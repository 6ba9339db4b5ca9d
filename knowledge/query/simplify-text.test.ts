/** Traditional characters, and simplified texts that merely contain a character both scripts use. */
import { describe, expect, it } from 'vitest';
import { simplifyText } from './simplify-text.ts';

describe('simplifying', () => {
  it('converts a traditional question and names each changed stretch', () => {
    expect(simplifyText('目錄更新後幾天備案')).toEqual({
      text: '目录更新后几天备案',
      changed: [
        { from: '錄', to: '录' },
        { from: '後幾', to: '后几' },
        { from: '備', to: '备' },
      ],
    });
  });

  it('reads 答覆 as 答复', () => {
    expect(simplifyText('多久答覆').text).toBe('多久答复');
  });

  it.each(['乾隆年间', '沈思的著作权', '砖坏了', '象征性收费', '于是备案', '藉口', '覆盖范围'])(
    'leaves the simplified %s alone',
    (text) => {
      expect(simplifyText(text)).toEqual({ text, changed: [] });
    },
  );
});
