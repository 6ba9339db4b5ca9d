/** The drawing: evals → bot → tools → prisma and knowledge; each crossing of a folder shows as `#…` in its line. */
import { posix } from 'node:path';

import { importsOf } from './imports-of.ts';
import type { SourceFile, Violation } from './source-file.ts';

/** What each layer may import, besides itself. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  prisma: [],
  tools: ['prisma', 'knowledge'],
  bot: ['tools', 'prisma', 'knowledge'],
  evals: ['bot', 'tools', 'prisma', 'knowledge'],
};

/** `bot/dialogue` of `bot/dialogue/steps`: within a subject imports are relative. The store is one subject. */
function subjectOf(folder: string): string {
  const [layer = '', subject] = folder.split('/');
  return subject === undefined || layer === 'prisma' ? layer : `${layer}/${subject}`;
}

function relativeRule(folder: string, specifier: string): string | undefined {
  const target = posix.dirname(posix.join(folder, specifier));
  const related =
    subjectOf(target) === subjectOf(folder) ||
    `${target}/`.startsWith(`${folder}/`) ||
    `${folder}/`.startsWith(`${target}/`);
  // The project's root holds no source, so going up to it leaves the layer.
  if (related && target !== '.') return undefined;
  return `${specifier} leaves its folder: write #${posix.join(folder, specifier)}`;
}

function ownRule(layer: string, folder: string, specifier: string): string | undefined {
  const target = specifier.slice(1);
  const to = target.split('/')[0] ?? '';
  if (to !== layer && !(layers[layer] ?? []).includes(to)) return `${layer} must not import ${to} (${specifier})`;
  return posix.dirname(target) === folder
    ? `${specifier} is in the same folder: write ./${posix.basename(target)}`
    : undefined;
}

export function layerViolations(files: readonly SourceFile[]): readonly Violation[] {
  return files.flatMap((file) => {
    const folder = posix.dirname(file.path);
    const layer = file.path.split('/')[0] ?? '';
    return importsOf(file).flatMap(({ specifier, line }) => {
      const rule = specifier.startsWith('.')
        ? relativeRule(folder, specifier)
        : specifier.startsWith('#')
          ? ownRule(layer, folder, specifier)
          : undefined;
      return rule === undefined ? [] : [{ path: file.path, line, rule }];
    });
  });
}
