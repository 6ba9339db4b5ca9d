/** What the catalog tools give back: words for the person, and what can be done next. */
import { z } from 'zod';

const offerSchema = z.object({ title: z.string(), tool: z.string(), fields: z.record(z.string(), z.unknown()) });

export const catalogResult = z.object({
  entryId: z.string().nullable(),
  text: z.string(),
  offers: z.array(offerSchema),
});
export type CatalogResult = z.infer<typeof catalogResult>;
export type CatalogOffer = z.infer<typeof offerSchema>;

export const offerShow = (entryId: string): CatalogOffer => ({
  title: '查看目录',
  tool: 'show-catalog-entry',
  fields: { entryId },
});
export const offerRevise = (entryId: string, title = '修改'): CatalogOffer => ({
  title,
  tool: 'revise-catalog-entry',
  fields: { entryId },
});
export const offerHistory = (entryId: string): CatalogOffer => ({
  title: '版本历史',
  tool: 'catalog-history',
  fields: { entryId },
});
