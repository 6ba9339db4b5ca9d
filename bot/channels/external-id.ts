/** An id given by another system: short enough for an index, without control characters. */
import { z } from 'zod';

const longestId = 500;

export const externalId = z
  .string()
  .min(1)
  .refine((id) => Buffer.byteLength(id) <= longestId, `longer than ${longestId} bytes`)
  .refine((id) => !/[\p{Cc}\p{Surrogate}]/u.test(id), 'holds control characters');
