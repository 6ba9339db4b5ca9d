/** The department a duty is opened for; whoever belongs to one only need not say it. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import type { Actor } from '#tools/people/actor.ts';

/** @param own filled in from the roster */
export function departmentField(ask: string, own: boolean): z.ZodString {
  return z
    .string()
    .register(fieldMeta, { label: '部门', kind: 'department', ask, ...(own && { known: onlyDepartment }) });
}

function onlyDepartment(actor: Actor): unknown {
  const departments = new Set(actor.memberships.flatMap(({ departmentId }) => departmentId ?? []));
  return departments.size === 1 ? [...departments][0] : undefined;
}
