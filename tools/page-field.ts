/** Which page of a long list is to be shown, from 1. */
import { z } from 'zod';
import { fieldMeta, type FieldMeta } from './field-meta.ts';

/** A schema of its own each time: what is said of a field belongs to the schema. */
export const pageField = (meta: Omit<FieldMeta, 'kind'>) =>
  z
    .number()
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .register(fieldMeta, { ...meta, kind: 'number' });
