/** Reads one of this folder's plain lists: one entry a line, `#` opens a comment line. */
import { readFileSync } from 'node:fs';

export function readLines(file: string): string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
