/** Draws markdown as elements made one by one: there is no step at which its words could be read as markup. */
import { el } from '../element.ts';
import type { Block } from './blocks.ts';
import { readBlocks } from './blocks.ts';
import type { Inline } from './inline.ts';

export function drawMarkdown(markdown: string): readonly HTMLElement[] {
  return readBlocks(markdown).map(drawBlock);
}

function drawBlock(block: Block): HTMLElement {
  switch (block.kind) {
    case 'paragraph':
      return el('p', {}, ...block.content.map(drawInline));
    case 'heading':
      // The page has its own first and second level.
      return el(block.level <= 2 ? 'h3' : 'h4', {}, ...block.content.map(drawInline));
    case 'list': {
      const items = block.items.map((item) => el('li', {}, ...item.map(drawBlock)));
      return block.start === null ? el('ul', {}, ...items) : el('ol', { start: String(block.start) }, ...items);
    }
    case 'quote':
      return el('blockquote', {}, ...block.blocks.map(drawBlock));
    case 'code':
      return el('pre', { tabindex: '0' }, el('code', {}, block.text));
    case 'table': {
      const [head, ...rows] = block.rows;
      const cells = (row: readonly (readonly Inline[])[], tag: 'th' | 'td') =>
        row.map((cell) => el(tag, tag === 'th' ? { scope: 'col' } : {}, ...cell.map(drawInline)));
      const body = rows.map((row) => el('tr', {}, ...cells(row, 'td')));
      const table = el(
        'table',
        {},
        el('thead', {}, el('tr', {}, ...cells(head ?? [], 'th'))),
        el('tbody', {}, ...body),
      );
      return el('div', { class: 'table', tabindex: '0' }, table);
    }
    case 'rule':
      return el('hr');
  }
}

function drawInline(inline: Inline): Node | string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return el('code', {}, inline.text);
    case 'break':
      return el('br');
    case 'strong':
    case 'em':
      return el(inline.kind, {}, ...inline.children.map(drawInline));
    case 'link': {
      const away = { href: inline.href, target: '_blank', rel: 'noopener noreferrer nofollow' };
      return el('a', away, ...inline.children.map(drawInline));
    }
  }
}
