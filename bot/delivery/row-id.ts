/** Ids for rows written by our own SQL: UUIDs of version 7, ordered by the moment that is given. */
import { randomUUID } from 'node:crypto';

export function rowId(at: Date): string {
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  // The rest of a version 4 UUID is random but for its version digit and its variant.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
