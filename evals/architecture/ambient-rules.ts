/** Nothing reads the environment or the clock behind its caller's back: both come in as arguments. */
import { posix } from 'node:path';

import { codeOnly, isTest, lineOf, type SourceFile, type Violation } from './source-file.ts';

const isCli = (path: string): boolean => path.endsWith('-cli.ts') || path === 'bot/main.ts';
const isScript = (path: string): boolean => path.endsWith('.mjs');
const isConfig = (path: string): boolean => /(?:^|[-.])config\.ts$/.test(posix.basename(path));
/** Runs in the visitor's browser, whose clock decides nothing. */
const isBrowser = (path: string): boolean => path.startsWith('bot/web/client/');

const environment = /\bprocess\s*(?:\.\s*env\b|\[)/g;
const wallClock = /\bnew Date\(\s*\)|\bDate\.now\b|(?<!new )(?<![\w.])Date\(\s*\)|\bTemporal\.Now\b/g;

function environmentRule(path: string, before: string, after: string): string | undefined {
  if (isConfig(path)) return undefined;
  // Handing the whole environment to a child process reads nothing of it.
  if ((isTest(path) || isScript(path) || path.startsWith('evals/')) && before.endsWith('...')) return undefined;
  if (isCli(path) && before.endsWith('(') && /^\s*\)/.test(after)) return undefined;
  return isCli(path)
    ? 'process.env may only be handed on whole to the config file'
    : 'process.env is read in config files only';
}

export function ambientViolations(files: readonly SourceFile[]): readonly Violation[] {
  return files.flatMap(({ path, text }) => {
    const code = codeOnly(text);
    const violations: Violation[] = [];
    for (const { index, 0: words } of code.matchAll(environment)) {
      const rule = environmentRule(path, code.slice(0, index).trimEnd(), code.slice(index + words.length));
      if (rule !== undefined) violations.push({ path, line: lineOf(code, index), rule });
    }
    if (isCli(path) || isScript(path) || isBrowser(path) || path.startsWith('evals/')) return violations;
    for (const { index, 0: words } of code.matchAll(wallClock))
      violations.push({
        path,
        line: lineOf(code, index),
        rule: `${words} reads the wall clock: take now as an argument`,
      });
    return violations;
  });
}
