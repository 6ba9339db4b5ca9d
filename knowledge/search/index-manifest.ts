/** The small file beside a saved index that says what was saved, from what, and how to tell it is whole. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SearchFault } from './search-fault.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
/** Names of files beside the manifest, never a path. */
const fileNameSchema = z.string().regex(/^[0-9a-z-]+\.(?:sections|graph)$/);

const manifestSchema = z.strictObject({
  format: z.number().int(),
  /** What the index was built from; see `indexDigest`. */
  digest: sha256Schema,
  data: z.strictObject({
    file: fileNameSchema,
    sha256: sha256Schema,
    sections: z.array(z.strictObject({ name: z.string(), length: z.number().int().nonnegative() })),
  }),
  vectors: z
    .strictObject({
      kind: z.enum(['exact', 'hnsw']),
      dimensions: z.number().int().positive(),
      embedder: z.string(),
      /** Documents the built-in embedder learned from; null for another embedder. */
      learnedFrom: z.number().int().nonnegative().nullable(),
      graph: z.strictObject({ file: fileNameSchema, sha256: sha256Schema }).nullable(),
    })
    .nullable(),
});
export type IndexManifest = z.infer<typeof manifestSchema>;

const fileName = 'manifest.json';

/** Throws `index-missing` or `index-corrupt`. */
export async function readManifest(dir: string): Promise<IndexManifest> {
  let text: string;
  try {
    text = await readFile(join(dir, fileName), 'utf8');
  } catch (error) {
    throw new SearchFault('index-missing', `no index is saved in ${dir}`, { cause: error });
  }
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new SearchFault('index-corrupt', `the manifest in ${dir} is malformed`, { cause: error });
  }
}

/** The rename is the moment from which the new index counts. */
export async function writeManifest(dir: string, manifest: IndexManifest): Promise<void> {
  const path = join(dir, fileName);
  await writeFile(`${path}.unfinished`, JSON.stringify(manifest), { flush: true });
  await rename(`${path}.unfinished`, path);
}
