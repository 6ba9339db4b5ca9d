/** The documentation page of the tools, made from their definitions. */
import { type Field, fieldsOf } from './fields-of.ts';
import type { AnyTool } from './tool.ts';

/** A Markdown page; `docs/tools.md` is its last printing. */
export function toolsPage(tools: readonly AnyTool[]): string {
  const sections = tools.toSorted((a, b) => a.name.localeCompare(b.name, 'en')).flatMap(section);
  return [
    '# Tools',
    '',
    'Made from the definitions by `npm run docs`. Who may use which: [permissions](permissions.md).',
    '',
    ...sections,
  ].join('\n');
}

function section(tool: AnyTool): readonly string[] {
  const fields = fieldsOf(tool.input);
  return [
    `## \`${tool.name}\` ${tool.title}`,
    '',
    tool.purpose,
    '',
    `- effect: ${tool.effect}${tool.effect === 'writes' ? ', after a shown summary and a yes' : ''}`,
    `- article: ${tool.article ?? '—'}`,
    `- says: ${tool.says.map((say) => `\`${say}\``).join(', ') || '—'}`,
    ...(tool.undo ? ['- can be taken back'] : []),
    '',
    ...(fields.length === 0
      ? []
      : [
          cells(['field', 'label', 'kind', 'needed', 'article', 'asked as', 'words']),
          cells(Array.from({ length: 7 }, () => '---')),
          ...fields.map(row),
          '',
        ]),
  ];
}

function row({ name, required, meta }: Field): string {
  const needed = meta.fixed ? 'set by what opened it' : required ? 'yes' : meta.requiredIf ? 'under a condition' : 'no';
  const words = Object.entries(meta.choices ?? {}).map(([value, [label]]) => `${value} ${label ?? ''}`);
  return cells([
    `\`${name}\``,
    meta.label,
    meta.kind,
    needed,
    meta.article ?? '—',
    meta.ask ?? '—',
    words.join('; ') || '—',
  ]);
}

function cells(texts: readonly string[]): string {
  return `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}
