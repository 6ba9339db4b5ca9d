/** Keeps what a pure function gave lately: the same few questions are asked all day. */
import { LRUCache } from 'lru-cache';

const mostKept = 2_000;
/** A longer key is a message nobody sends twice. */
const longestKey = 4_000;

/** @param keyOf says everything that the result depends on */
export function remembered<Args extends unknown[], Result extends object | null>(
  make: (...args: Args) => Result,
  keyOf: (...args: Args) => string,
): (...args: Args) => Result {
  const kept = new LRUCache<string, { readonly result: Result }>({ max: mostKept });
  return (...args) => {
    const key = keyOf(...args);
    const known = kept.get(key);
    if (known) return known.result;
    const result = make(...args);
    if (key.length < longestKey) kept.set(key, { result });
    return result;
  };
}
