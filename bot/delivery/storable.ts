/** JSON as a database takes it. */
import { cleanValue } from './clean-text.ts';

/** Marks of a client, and our own words where they repeat a person's, may hold what no database takes. */
export function storable(value: unknown): string {
  const text = JSON.stringify(value);
  return /\\u0000|\\ud[89a-f]/i.test(text) ? JSON.stringify(cleanValue(JSON.parse(text))) : text;
}
