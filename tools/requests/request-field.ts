/** The field that names a request, and whose thing a request is for the permission check. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import type { LookContext } from '#tools/tool-context.ts';
import type { Touched } from '#tools/tool.ts';
import type { RequestScope } from './find-requests.ts';
import { loadRequest } from './request-row.ts';

/** @param among which requests may be meant */
export function requestField(among: RequestScope, ask = '哪一件申请?'): z.ZodString {
  return z.string().register(fieldMeta, {
    label: '申请',
    kind: 'request',
    aliases: ['申请编号', '编号'],
    ask,
    hint: '可以说编号(#12)、目录名称,或者“上周那个”。',
    example: '#12',
    among,
  });
}

export async function touchesProvider(
  { requestId }: { readonly requestId: string },
  { db }: LookContext,
): Promise<Touched> {
  return { departmentId: (await loadRequest(db, requestId)).providerDepartmentId };
}

/** A public requester's request is their own person's, a department's is the department's. */
export async function touchesRequester(
  { requestId }: { readonly requestId: string },
  { db }: LookContext,
): Promise<Touched> {
  const { requesterDepartmentId, requesterId } = await loadRequest(db, requestId);
  return requesterDepartmentId === null ? { personId: requesterId } : { departmentId: requesterDepartmentId };
}
