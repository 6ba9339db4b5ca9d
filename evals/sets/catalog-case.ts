/** One line of `catalogs.jsonl`: a search in the demo city and the entries that are right for it. */
import { z } from 'zod';

export const catalogCaseSchema = z.strictObject({
  id: z.string(),
  q: z.string(),
  style: z.enum(['name', 'terse', 'spoken', 'who', 'multi', 'filter', 'typo', 'pinyin', 'traditional', 'none']),
  /** How it was put, finer than the style, where its author noted it: `item`, `purpose`, `none_other_city` … */
  kind: z.string().optional(),
  /** Names of entries; empty: nothing in the catalogs matches, and that must be said. */
  gold: z.array(z.string()),
});
export type CatalogCase = z.infer<typeof catalogCaseSchema>;
