/** The permission matrix as one table, made from the tools' own rows: role × tool × own or other things. */
import { roles } from './people/actor.ts';
import type { AnyTool, Reach } from './tool.ts';
import { roleNames } from './wording.ts';

const marks: Readonly<Record<Reach, string>> = { none: '—', own: 'own', any: 'any' };

/** A Markdown page; `docs/permissions.md` is its last printing. */
export function permissionPage(tools: readonly AnyTool[]): string {
  const rows = tools
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ name, title, effect, permits }) =>
      cells([`\`${name}\` ${title}`, effect, ...roles.map((role) => marks[permits[role] ?? 'none'])]),
    );
  return [
    '# Who may use which tool',
    '',
    'Made from the definitions by `npm run docs`; checked on the server at every call.',
    '',
    "`own`: only what belongs to one's own department (or person), and what belongs to nobody in particular. `any`: everybody's. `—`: not at all.",
    '',
    cells(['tool', 'effect', ...roles.map((role) => `${role} ${roleNames[role]}`)]),
    cells(['---', '---', ...roles.map(() => '---')]),
    ...rows,
    '',
  ].join('\n');
}

function cells(texts: readonly string[]): string {
  return `| ${texts.join(' | ')} |`;
}
