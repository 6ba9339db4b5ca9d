/** The department's lead or the bureau says yes to a binding request: the account is tied to a person of the roster. */
import { z } from 'zod';
import { fieldMeta } from '../field-meta.ts';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import type { Db, ToolContext } from '../tool-context.ts';
import { bindIdentity } from './bind-identity.ts';
import { leadMayApprove } from './binding-approvers.ts';
import { requestIdField, touchesBinding } from './binding-fields.ts';
import { type PendingBinding, pendingBinding, settleBinding } from './pending-binding.ts';
import { wording } from './wording.ts';

export const approveBinding = defineTool({
  name: 'approve-binding',
  title: '同意绑定身份',
  purpose: '核实申请人是本人后,同意把账号绑定到通讯录里的人。',
  effect: 'writes',
  article: null,
  input: z.object({
    requestId: requestIdField,
    personId: z
      .string()
      .optional()
      .register(fieldMeta, {
        label: '通讯录中的人',
        kind: 'person',
        aliases: ['人员'],
        among: 'anybody',
      }),
  }),
  output: z.object({ personId: z.string(), name: z.string(), created: z.boolean() }),
  permits: { lead: 'own', bureau: 'any' },
  says: ['同意|通过|批准|确认 绑定申请|绑定'],
  touches: touchesBinding,
  summary: async ({ requestId }, { db }) => {
    const { claimedName, department, role } = await pendingBinding(db, requestId);
    return [wording.bindingAsked(claimedName, department.name, role)];
  },
  async run({ requestId, personId: named }, context) {
    const { actor, db, now, record, tell, acting } = context;
    const request = await pendingBinding(db, requestId);
    if (acting?.role === 'lead' && !leadMayApprove(request.role))
      throw new Refusal('ONLY_BUREAU', wording.onlyBureau, { remedy: wording.onlyBureauRemedy });
    const { channel, userId, claimedName, departmentId, role, department } = request;
    const identity = { channel, userId };
    const bound = await db.channelIdentity.findFirst({ where: { ...identity, tenant: '', unboundAt: null } });
    if (bound) throw new Refusal('ALREADY_BOUND', wording.alreadyBound, { remedy: wording.alreadyBoundRemedy });
    const known = named ?? (await onRoster(db, request, now));
    const person =
      known === null
        ? await db.person.create({ data: { name: claimedName, createdAt: now } })
        : await db.person.findUniqueOrThrow({ where: { id: known } });
    await ensureMembership(context, person.id, request);
    await bindIdentity(db, identity, person.id, 'request', now);
    await settleBinding(db, request, {
      state: 'approved',
      personId: person.id,
      decidedById: actor.personId,
      decidedAt: now,
    });
    record({
      subjectKind: 'person',
      subjectId: person.id,
      departmentId,
      after: { channel, userId, role, created: known === null },
    });
    tell({
      identity,
      key: `binding-approved:${request.id}`,
      text: wording.bindingApproved(person.name, department.name, role),
    });
    return { personId: person.id, name: person.name, created: known === null };
  },
});

/** The one person of that name in that department; null when the roster has none. */
async function onRoster(db: Db, { claimedName, departmentId }: PendingBinding, now: Date): Promise<string | null> {
  const inForce = { departmentId, since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] };
  const found = await db.person.findMany({
    where: { name: claimedName, leftAt: null, memberships: { some: inForce } },
    select: { id: true },
  });
  if (found.length > 1)
    throw new Refusal('SEVERAL_PEOPLE', wording.severalPeople(claimedName), {
      remedy: wording.severalPeopleRemedy,
      field: 'personId',
    });
  return found[0]?.id ?? null;
}

async function ensureMembership(
  { db, now }: Pick<ToolContext, 'db' | 'now'>,
  personId: string,
  { departmentId, role }: PendingBinding,
): Promise<void> {
  const current = await db.membership.findFirst({ where: { personId, departmentId, role, until: null } });
  if (!current) await db.membership.create({ data: { personId, departmentId, role, since: now } });
}
