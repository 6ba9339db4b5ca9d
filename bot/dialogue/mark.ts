/** A short mark of some JSON: tells a button of what is shown now from one of what was shown before. */
import { createHash } from 'node:crypto';

export function markOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 10);
}
