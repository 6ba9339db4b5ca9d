/** What somebody can do next with a request, as buttons that open the tool for it. */
import type { Offer } from '#tools/notice.ts';
import { awaitsAnswer } from './lifecycle.ts';
import type { Side } from './lifecycle.ts';
import { lifecycles } from './lifecycles.ts';
import { isUndecided } from './live.ts';
import type { RequestRow } from './request-row.ts';
import { type Refused, tryAgain } from './try-again.ts';

/** Callers that offer nothing to a requester need not know what was asked for. */
const isWhole = (row: object): row is Refused => 'entryId' in row && 'scenario' in row;

const answerTools = {
  share: 'answer-share-request',
  open: 'answer-open-request',
  correction: 'answer-correction-request',
} as const;

/** @param overdue the clock of the answer has run out */
export function nextSteps(
  row: Pick<RequestRow, 'id' | 'kind' | 'state' | 'events' | 'providerDepartment'>,
  side: Side | null,
  overdue: boolean,
): readonly Offer[] {
  const offer = (title: string, tool: string, fields: Readonly<Record<string, unknown>> = {}): Offer => ({
    title,
    tool,
    fields: { requestId: row.id, ...fields },
  });
  const happened = (kind: string): boolean => row.events.some((event) => event.kind === kind);
  const waiting = awaitsAnswer(row.state);
  if (side === 'provider') {
    const answer = answerTools[row.kind];
    if (waiting)
      return [
        offer(row.kind === 'correction' ? '已更正' : '同意', answer, { decision: 'approve' }),
        ...(row.state === 'supplement_asked'
          ? []
          : [offer(row.kind === 'correction' ? '核实无误' : '不同意', answer, { decision: 'refuse' })]),
        ...(happened('supplement_asked') ? [] : [offer('要求补充材料', 'ask-supplement')]),
      ];
    return row.state === 'approved' && row.kind !== 'correction' ? [offer('登记提供情况', 'record-provision')] : [];
  }
  if (side === 'bureau')
    return [
      ...(waiting && isUndecided(lifecycles[row.kind], row.events, 'extension_asked')
        ? [
            offer('同意延长', 'decide-extension', { decision: 'approve' }),
            offer('不同意延长', 'decide-extension', { decision: 'refuse' }),
          ]
        : []),
      ...(row.providerDepartment.dissolvedOn !== null && (waiting || row.state === 'approved')
        ? [offer('转交其他部门', 'forward-request')]
        : []),
    ];
  if (side !== 'requester') return [];
  if (waiting)
    return [
      ...(row.state === 'supplement_asked' ? [offer('补充材料', 'supply-supplement')] : []),
      ...(overdue && !happened('coordination_asked') ? [offer('请市数据资源局协调', 'ask-coordination')] : []),
      offer('撤回申请', 'withdraw-request'),
    ];
  const done =
    row.state === 'provided' || row.state === 'refused' || (row.kind === 'correction' && row.state === 'approved');
  return [
    ...(row.state === 'provided' && row.kind === 'share'
      ? [{ title: '数据有误,申请校核', tool: 'file-correction-request', fields: { originalId: row.id } }]
      : []),
    ...(done ? [offer('办结', 'close-request')] : []),
    ...(row.state === 'refused' && row.kind !== 'correction' && isWhole(row) ? [tryAgain(row)] : []),
  ];
}

/** What is possible besides, where somebody looks at the request itself: more time, as long as it can still be asked for. */
export function furtherSteps(
  row: Pick<RequestRow, 'id' | 'kind' | 'state' | 'events'>,
  side: Side | null,
  overdue: boolean,
): readonly Offer[] {
  if (side !== 'provider' || !awaitsAnswer(row.state)) return [];
  const happened = (kind: string): boolean => row.events.some((event) => event.kind === kind);
  const offer = (title: string, tool: string): Offer => ({ title, tool, fields: { requestId: row.id } });
  return [
    ...(row.kind === 'share' && !overdue && !happened('extension_asked')
      ? [offer('申请延长答复期限', 'ask-extension')]
      : []),
    ...(happened('forwarded') ? [] : [offer('不归本部门,转交', 'forward-request')]),
  ];
}
