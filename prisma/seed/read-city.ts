/** Reads the demo city's files, refusing what is misspelt in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { DepartmentKind, DutyKind, ListKind } from '../generated/enums.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

const departmentSchema = z.strictObject({
  key: z.string().regex(/^[a-z-]+$/),
  name: z.string(),
  short: z.array(z.string()).min(1),
  kind: z.enum(DepartmentKind).default('municipal'),
  district: z.string().optional(),
  parent: z.string().optional(),
  functions: z.array(z.string()).min(1),
});
export type CityDepartment = z.infer<typeof departmentSchema>;

const staffSchema = z.strictObject({
  bureau: z.array(z.string()).default([]),
  officer: z.array(z.string()).min(1),
  lead: z.array(z.string()).min(1),
});
const peopleSchema = z.object({ public: z.record(z.string(), z.string()) }).catchall(staffSchema);

const attributes = {
  source: z.string().optional(),
  system: z.string().optional(),
  class: z.string().optional(),
  standard: z.string().optional(),
  cycle: z.string().optional(),
  share: z.string().optional(),
  open: z.string().optional(),
  level: z.string().optional(),
  format: z.string().optional(),
  items: z.string().optional(),
};
const entrySchema = z.strictObject({
  ...attributes,
  name: z.string().min(2),
  kind: z.enum(['data', 'information']).default('data'),
  summary: z.string().min(8),
  basis: z.string(),
  keywords: z.string().optional(),
  /** Days since the data were refreshed; by default what the cycle promises. */
  updated: z.number().int().optional(),
  state: z.enum(['draft', 'submitted', 'published', 'returned', 'withdrawn']).default('published'),
  reason: z.string().optional(),
  previous: z.strictObject(attributes).optional(),
  finding: z.string().optional(),
});
export type CityEntry = z.infer<typeof entrySchema>;
const catalogSchema = z.strictObject({ defaults: z.strictObject(attributes), entries: z.array(entrySchema) });

const days = z.number().int().nonnegative();
const stepSchema = z.strictObject({
  submitted: days.optional(),
  access_given: days.optional(),
  supplement_asked: days.optional(),
  supplied: days.optional(),
  approved: days.optional(),
  refused: days.optional(),
  provided: days.optional(),
  closed: days.optional(),
  withdrawn: days.optional(),
  coordination_asked: days.optional(),
  text: z.string().optional(),
  ground: z.string().optional(),
  reason: z.string().optional(),
  legal: z.string().optional(),
});
export type CityStep = z.infer<typeof stepSchema>;
const requestSchema = z.strictObject({
  kind: z.enum(['share', 'open', 'correction']),
  /** `<name>@<department key>` */
  entry: z.string(),
  requester: z.string(),
  /** For `original` of a correction to name. */
  key: z.string().optional(),
  original: z.string().optional(),
  scenario: z.string(),
  scope: z.string().optional(),
  basis: z.string().optional(),
  items: z.array(z.string()),
  method: z.string().optional(),
  opening: z.string().optional(),
  contact: z.string().optional(),
  correction: z.string().optional(),
  steps: z.array(stepSchema).min(1),
});
export type CityRequest = z.infer<typeof requestSchema>;

const dutySchema = z.strictObject({
  kind: z.enum(DutyKind),
  department: z.string(),
  title: z.string(),
  cause: z.string(),
  occurred: days,
  /** Days before today: negative is ahead. */
  due: z.number().int().optional(),
  entries: z.array(z.string()),
});
export type CityDuty = z.infer<typeof dutySchema>;

const listsSchema = z.strictObject({
  unchanged: z.array(z.string()),
  confirmed: z.array(z.string()),
  signed: z.array(z.string()),
  late: z.array(z.string()),
  prepared: z.array(z.string()),
  returned: z.array(z.strictObject({ department: z.string(), list: z.enum(ListKind), reason: z.string() })),
});

export interface City {
  readonly departments: readonly CityDepartment[];
  readonly people: z.infer<typeof peopleSchema>;
  /** By department key, with the department's defaults filled in. */
  readonly catalogs: ReadonlyMap<string, readonly CityEntry[]>;
  readonly requests: readonly CityRequest[];
  readonly duties: readonly CityDuty[];
  /** The stage of departments in the campaign of the three lists, by key. */
  readonly lists: z.infer<typeof listsSchema>;
}

function read<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(parse(readFileSync(path.join(here, file), 'utf8')));
}

export function readCity(): City {
  const catalogs = new Map<string, CityEntry[]>();
  for (const file of readdirSync(path.join(here, 'catalogs'))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()) {
    for (const [key, { defaults, entries }] of Object.entries(
      read(path.join('catalogs', file), z.record(z.string(), catalogSchema)),
    )) {
      catalogs.set(
        key,
        entries.map((entry) => ({ ...defaults, ...entry })),
      );
    }
  }
  return {
    departments: read('departments.yaml', z.array(departmentSchema)),
    people: read('people.yaml', peopleSchema),
    catalogs,
    requests: read('requests.yaml', z.array(requestSchema)),
    duties: read('duties.yaml', z.array(dutySchema)),
    lists: read('lists.yaml', listsSchema),
  };
}
