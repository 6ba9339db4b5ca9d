/** Fits the weights of signals so that a right answer becomes the likeliest of its list: a softmax over each list, by gradient. */

export interface RankingCase {
  /** Questions of one law are fitted, or held out, together. */
  readonly group: string;
  /** Signals of each candidate, in one order for all. */
  readonly rows: readonly (readonly number[])[];
  /** Positions of the right answers among the rows. */
  readonly right: ReadonlySet<number>;
  /** How much the case counts. */
  readonly weight: number;
}

/** Pulls weights towards zero, so that a signal seen a few times can't grow large. */
const shrinkage = 0.003;
const rounds = 300;
const step = 0.15;
/** Adam's memory of the mean and of the square of the gradient. */
const meanMemory = 0.9;
const squareMemory = 0.999;

export function scoreRow(row: readonly number[], weights: Float64Array): number {
  let score = 0;
  for (let at = 0; at < weights.length; at += 1) score += (weights[at] ?? 0) * (row[at] ?? 0);
  return score;
}

function addGradient({ rows, right, weight }: RankingCase, weights: Float64Array, gradient: Float64Array): void {
  const scores = rows.map((row) => scoreRow(row, weights));
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const chances = scores.map((score) => Math.exp(score - highest));
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  const hit = chances.reduce((sum, chance, at) => sum + (right.has(at) ? chance : 0), 0);
  rows.forEach((row, at) => {
    const chance = chances[at] ?? 0;
    const pull = weight * ((right.has(at) ? chance / hit : 0) - chance / all);
    for (let signal = 0; signal < gradient.length; signal += 1)
      gradient[signal] = (gradient[signal] ?? 0) + pull * (row[signal] ?? 0);
  });
}

export function fitWeights(cases: readonly RankingCase[], signals: number): Float64Array {
  const useful = cases.filter(({ right }) => right.size > 0);
  const whole = useful.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const weights = new Float64Array(signals);
  const mean = new Float64Array(signals);
  const square = new Float64Array(signals);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(signals);
    for (const one of useful) addGradient(one, weights, gradient);
    for (let at = 0; at < signals; at += 1) {
      const slope = (gradient[at] ?? 0) / whole - shrinkage * (weights[at] ?? 0);
      mean[at] = meanMemory * (mean[at] ?? 0) + (1 - meanMemory) * slope;
      square[at] = squareMemory * (square[at] ?? 0) + (1 - squareMemory) * slope * slope;
      const steady = (mean[at] ?? 0) / (1 - meanMemory ** round);
      const size = Math.sqrt((square[at] ?? 0) / (1 - squareMemory ** round)) + 1e-8;
      weights[at] = (weights[at] ?? 0) + (step * steady) / size;
    }
  }
  return weights;
}
