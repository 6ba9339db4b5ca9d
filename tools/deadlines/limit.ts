/** A statutory limit: what has to be done, from which day, within how many working days, under the city's rule and under higher law. */
import { z } from 'zod';

import { isIsoDate } from './iso-date.ts';

const dateSchema = z.string().refine(isIsoDate);

const extensionSchema = z.strictObject({
  /** Working days that can be added at most. */
  days: z.number().int().positive(),
  clause: z.string(),
  /** 经主管部门同意 */
  consent: z.boolean(),
  /** 告知申请部门 */
  notice: z.boolean(),
});

export const limitRuleSchema = z.strictObject({
  instrument: z.string(),
  number: z.string(),
  /** Id of the regulation, where its text is in the corpus; the quote is verbatim then. */
  regulation: z.string().nullable(),
  /** As printed: 第二十二条第二款. */
  clause: z.string(),
  quote: z.string().nullable(),
  days: z.number().int().positive(),
  unit: z.literal('工作日'),
  inForceFrom: dateSchema,
  /** Last day in force, included. */
  inForceTo: dateSchema.nullable(),
  extension: extensionSchema.nullable(),
  /** The clause that lets the clock stand still; null: nothing does. */
  stop: z.string().nullable(),
  /** Row of the higher-law table that words the same fact. */
  about: z.string().nullable(),
});
export type LimitRule = z.infer<typeof limitRuleSchema>;

export const limitSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    /** What has to be done: 答复有条件共享申请. */
    title: z.string(),
    /** The verb alone: 答复. */
    does: z.string(),
    who: z.string(),
    /** What happens on day 0: 收到共享申请. */
    trigger: z.string(),
    /** Where the city sets no number: the clause of its regulation that comes nearest. */
    near: z.string().nullable(),
    municipal: limitRuleSchema.nullable(),
    higher: limitRuleSchema.nullable(),
  })
  .refine(({ municipal, higher }) => municipal !== null || higher !== null);
export type Limit = z.infer<typeof limitSchema>;
