/** What the three lists give somebody to do: to fill in or sign off for a department, to confirm for the bureau. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import type { WorkItem } from '#tools/requests/work-item.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { currentCampaign } from './current-campaign.ts';
import { offers } from './list-result.ts';
import { byDepartment } from './progress.ts';
import { missingLists } from './missing-lists.ts';
import { listNames, stageNames } from './stage-names.ts';

export async function workOfLists({ actor, db, now }: LookContext): Promise<readonly WorkItem[]> {
  const campaign = await currentCampaign(db);
  if (!campaign) return [];
  const late = changshaDay(now) > campaign.dueOn;
  const item = (text: string, buttons: WorkItem['offers'], dated = true): WorkItem => ({
    kind: 'list',
    requestId: null,
    number: null,
    dueOn: dated ? campaign.dueOn : null,
    overdue: dated && late,
    provisional: false,
    text,
    offers: buttons,
  });
  const own = new Map<string, boolean>();
  for (const { role, departmentId } of actor.memberships)
    if (departmentId !== null && role !== 'public')
      own.set(departmentId, role === 'lead' || (own.get(departmentId) ?? false));
  const when = `最晚${printDay(campaign.dueOn)}报送${late ? ',已超期' : ''}`;
  const missing =
    own.size === 0 ? [] : await missingLists(db, { now, campaignId: campaign.id, departmentIds: [...own.keys()] });
  const items = byDepartment(missing).map((rows) => {
    const { departmentId = '', department = '' } = rows[0] ?? {};
    const each = rows.map(({ list, stage }) => `${listNames[list]}(${stageNames[stage]})`).join('、');
    const toSign = own.get(departmentId) === true && rows.some(({ waitsFor }) => waitsFor === 'lead');
    return item(`三张清单待报送:${department} ${each}\n${when}`, [
      offers.show(departmentId),
      ...(toSign ? [offers.sign(departmentId, 'all')] : []),
    ]);
  });
  if (!actor.memberships.some(({ role }) => role === 'bureau')) return items;
  const waiting = await db.listSubmission.count({ where: { campaignId: campaign.id, state: 'signed' } });
  const toConfirm = { ...offers.progress('待确认的清单'), fields: { what: 'to_confirm' } };
  return waiting === 0 ? items : [...items, item(`部门报送的清单待确认:${waiting} 张`, [toConfirm], false)];
}
