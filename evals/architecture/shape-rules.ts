/** Files are short, named after their one idea, and open with a sentence; the top level is a table of contents. */
import { posix } from 'node:path';

import { isTest, type SourceFile, type Violation } from './source-file.ts';

export const longestSource = 200;
const saysNothing = /^(?:utils?|helpers?|common|managers?|misc)$/;
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*\.(?:ts|tsx|mjs|js)$/;

/** Written by the project besides its layers; dot files and what git ignores are nobody's business. */
const otherFolders = ['docs'];
const ignoredFolders = new Set(['node_modules', 'data']);

export function shapeViolations(files: readonly SourceFile[]): readonly Violation[] {
  return files.flatMap(({ path, text }) => {
    const rules: string[] = [];
    const name = posix.basename(path);
    const lines = text.replace(/\n$/, '').split('\n').length;
    if (!isTest(path) && lines > longestSource) rules.push(`${lines} lines: ${longestSource} are the most`);
    if (!kebab.test(name)) rules.push('file names are kebab-case');
    const words = path.split('/').flatMap((part) => part.split(/[-.]/));
    for (const word of words.filter((part) => saysNothing.test(part)))
      rules.push(`“${word}” says nothing about what is inside`);
    if (!isTest(path) && !/^(?:#![^\n]*\n)?\/\*\*\s*\S/.test(text))
      rules.push('a file opens with a /** sentence */ on what it is for');
    return rules.map((rule) => ({ path, line: 1, rule }));
  });
}

/** @param folders names of the directories at the root */
export function topLevelViolations(folders: readonly string[], layers: readonly string[]): readonly Violation[] {
  const expected = [...layers, ...otherFolders];
  const present = folders.filter((name) => !name.startsWith('.') && !ignoredFolders.has(name));
  const violation = (path: string, rule: string): Violation => ({ path: `${path}/`, line: 1, rule });
  return [
    ...present.filter((name) => !expected.includes(name)).map((name) => violation(name, 'no such top-level folder')),
    ...expected.filter((name) => !present.includes(name)).map((name) => violation(name, 'this folder is missing')),
  ];
}
