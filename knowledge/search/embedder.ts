/** The port to whatever turns texts into vectors. */

export interface Embedder {
  /** Names the model and all that its vectors depend on: vectors of embedders with different ids don't mix. */
  readonly id: string;
  readonly dimensions: number;
  /** One vector of length 1 for each text, in order; a text without content gives zeros. Throws `SearchFault`. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
}

/** Scales to length 1 in place; zeros stay zeros. */
export function toUnitLength(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return vector;
  const factor = 1 / Math.sqrt(square);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) * factor;
  return vector;
}
