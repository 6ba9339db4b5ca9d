/** Puts the requests of a list into words, with what can be done about each; in the order given. */
import type { LookContext } from '#tools/tool-context.ts';
import { awaitsAnswer } from './lifecycle.ts';
import { isOverdue } from './request-clock.ts';
import { requestInclude } from './request-row.ts';
import { clockText, requestTitle } from './request-words.ts';
import type { WorkItem } from './work-item.ts';
import { defaultOffers } from './work-offers.ts';
import type { RequestWork, RequestWorkKind } from './work-of-requests.ts';

const does: Readonly<Record<RequestWorkKind, string>> = {
  answer: '待您部门答复',
  provide: '已同意,待提供数据',
  supply: '待补充材料',
  escalate: '对方超期未答复',
  wait: '等待对方答复',
  close: '待确认办结',
  consent: '待决定是否同意延长答复期限',
  move: '提供部门已撤并,待确认由谁办理',
  coordinate: '超期未办',
};

export async function requestItems(
  work: readonly RequestWork[],
  { db }: Pick<LookContext, 'db'>,
): Promise<readonly WorkItem[]> {
  const ids = work.map(({ requestId }) => requestId);
  const rows = await db.request.findMany({ where: { id: { in: ids } }, include: requestInclude });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return work.flatMap(({ clock, side, ...one }): WorkItem[] => {
    const row = byId.get(one.requestId);
    if (!row) return [];
    const escalated = row.events.some((event) => event.kind === 'coordination_asked') && awaitsAnswer(row.state);
    const lines = [
      `${does[one.kind]}:${requestTitle(row)}`,
      ...(clock === null ? [] : [clockText(clock)]),
      ...(escalated ? ['已请市数据资源局协调'] : []),
    ];
    return [{ ...one, text: lines.join('\n'), offers: defaultOffers(row, side, isOverdue(clock)) }];
  });
}
