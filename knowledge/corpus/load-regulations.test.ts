import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from './load-regulations.ts';

let dataDir: string;
const builtIn = (): string => readFileSync(join(builtInRegulationsDir, 'changsha-2021-80.md'), 'utf8');

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'regulations-'));
  mkdirSync(addedRegulationsDir(dataDir));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

const load = (): readonly string[] =>
  loadRegulations([builtInRegulationsDir, addedRegulationsDir(dataDir)]).map(({ id }) => id);

test('the built-in regulation is there without any data folder', () => {
  rmSync(addedRegulationsDir(dataDir), { recursive: true });
  expect(load()).toEqual(['changsha-2021-80']);
});

test('a file added to the data folder is loaded after the built-in one', () => {
  writeFileSync(
    join(addedRegulationsDir(dataDir), 'another-2024-1.md'),
    builtIn().replace('id: changsha-2021-80', 'id: another-2024-1'),
  );
  expect(load()).toEqual(['changsha-2021-80', 'another-2024-1']);
});

test('an id met twice is refused, naming both files', () => {
  writeFileSync(join(addedRegulationsDir(dataDir), 'changsha-2021-80.md'), builtIn());
  expect(load).toThrow(/regulations.changsha-2021-80\.md.*已被 .*knowledge.regulations.changsha-2021-80\.md 使用/);
});

test('a file that is not named after its id is refused', () => {
  writeFileSync(join(addedRegulationsDir(dataDir), 'copy.md'), builtIn());
  expect(load).toThrow(/copy\.md.*changsha-2021-80\.md/);
});

test('a bad file is refused with its name and line', () => {
  writeFileSync(join(addedRegulationsDir(dataDir), 'bad.md'), builtIn().replace('### 第三条', '### 第五条'));
  expect(load).toThrow(/bad\.md 第 \d+ 行/);
});
