import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from './blocks.ts';
import { readBlocks } from './blocks.ts';
import type { Inline } from './inline.ts';

/** Everything within, flat. */
function inlines(blocks: readonly Block[]): readonly Inline[] {
  const within = (parts: readonly Inline[]): readonly Inline[] =>
    parts.flatMap((part) => ('children' in part ? [part, ...within(part.children)] : [part]));
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return within(block.content);
      case 'list':
        return block.items.flatMap((item) => inlines(item));
      case 'quote':
        return inlines(block.blocks);
      case 'table':
        return block.rows.flat().flatMap(within);
      case 'code':
      case 'rule':
        return [];
    }
  });
}
const text = (value: string): Inline => ({ kind: 'text', text: value });
const addresses = (markdown: string): string[] =>
  inlines(readBlocks(markdown)).flatMap((part) => (part.kind === 'link' ? [part.href] : []));

describe('markdown', () => {
  test('reads paragraphs with emphasis, code and breaks', () => {
    expect(readBlocks('**十个**工作日,`code` 和*强调*\n第二行')).toEqual([
      {
        kind: 'paragraph',
        content: [
          { kind: 'strong', children: [text('十个')] },
          text('工作日,'),
          { kind: 'code', text: 'code' },
          text(' 和*强调*'),
          { kind: 'break' },
          text('第二行'),
        ],
      },
    ]);
  });

  test('reads headings, quotes, rules and fenced code', () => {
    expect(readBlocks('## 标题\n\n> 引文\n\n---\n\n```js\n<b>**不是**</b>\n```').map(({ kind }) => kind)).toEqual([
      'heading',
      'quote',
      'rule',
      'code',
    ]);
    expect(readBlocks('```\n<b>**不是**</b>\n```')).toEqual([{ kind: 'code', text: '<b>**不是**</b>' }]);
  });

  test('reads lists, nested ones and their first number', () => {
    const [list] = readBlocks('3. 第一\n4. 第二\n   - 里面\n');
    expect(list).toMatchObject({ kind: 'list', start: 3 });
    expect(list?.kind === 'list' && list.items).toEqual([
      [{ kind: 'paragraph', content: [text('第一')] }],
      [
        { kind: 'paragraph', content: [text('第二')] },
        { kind: 'list', start: null, items: [[{ kind: 'paragraph', content: [text('里面')] }]] },
      ],
    ]);
  });

  test('reads tables', () => {
    const [table] = readBlocks('| 事项 | 期限 |\n|---|---|\n| 答复 | 10 个工作日 |');
    expect(table).toEqual({
      kind: 'table',
      rows: [
        [[text('事项')], [text('期限')]],
        [[text('答复')], [text('10 个工作日')]],
      ],
    });
  });

  test('links to pages and mailboxes', () => {
    expect(addresses('[网站](https://example.com/a?b=c) <mailto:a@example.com>')).toEqual([
      'https://example.com/a?b=c',
      'mailto:a@example.com',
    ]);
  });

  test.each([
    '[点这里](javascript:alert(1))',
    '[点这里](JaVaScRiPt:alert%281%29)',
    '[点这里](<javascript:alert(1)>)',
    '[点这里](java\tscript:alert)',
    '[点这里](data:text/html;base64,PHNjcmlwdD4=)',
    '[点这里](vbscript:x)',
    '[点这里](//example.com)',
    '[点这里](\u0001javascript:alert)',
    '<javascript:alert(1)>',
    '[点这里](&#106;avascript:alert)',
  ])('makes no link of %j', (markdown) => {
    expect(addresses(markdown)).toEqual([]);
  });

  test('leaves HTML as the words it is made of', () => {
    const html = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    expect(readBlocks(html)).toEqual([{ kind: 'paragraph', content: [text(html)] }]);
  });

  test('links nowhere but to the web and to mailboxes, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...'[ ] ( ) < > " ` * _ \\ | x 条 javascript: data: https://a.b/ mailto: &#x6a; --- # - 1.'.split(' '),
      ' ',
      '\n',
      '\t',
      '\u0000',
      '\u202e',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        for (const href of addresses(parts.join(''))) expect(href).toMatch(/^(?:https?:\/\/|mailto:)/);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    '['.repeat(20_000),
    '*'.repeat(20_000),
    '`a'.repeat(10_000),
    '> '.repeat(5_000),
    '**a '.repeat(8_000),
    '- '.repeat(8_000),
    '|'.repeat(20_000),
  ])('takes no long time over twenty thousand hostile characters (%#)', (markdown) => {
    const begun = performance.now();
    readBlocks(markdown);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
