/** Saves an index to a folder of its own, so that whoever reads it finds the old one whole or the new one whole. */
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { writeManifest } from './index-manifest.ts';
import { toSections } from './index-sections.ts';
import { formatVersion } from './search-index.ts';
import type { SearchIndex } from './search-index.ts';
import { digestOfFile, removeQuietly, writeSections } from './section-file.ts';

export async function saveIndex(index: SearchIndex, dir: string): Promise<void> {
  const { documents, views, vectors } = index.parts;
  const { digest } = index;
  // Names of their own: a reader of the old manifest still finds the old files while these are written.
  const name = digest.slice(0, 32);
  const data = `${name}.sections`;
  const graph = `${name}.graph`;
  await mkdir(dir, { recursive: true });
  const state = vectors && 'state' in vectors.embedder ? vectors.embedder.state : null;
  const table = await writeSections(
    join(dir, data),
    toSections({
      ids: documents.ids(),
      views: views.save(),
      vectors: vectors?.index.vectors() ?? null,
      frequencies: state?.frequencies ?? null,
    }),
  );
  let hasGraph = false;
  if (vectors) {
    const unfinished = join(dir, `${graph}.unfinished`);
    hasGraph = await vectors.index.saveGraph(unfinished);
    if (hasGraph) await rename(unfinished, join(dir, graph));
  }
  await writeManifest(dir, {
    format: formatVersion,
    digest,
    data: { file: data, sha256: table.sha256, sections: [...table.sections] },
    vectors: vectors
      ? {
          kind: vectors.index.kind,
          dimensions: vectors.index.dimensions,
          embedder: vectors.embedder.id,
          learnedFrom: state?.documents ?? null,
          graph: hasGraph ? { file: graph, sha256: await digestOfFile(join(dir, graph)) } : null,
        }
      : null,
  });
  const kept = new Set(['manifest.json', data, ...(hasGraph ? [graph] : [])]);
  for (const file of await readdir(dir)) if (!kept.has(file)) await removeQuietly(join(dir, file));
}
