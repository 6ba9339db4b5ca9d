import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = import.meta.dirname;

function sources(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !/\.(?:test|fixture|contract)\.ts$/.test(path),
  );
}

/** In a file that throws refusals every text in capitals joined by `_` is a code. */
function thrownCodes(): readonly string[] {
  const codes = sources()
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .filter((text) => text.includes('new Refusal('))
    .flatMap((text) => [...text.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(([, code]) => code ?? ''));
  return [...new Set(codes)].toSorted();
}

function documentedCodes(): readonly string[] {
  const page = readFileSync(join(folder, 'README.md'), 'utf8');
  return [...page.matchAll(/^\| `([A-Z_]+)` \| \S/gm)].map(([, code]) => code ?? '');
}

test('every refusal code in the code stands in the catalogue, and every one in the catalogue in the code', () => {
  expect(documentedCodes()).toEqual(thrownCodes());
});
