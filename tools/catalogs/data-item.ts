/** A data item (信息项): a column of a catalog entry, as people give it. */
import { z } from 'zod';

export const dataItemSchema = z.object({
  name: z.string().trim().min(1).max(200),
  /** Column name in the source system. */
  field: z.string().trim().max(200).optional(),
  /** 字符型, 数值型, 日期型 … */
  type: z.string().trim().max(50).optional(),
  /** `18` or `10,2`. */
  length: z.string().trim().max(20).optional(),
  description: z.string().trim().max(1_000).optional(),
  /** Personal information of someone identifiable; absent: nobody said. */
  personal: z.boolean().optional(),
  sensitive: z.boolean().optional(),
});
export type DataItem = z.infer<typeof dataItemSchema>;
