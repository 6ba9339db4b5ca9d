/** The field by which a binding request is named, and whose department it is about. */
import { z } from 'zod';
import { fieldMeta } from '../field-meta.ts';
import type { Touched } from '../tool.ts';
import type { LookContext } from '../tool-context.ts';

export const requestIdField = z.string().register(fieldMeta, {
  label: '绑定申请',
  kind: 'binding_request',
  aliases: ['申请人'],
  ask: '是哪一位的绑定申请?',
  example: '张三',
});

export async function touchesBinding(
  { requestId }: { readonly requestId: string },
  { db }: LookContext,
): Promise<Touched | null> {
  const found = await db.bindingRequest.findUnique({ where: { id: requestId }, select: { departmentId: true } });
  return { departmentId: found?.departmentId ?? '' };
}
