/** A department has not handed in all of its three lists (Art. 25): the long ladder towards the campaign's last day. */
import { listNames } from '#tools/campaign/stage-names.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { Offer } from '#tools/notice.ts';
import type { CampaignListFact } from '../facts/facts.ts';
import { longLadder } from '../due-ladder.ts';
import type { Matter, ReminderRule } from '../matter.ts';

function words(lists: readonly CampaignListFact[], stage: CampaignListFact['stage'], does: string): string {
  const named = lists.filter((list) => list.stage === stage).map(({ list }) => listNames[list]);
  return named.length === 0 ? '' : `${named.join('、')}${does}`;
}

function offersFor(departmentId: string, missing: readonly CampaignListFact[]): readonly Offer[] {
  const fields = { departmentId };
  const signature = missing.some(({ waitsFor }) => waitsFor === 'lead');
  const filling = missing.some(({ waitsFor }) => waitsFor === 'officer');
  return [
    ...(signature ? [{ title: '签批清单', tool: 'sign-lists', fields }] : []),
    { title: '查看清单', tool: 'show-list', fields },
    ...(filling ? [{ title: '清单没有变化', tool: 'confirm-lists-unchanged', fields }] : []),
  ];
}

export const listCampaign: ReminderRule = {
  name: 'list-campaign',
  title: '三张清单',
  about: ['lists'],
  matters({ lists }, calendar) {
    const byDepartment = new Map<string, CampaignListFact[]>();
    for (const list of lists) {
      const key = `${list.campaignId}:${list.departmentId}`;
      byDepartment.set(key, [...(byDepartment.get(key) ?? []), list]);
    }
    return [...byDepartment.values()].flatMap((missing): Matter[] => {
      const [first] = missing;
      if (!first) return [];
      const left = [
        words(missing, 'draft', '还没有填报'),
        words(missing, 'returned', '被退回'),
        words(missing, 'prepared', '等待负责人签发'),
      ].filter((line) => line !== '');
      // What waits for the lead's signature is the lead's to be reminded of from the beginning.
      const leads = missing.some(({ waitsFor }) => waitsFor === 'lead');
      const steps = longLadder(first.dueOn, changshaDay(first.openedAt), calendar);
      return [
        {
          subjectKind: 'campaign_department',
          subjectId: `${first.campaignId}/${first.departmentId}`,
          round: first.dueOn,
          since: first.openedAt,
          departmentId: first.departmentId,
          personId: null,
          what: `${first.department}${first.year}年的${left.join(',')}`,
          article: '第二十五条第一款',
          until: first.dueOn,
          binding: true,
          offers: offersFor(first.departmentId, missing),
          steps: leads ? steps.map((step) => ({ ...step, to: [...new Set([...step.to, 'lead' as const])] })) : steps,
        },
      ];
    });
  },
};
