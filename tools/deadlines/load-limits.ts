/** Loads the limits table. */
import { readFileSync } from 'node:fs';

import { parse } from 'yaml';
import { z } from 'zod';

import { type Limit, limitSchema } from './limit.ts';

/** @param file another table, for a bureau that keeps its own */
export function loadLimits(file: string | URL = new URL('limits.yaml', import.meta.url)): readonly Limit[] {
  const parsed = z
    .array(limitSchema)
    .min(1)
    .safeParse(parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${String(file)}: ${z.prettifyError(parsed.error)}`);
  const ids = parsed.data.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`${String(file)}: limit ${twice} stands twice`);
  return parsed.data;
}
