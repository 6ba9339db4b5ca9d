import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';

import { addRegulation, type RegulationToAdd } from './add-regulation.ts';

const page = '星河市小办法\n第一条 为了试验,制定本办法。\n第二条 本办法自2024年3月1日起施行,有效期2年。\n';
let dataDir: string;
let file: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'add-regulation-'));
  file = join(dataDir, 'xinghe-2024-1.txt');
  writeFileSync(file, page);
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

const add = (more: Partial<RegulationToAdd> = {}): ReturnType<typeof addRegulation> =>
  addRegulation({ file, replace: false, ...more }, dataDir);

test('an added regulation is loaded beside the built-in one', () => {
  const { path, regulation } = add();
  expect(path).toBe(join(dataDir, 'regulations', 'xinghe-2024-1.md'));
  expect(regulation).toMatchObject({ title: '星河市小办法', inForceFrom: '2024-03-01', validUntil: '2026-02-28' });
  const loaded = loadRegulations([builtInRegulationsDir, addedRegulationsDir(dataDir)]);
  expect(loaded.map(({ id }) => id)).toEqual(['changsha-2021-80', 'xinghe-2024-1']);
});

test('a file of our own format is taken as it is', () => {
  const { path } = add();
  const printed = readFileSync(path, 'utf8');
  const own = join(dataDir, 'own.md');
  writeFileSync(own, printed.replace('id: xinghe-2024-1', 'id: xinghe-2024-2'));
  expect(add({ file: own }).doubts).toEqual([]);
  expect(readFileSync(join(dataDir, 'regulations', 'xinghe-2024-2.md'), 'utf8')).toContain('星河市小办法');
});

test('a text in the older Chinese encoding is read', () => {
  // 甲办法 / 第一条 完。 in GB18030
  const bytes = [
    0xbc, 0xd7, 0xb0, 0xec, 0xb7, 0xa8, 0x0a, 0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x20, 0xcd, 0xea, 0xa1, 0xa3,
  ];
  writeFileSync(file, Buffer.from(bytes));
  expect(add().regulation.title).toBe('甲办法');
});

test('an existing regulation is only overwritten when asked', () => {
  add();
  expect(() => add()).toThrow(/已存在.*--replace/);
  writeFileSync(file, page.replace('有效期2年', '有效期3年'));
  expect(add({ replace: true }).regulation.validUntil).toBe('2027-02-28');
});

test('the built-in regulation cannot be overwritten', () => {
  expect(() => add({ id: 'changsha-2021-80', replace: true })).toThrow(/随程序提供/);
});

test.each<[string, Partial<RegulationToAdd>, RegExp]>([
  ['a missing file', { file: 'nowhere.txt' }, /nowhere\.txt:文件不存在/],
  ['an id that is no id', { id: '某 办法' }, /--id/],
  ['an impossible date', { inForceFrom: '2024-02-30' }, /inForceFrom.*真实日期/],
])('%s is refused and nothing is written', (_, more, problem) => {
  expect(() => add(more)).toThrow(problem);
  expect(loadRegulations([addedRegulationsDir(dataDir)])).toEqual([]);
});
