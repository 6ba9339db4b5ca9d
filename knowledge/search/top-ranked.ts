/** The best few of many scores, best first; of equal scores the earlier document comes first. */

export interface Ranked {
  readonly ordinal: number;
  readonly score: number;
}

function worse(one: Ranked, other: Ranked): boolean {
  return one.score < other.score || (one.score === other.score && one.ordinal > other.ordinal);
}

/** Keeps the worst of the kept ones at the root of a heap; most scores of a large index fail the one comparison. */
function sink(heap: Ranked[], entry: Ranked): void {
  let at = 0;
  for (;;) {
    let child = at * 2 + 1;
    const left = heap[child];
    if (!left) break;
    const right = heap[child + 1];
    let least = left;
    if (right && worse(right, left)) {
      least = right;
      child += 1;
    }
    if (!worse(least, entry)) break;
    heap[at] = least;
    at = child;
  }
  heap[at] = entry;
}

/** Only scores above zero count; `accepts` is asked only of those that would make the list. */
export function topRanked(scores: Float32Array, count: number, accepts: (ordinal: number) => boolean): Ranked[] {
  if (count <= 0) return [];
  const heap: Ranked[] = [];
  let bar = 0;
  for (let ordinal = 0; ordinal < scores.length; ordinal += 1) {
    const score = scores[ordinal] ?? 0;
    if (!(score > bar) || !accepts(ordinal)) continue;
    const entry = { ordinal, score };
    if (heap.length < count) {
      heap.push(entry);
      if (heap.length < count) continue;
      heap.sort((one, other) => (worse(one, other) ? -1 : 1));
    } else sink(heap, entry);
    bar = heap[0]?.score ?? 0;
  }
  return heap.toSorted((one, other) => (worse(one, other) ? 1 : -1));
}
