/** `npm run docs`: prints the pages that are made from the tools' definitions. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { permissionPage } from './permission-table.ts';
import { tools } from './tools.ts';
import { toolsPage } from './tools-page.ts';

const pages = { 'permissions.md': permissionPage(tools), 'tools.md': toolsPage(tools) };

for (const [name, text] of Object.entries(pages)) {
  const file = fileURLToPath(new URL(`../docs/${name}`, import.meta.url));
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
  console.log(`docs/${name}`);
}
