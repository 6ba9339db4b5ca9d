/** Bundles the page's script and styles into memory at start-up, each under a name that changes with its content. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Asset } from './asset.ts';
import { makeAsset } from './asset.ts';

export interface ClientBundle {
  /** Every file by its name. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Names of the two files the page begins with. */
  readonly script: string;
  readonly styles: string;
  /** What the script needs at once; everything else it loads when it is needed. */
  readonly scriptParts: readonly string[];
}

const folder = fileURLToPath(new URL('./client/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** @throws Error naming file and line when a source of the page cannot be bundled */
export async function bundleClient(): Promise<ClientBundle> {
  const result = await build({
    absWorkingDir: folder,
    entryPoints: ['main.ts', 'styles/page.css'],
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    target: ['es2021', 'chrome100', 'edge100', 'firefox102', 'safari15.4'],
    charset: 'utf8',
    legalComments: 'none',
    outdir: 'out',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const files = await Promise.all(
    result.outputFiles.map(async ({ path, contents }) => {
      const name = basename(path);
      const type = types[name.split('.').at(-1) ?? ''];
      if (type === undefined) throw new Error(`the page has no use for a file like ${name}`);
      return [name, await makeAsset(type, contents)] as const;
    }),
  );
  const assets = new Map(files);
  const script = named(assets, 'main', 'js');
  const imports =
    Object.entries(result.metafile.outputs).find(([path]) => basename(path) === script)?.[1].imports ?? [];
  const scriptParts = imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => basename(path));
  return { assets, script, styles: named(assets, 'page', 'css'), scriptParts };
}

function named(assets: ReadonlyMap<string, Asset>, stem: string, extension: string): string {
  const name = [...assets.keys()].find((key) => key.startsWith(`${stem}-`) && key.endsWith(`.${extension}`));
  if (name === undefined) throw new Error(`the bundle of the page lacks ${stem}.${extension}`);
  return name;
}
