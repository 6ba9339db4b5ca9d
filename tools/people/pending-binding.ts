/** A binding request that still waits for its answer. */
import type { Prisma } from '#prisma/generated/client.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from '../tool-context.ts';
import type { Actor } from './actor.ts';
import { wording } from './wording.ts';

const include = { department: { select: { name: true } } } satisfies Prisma.BindingRequestInclude;
export type PendingBinding = Prisma.BindingRequestGetPayload<{ include: typeof include }>;

/** @throws Refusal when it has been settled meanwhile, or never was */
export async function pendingBinding(db: Db, requestId: string): Promise<PendingBinding> {
  const found = await db.bindingRequest.findUnique({ where: { id: requestId }, include });
  if (found?.state !== 'pending')
    throw new Refusal('BINDING_SETTLED', wording.requestSettled, { remedy: wording.requestSettledRemedy });
  return found;
}

/** Settles it; whoever settled it a moment before wins. */
export async function settleBinding(
  db: Db,
  { id }: Pick<PendingBinding, 'id'>,
  data: Prisma.BindingRequestUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db.bindingRequest.updateMany({ where: { id, state: 'pending' }, data });
  if (count === 0)
    throw new Refusal('BINDING_SETTLED', wording.requestSettled, { remedy: wording.requestSettledRemedy });
}

/** Those the actor may decide: all for the bureau, their own department's officers for a lead. */
export async function decidableBindings(db: Db, actor: Actor): Promise<readonly PendingBinding[]> {
  const bureau = actor.memberships.some(({ role }) => role === 'bureau');
  const led = actor.memberships.flatMap(({ role, departmentId }) => (role === 'lead' ? (departmentId ?? []) : []));
  if (!bureau && led.length === 0) return [];
  return await db.bindingRequest.findMany({
    where: { state: 'pending', ...(bureau ? {} : { departmentId: { in: led }, role: 'officer' }) },
    include,
    orderBy: { askedAt: 'asc' },
  });
}
