/** What requests give somebody to do: theirs to answer, provide, supplement, escalate or close, with the clock of each. */
import { defaultOffers } from './work-offers.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { cityCalendar } from './city-calendar.ts';
import { visibleTo } from './find-requests.ts';
import { awaitsAnswer, type Side } from './lifecycle.ts';
import { isOverdue, runningClock } from './request-clock.ts';
import { sideOfActor } from './request-result.ts';
import { type RequestRow, requestInclude } from './request-row.ts';
import { clockText, requestTitle } from './request-words.ts';
import { clockFacts, type WorkItem } from './work-item.ts';

const live = ['submitted', 'supplement_asked', 'supplied', 'approved', 'provided', 'refused'] as const;
const most = 2_000;

const does: Readonly<Record<WorkItem['kind'], string>> = {
  answer: '待您部门答复',
  provide: '已同意,待提供数据',
  supply: '待补充材料',
  escalate: '对方超期未答复',
  wait: '等待对方答复',
  close: '待确认办结',
  draft: '草稿',
  coordinate: '超期未办',
  duty: '待办',
  bind: '绑定申请',
};

function kindFor(row: RequestRow, side: Side | null, overdue: boolean): WorkItem['kind'] | null {
  if (side === 'provider') {
    if (awaitsAnswer(row.state)) return 'answer';
    return row.state === 'approved' && row.kind !== 'correction' ? 'provide' : null;
  }
  if (side === 'requester') {
    if (row.state === 'supplement_asked') return 'supply';
    if (awaitsAnswer(row.state)) return overdue ? 'escalate' : 'wait';
    return row.state === 'approved' && row.kind !== 'correction' ? 'wait' : 'close';
  }
  return overdue ? 'coordinate' : null;
}

export async function workOfRequests({ actor, db, now }: LookContext): Promise<readonly WorkItem[]> {
  return await itemsOf({ AND: [visibleTo(actor), { state: { in: [...live] } }] }, { actor, db, now });
}

/** Every request whose clock has run out, for the bureau and for the sides' own eyes. */
export async function overdueRequests({ actor, db, now }: LookContext): Promise<readonly WorkItem[]> {
  const states = ['submitted', 'supplement_asked', 'supplied', 'approved'] as const;
  const items = await itemsOf({ AND: [visibleTo(actor), { state: { in: [...states] } }] }, { actor, db, now });
  return items.filter(({ overdue }) => overdue);
}

async function itemsOf(where: Prisma.RequestWhereInput, { actor, db, now }: LookContext): Promise<readonly WorkItem[]> {
  const calendar = await cityCalendar(db);
  const rows = await db.request.findMany({
    where,
    include: requestInclude,
    orderBy: { receivedOn: 'asc' },
    take: most,
  });
  return rows.flatMap((row): WorkItem[] => {
    const clock = runningClock(row, { calendar, now });
    const side = sideOfActor(row, actor);
    const kind = kindFor(row, side, isOverdue(clock));
    if (kind === null) return [];
    const escalated = row.events.some((event) => event.kind === 'coordination_asked') && awaitsAnswer(row.state);
    const lines = [
      `${does[kind]}:${requestTitle(row)}`,
      ...(clock === null ? [] : [clockText(clock)]),
      ...(escalated ? ['已请市数据资源局协调'] : []),
    ];
    return [
      {
        kind,
        requestId: row.id,
        number: row.number,
        ...clockFacts(clock),
        text: lines.join('\n'),
        offers: defaultOffers(row, side, isOverdue(clock)),
      },
    ];
  });
}
