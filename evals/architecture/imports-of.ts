/** What a source file imports, static and dynamic, with the line of each. */
import { lineOf, type SourceFile } from './source-file.ts';

export interface Import {
  /** As written: `#knowledge/…`, `./…`, a package name. */
  readonly specifier: string;
  readonly line: number;
}

const pattern =
  /(?:^|[;\n}])\s*(?:import|export)\s(?:[^'";]*?\sfrom\s*)?['"]([^'"\n]+)['"]|\b(?:import|require)\(\s*['"]([^'"\n]+)['"]/g;
const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/[^\n]*/gm;

export function importsOf({ text }: SourceFile): readonly Import[] {
  const code = text.replace(comments, (comment) => comment.replace(/[^\n]/g, ' '));
  return Array.from(code.matchAll(pattern), (match): Import => {
    const specifier = match[1] ?? match[2] ?? '';
    return { specifier, line: lineOf(code, match.index + match[0].indexOf(specifier)) };
  });
}

/** `@prisma/client/runtime` → `@prisma/client`; undefined for our own and Node's modules. */
export function packageOf(specifier: string): string | undefined {
  if (/^(?:[.#/]|node:)/.test(specifier)) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
