/**
 * Generates the database client into prisma/generated; run by npm after every install, needs no network.
 *
 * The Prisma command wants to download its native schema engine even to generate, which never uses it. Naming any
 * existing executable as that engine stops the download; a value the user set is left alone.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const schemaFile = path.join(here, 'schema.prisma');
const outputDir = path.join(here, 'generated');
const stampFile = path.join(outputDir, '.digest');

const prismaPackage = createRequire(import.meta.url).resolve('prisma/package.json');
const { version, bin } = JSON.parse(readFileSync(prismaPackage, 'utf8'));
const digest = createHash('sha256').update(version).update(readFileSync(schemaFile)).digest('hex');

if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) process.exit(0);

const harmless = ['/bin/true', '/usr/bin/true', process.execPath].find((file) => existsSync(file));
const command = path.join(path.dirname(prismaPackage), bin.prisma);
const run = spawnSync(process.execPath, [command, 'generate', '--schema', schemaFile, '--no-hints'], {
  cwd: path.dirname(here),
  encoding: 'utf8',
  env: { PRISMA_SCHEMA_ENGINE_BINARY: harmless, CHECKPOINT_DISABLE: '1', ...process.env },
});

if (run.status !== 0) {
  console.error('Generating the database client from prisma/schema.prisma failed:');
  console.error(run.error?.message ?? `${run.stdout}\n${run.stderr}`.trim());
  console.error('Correct the cause, then run: node prisma/generate.mjs');
  process.exit(1);
}
mkdirSync(outputDir, { recursive: true });
writeFileSync(stampFile, digest);
