/** Binding requests that wait for one's yes or no, as work to be done. */
import type { WorkItem } from '#tools/requests/work-item.ts';
import type { LookContext } from '../tool-context.ts';
import { decidableBindings } from './pending-binding.ts';
import { wording } from './wording.ts';

export async function workOfBindings({ actor, db }: LookContext): Promise<readonly WorkItem[]> {
  const pending = await decidableBindings(db, actor);
  return pending.map(({ id, claimedName, department, role }) => ({
    kind: 'bind',
    requestId: null,
    number: null,
    dueOn: null,
    overdue: false,
    provisional: false,
    text: wording.bindingAsked(claimedName, department.name, role),
    offers: [
      { title: `${wording.offerApprove}${claimedName}`, tool: 'approve-binding', fields: { requestId: id } },
      { title: `${wording.offerReject}${claimedName}`, tool: 'reject-binding', fields: { requestId: id } },
    ],
  }));
}
