/** The project's own source files as the architecture rules see them: path, text, and the text without comments and strings. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** From the project's root, with slashes: `knowledge/corpus/regulation.ts`. */
  readonly path: string;
  readonly text: string;
}

/** A rule that does not hold, at a place one can open. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
}

/** Made by tools or by running the program, not written. */
const notOurs = new Set(['node_modules', 'generated', 'dist', 'migrations']);

export const isTest = (path: string): boolean => /\.(?:test|fixture|contract)\.\w+$/.test(path);

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Comments become blanks and the insides of strings underscores; offsets and lines stay. */
export function codeOnly(text: string): string {
  const tokens = /\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
  return text.replace(tokens, (token) => {
    if (token.startsWith('/')) return token.replace(/[^\n]/g, ' ');
    // What stands in ${…} is code: such a template is left as it is.
    return token.startsWith('`') && token.includes('${') ? token : token.replace(/[^\n'"`]/g, '_');
  });
}

function walk(dir: string, prefix: string): readonly SourceFile[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return notOurs.has(entry.name) ? [] : walk(join(dir, entry.name), `${prefix}${entry.name}/`);
    if (!/\.(?:ts|tsx|mjs|js)$/.test(entry.name)) return [];
    return [{ path: `${prefix}${entry.name}`, text: readFileSync(join(dir, entry.name), 'utf8') }];
  });
}

/** @param folders the layers, at the root of the project */
export function readSources(root: string, folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) => walk(join(root, folder), `${folder}/`));
}
