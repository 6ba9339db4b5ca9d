/** Vectors from any endpoint that speaks OpenAI's `/v1/embeddings`, on-premises ones included. */
import { OpenAIEmbeddings } from '@langchain/openai';
import { toUnitLength } from './embedder.ts';
import type { Embedder } from './embedder.ts';
import { SearchFault } from './search-fault.ts';

export interface EndpointEmbedderSettings {
  /** Up to and including `/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Sent as a bearer token; never part of an id, a message or a log line. */
  readonly apiKey?: string;
  /** Length of the vectors the endpoint gives; an answer of another length is a fault. */
  readonly dimensions: number;
  /** Texts in one call. */
  readonly batchSize?: number;
  /** For one call, in milliseconds. */
  readonly timeoutMs?: number;
  /** Further tries after a failed call. */
  readonly retries?: number;
}

const unusedKey = 'none';

/** The client's own error may quote the request's headers, so only its name and status go on. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const status = 'status' in error && typeof error.status === 'number' ? ` (HTTP ${error.status})` : '';
  return `${error.name}${status}`;
}

function checkVector(vector: readonly number[], dimensions: number): Float32Array {
  if (vector.length !== dimensions)
    throw new SearchFault(
      'embedder-failed',
      `the embedding endpoint gave a vector of ${vector.length} numbers where ${dimensions} are configured`,
    );
  const floats = Float32Array.from(vector);
  // The vector index takes a NaN without complaint and never finds the document again; a null would become 0.
  if (!vector.every(Number.isFinite) || !floats.every(Number.isFinite))
    throw new SearchFault('embedder-failed', 'the embedding endpoint gave a vector with a number that is not finite');
  return toUnitLength(floats);
}

export function createEndpointEmbedder(settings: EndpointEmbedderSettings): Embedder {
  const { baseUrl, model, dimensions, batchSize = 64, timeoutMs = 10_000, retries = 2 } = settings;
  const client = new OpenAIEmbeddings({
    model,
    apiKey: settings.apiKey ?? unusedKey,
    batchSize,
    timeout: timeoutMs,
    maxRetries: retries,
    stripNewLines: false,
    // The client asks for base64 by default, and reads the floats of a server that ignores it as wrong vectors.
    encodingFormat: 'float',
    configuration: { baseURL: baseUrl, maxRetries: 0, logLevel: 'off' },
  });
  return {
    id: `endpoint/${baseUrl.replace(/\/+$/, '')}/${model}/${dimensions}`,
    dimensions,
    async embed(texts) {
      if (texts.length === 0) return [];
      let vectors: number[][];
      try {
        vectors = await client.embedDocuments([...texts]);
      } catch (error) {
        throw new SearchFault('embedder-failed', `the embedding endpoint failed: ${reason(error)}`);
      }
      if (vectors.length !== texts.length)
        throw new SearchFault(
          'embedder-failed',
          `the embedding endpoint gave ${vectors.length} vectors for ${texts.length} texts`,
        );
      return vectors.map((vector) => checkVector(vector, dimensions));
    },
  };
}
