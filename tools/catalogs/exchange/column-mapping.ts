/** What a mapping file says: which heading holds which field, which are left out, and what stands for a field the file lacks. */
import { z } from 'zod';
import { columns, fieldOfHeading, foldHeading, type Field } from './columns.ts';
import { ImportFault } from './import-fault.ts';

const fieldNames = columns.map(({ field }) => field);
const fieldSchema = z.string().transform((name, context): Field => {
  const field = fieldNames.find((known) => known === name) ?? fieldOfHeading(name);
  if (field) return field;
  context.addIssue({ code: 'custom', message: `没有“${name}”这个字段` });
  return z.NEVER;
});

const mappingSchema = z.strictObject({
  /** Heading in the file → field, by its English name or its heading in our export. */
  columns: z.record(z.string(), fieldSchema).default({}),
  /** Headings that say nothing to a catalog. */
  ignore: z.array(z.string()).default([]),
  /** Field → value where the row has none. */
  defaults: z.record(z.string(), z.string()).default({}),
  /** Field → what the file writes → what it means, before anything else is tried. */
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});

export interface ColumnMapping {
  readonly fieldOf: (heading: string) => Field | 'ignored' | undefined;
  readonly defaults: ReadonlyMap<Field, string>;
  readonly valueOf: (field: Field, text: string) => string;
}

/** @param given the parsed JSON of a mapping file; `{}` for none */
export function readMapping(given: unknown): ColumnMapping {
  const parsed = mappingSchema.safeParse(given);
  if (!parsed.success)
    throw new ImportFault(
      `映射文件有误:${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join(';')}`,
    );
  const mapping = parsed.data;
  const byHeading = new Map(Object.entries(mapping.columns).map(([heading, field]) => [foldHeading(heading), field]));
  const ignored = new Set(mapping.ignore.map(foldHeading));
  const keyed = <Value>(record: Readonly<Record<string, Value>>): ReadonlyMap<Field, Value> =>
    new Map(Object.entries(record).map(([name, value]) => [fieldSchema.parse(name), value]));
  const values = keyed(mapping.values);
  return {
    fieldOf: (heading) => {
      const folded = foldHeading(heading);
      return ignored.has(folded) ? 'ignored' : (byHeading.get(folded) ?? fieldOfHeading(heading));
    },
    defaults: keyed(mapping.defaults),
    valueOf: (field, text) => values.get(field)?.[text] ?? text,
  };
}
