/** The guided form of a tool, derived from its input: which fields, in which order, under which version. */
import { createHash } from 'node:crypto';
import type { GivenFields } from '#tools/field-meta.ts';
import { type Field, fieldsOf } from '#tools/fields-of.ts';
import type { AnyTool } from '#tools/tool.ts';

export interface Form {
  readonly tool: AnyTool;
  readonly fields: readonly Field[];
  /** Changes when a draft filled under an older definition has to be looked through again. */
  readonly version: string;
}

const known = new WeakMap<AnyTool, Form>();

export function formOf(tool: AnyTool): Form {
  const before = known.get(tool);
  if (before) return before;
  const fields = fieldsOf(tool.input);
  const outline = fields.map(({ name, required, meta }) => [
    name,
    required,
    meta.kind,
    Object.keys(meta.choices ?? {}),
  ]);
  const version = createHash('sha256').update(JSON.stringify(outline)).digest('hex').slice(0, 12);
  const form = { tool, fields, version };
  known.set(tool, form);
  return form;
}

export function fieldOf(form: Form, name: string): Field | undefined {
  return form.fields.find((field) => field.name === name);
}

export function labelsOf({ fields }: Form): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, meta }) => [name, meta.label]));
}

/** Whether the form may not be filed without it, given what is there. */
export function isNeeded({ required, meta }: Field, given: GivenFields): boolean {
  return required || (meta.requiredIf?.(given) ?? false);
}

/** Whether the form asks for it at all: never what was set by what opened it, nor what makes no sense here. */
export function isAsked(field: Field, given: GivenFields): boolean {
  if (field.meta.fixed) return false;
  if (isNeeded(field, given)) return true;
  return field.meta.ask !== undefined && (field.meta.askOnlyIf?.(given) ?? true);
}
