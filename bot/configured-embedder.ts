/** The embedder of the configured endpoint, with what it gave before kept in the data folder. */
import path from 'node:path';
import { createCachedEmbedder } from '#knowledge/search/cached-embedder.ts';
import type { Embedder } from '#knowledge/search/embedder.ts';
import { createEndpointEmbedder } from '#knowledge/search/endpoint-embedder.ts';
import type { Config } from './config.ts';

/** To be spread into what takes an embedder; nothing where none is configured. */
export function configuredEmbedder({ embeddings, dataDir }: Pick<Config, 'embeddings' | 'dataDir'>): {
  readonly embedder?: Embedder;
} {
  if (embeddings === null) return {};
  const { baseUrl, model, dimensions, apiKey } = embeddings;
  const endpoint = createEndpointEmbedder({ baseUrl, model, dimensions, ...(apiKey && { apiKey: apiKey.reveal() }) });
  return { embedder: createCachedEmbedder(endpoint, path.join(dataDir, 'index')) };
}
