/** A small logistic regression over sparse features, trained the same way every time: the same examples give the same weights. */

/** Feature index → value. */
export type SparseVector = ReadonlyMap<number, number>;

export interface Example {
  readonly features: SparseVector;
  readonly positive: boolean;
  /** How much the example counts; 1 when absent. */
  readonly weight?: number;
}

const EPOCHS = 40;
const RATE = 0.15;

function shuffled(n: number, seed: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  let state = seed;
  for (let i = n - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const j = state % (i + 1);
    const a = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = a;
  }
  return order;
}

export function logit(weights: Float64Array, features: SparseVector): number {
  let z = 0;
  for (const [k, v] of features) z += (weights[k] ?? 0) * v;
  return z;
}

/** Probability of the positive class, 0..1. */
export function probability(weights: Float64Array, features: SparseVector): number {
  return 1 / (1 + Math.exp(-logit(weights, features)));
}

/** AdaGrad with L2; `dimensions` is one more than the largest feature index. */
export function trainLogistic(examples: readonly Example[], dimensions: number, l2 = 0.002): Float64Array {
  const weights = new Float64Array(dimensions);
  const squares = new Float64Array(dimensions).fill(1e-6);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1)
    for (const i of shuffled(examples.length, epoch * 7919 + 1)) {
      const example = examples[i];
      if (!example) continue;
      const error = (probability(weights, example.features) - (example.positive ? 1 : 0)) * (example.weight ?? 1);
      for (const [k, v] of example.features) {
        const gradient = error * v + l2 * (weights[k] ?? 0);
        const square = (squares[k] ?? 0) + gradient * gradient;
        squares[k] = square;
        weights[k] = (weights[k] ?? 0) - (RATE * gradient) / Math.sqrt(square);
      }
    }
  return weights;
}
