/** Logistic regression by Newton's method, small enough to fit once for every search left out. */

export interface Sample {
  readonly evidence: readonly number[];
  readonly right: boolean;
  readonly weight: number;
  /** The search it came from; left out together. */
  readonly search: number;
}

const rounds = 25;
/** Keeps weights small that little speaks for; the first one, the bias, is left free. */
const ridge = 1;

export function fit(samples: readonly Sample[]): readonly number[] {
  const size = samples[0]?.evidence.length ?? 0;
  let weights: readonly number[] = Array.from({ length: size }, () => 0);
  for (let round = 0; round < rounds; round += 1) {
    const gradient = weights.map((weight, at) => weight * penalty(at));
    const curve = weights.map((_, row) => weights.map((__, column) => (row === column ? penalty(row) : 0)));
    for (const { evidence, right, weight } of samples) {
      const chance = 1 / (1 + Math.exp(-dot(weights, evidence)));
      evidence.forEach((value, row) => {
        gradient[row] = (gradient[row] ?? 0) + weight * (chance - (right ? 1 : 0)) * value;
        const line = curve[row] ?? [];
        evidence.forEach((other, column) => {
          line[column] = (line[column] ?? 0) + weight * chance * (1 - chance) * value * other;
        });
      });
    }
    const step = solve(curve, gradient);
    weights = weights.map((weight, at) => weight - (step[at] ?? 0));
  }
  return weights;
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

function penalty(at: number): number {
  return at === 0 ? 0.001 : ridge;
}

/** Gauss–Jordan; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], side: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, side[at] ?? 0]);
  rows.forEach((pivotRow, pivot) => {
    const by = pivotRow[pivot] ?? 1;
    for (let column = 0; column < pivotRow.length; column += 1) pivotRow[column] = (pivotRow[column] ?? 0) / by;
    rows.forEach((row, at) => {
      const factor = row[pivot] ?? 0;
      if (at === pivot || factor === 0) return;
      for (let column = 0; column < row.length; column += 1)
        row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0);
    });
  });
  return rows.map((row) => row.at(-1) ?? 0);
}
