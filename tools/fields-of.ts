/** Reads the fields of a tool's input: name, schema, whether one must give it, and what the registry says of it. */
import { z } from 'zod';
import { fieldMeta, type FieldMeta } from './field-meta.ts';

export interface Field {
  readonly name: string;
  readonly schema: z.ZodType;
  /** False when the schema accepts its absence. */
  readonly required: boolean;
  readonly meta: FieldMeta;
}

const known = new WeakMap<z.ZodObject, readonly Field[]>();

/** In the order of the definition. Throws when a field has no meta: such a field could be neither asked for nor shown. */
export function fieldsOf(input: z.ZodObject): readonly Field[] {
  const before = known.get(input);
  if (before) return before;
  const shape: Readonly<Record<string, unknown>> = input.shape;
  const fields = Object.entries(shape).map(([name, schema]): Field => {
    if (!(schema instanceof z.ZodType)) throw new Error(`field ${name} is not a schema`);
    const meta = metaOf(schema);
    if (!meta) throw new Error(`field ${name} has no meta: register it in fieldMeta`);
    return { name, schema, required: !schema.safeParse(undefined).success, meta };
  });
  known.set(input, fields);
  return fields;
}

/** The meta may stand on the schema itself or on what `.optional()`, `.nullable()` or `.default()` wraps. */
function metaOf(schema: z.ZodType): FieldMeta | undefined {
  const own = fieldMeta.get(schema);
  if (own) return own;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    const inner = schema.unwrap();
    return inner instanceof z.ZodType ? metaOf(inner) : undefined;
  }
  return undefined;
}
