import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { permissionPage } from './permission-table.ts';
import { tools } from './tools.ts';
import { toolsPage } from './tools-page.ts';

test.each([
  ['permissions.md', permissionPage(tools)],
  ['tools.md', toolsPage(tools)],
])('docs/%s says what the definitions say; `npm run docs` prints it anew', async (name, text) => {
  const file = new URL(`../docs/${name}`, import.meta.url).pathname;
  expect(readFileSync(file, 'utf8')).toBe(await format(text, { ...(await resolveConfig(file)), filepath: file }));
});
