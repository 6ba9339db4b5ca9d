/** A request in words: what it is called, where it stands, what was asked for, which day is the last. */
import { openingMethods, sharingMethods } from '#prisma/catalog-codes.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { printDate, printDay } from '#tools/deadlines/print-day.ts';
import type { ClockReading } from '#tools/deadlines/read-clock.ts';
import { standingText } from '#tools/deadlines/standing-text.ts';
import { movesStage } from './event-kinds.ts';
import { entryNameOf, requesterNameOf, type RequestRow } from './request-row.ts';
import { kindNames, stageNames } from './stage-names.ts';

/** #12 共享申请“婚姻登记信息”(长沙市教育局向长沙市民政局) */
export function requestTitle(row: RequestRow): string {
  return `#${row.number} ${kindNames[row.kind]}“${entryNameOf(row)}”(${requesterNameOf(row)}向${row.providerDepartment.name})`;
}

/** 最晚2026年3月2日(周一)答复,还剩3个工作日(第二十二条第二款) */
export function clockText({ limit, remindBy, standing, provisional, governing }: ClockReading): string {
  const { rule, level } = governing;
  const clause = level === 'municipal' ? rule.clause : `《${rule.instrument}》${rule.clause}`;
  return `最晚${printDay(remindBy)}${limit.does}${provisional ? '(暂定)' : ''},${standingText(standing)}(${clause})`;
}

export function methodName({
  sharingMethod,
  openingMethod,
}: Pick<RequestRow, 'sharingMethod' | 'openingMethod'>): string {
  if (sharingMethod) return sharingMethods[sharingMethod].label;
  return openingMethod ? openingMethods[openingMethod].label : '';
}

/** Label and value of what was asked for; what was not given is left out. */
export function askedFor(row: RequestRow): readonly (readonly [label: string, value: string])[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['目录', entryNameOf(row)],
    ['申请方', row.requesterDepartment ? `${row.requesterDepartment.name} ${row.requester.name}` : row.requester.name],
    ['联系方式', row.contact],
    ['提供部门', row.providerDepartment.name],
    ['应用场景', row.scenario],
    ['业务范围', row.businessScope],
    ['使用依据', row.legalBasis],
    ['信息项', row.items.join('、')],
    ['全部信息项的理由', row.scopeReason],
    ['方式', methodName(row)],
    ['使用期限', row.termUntil === null ? null : `到${printDate(row.termUntil)}为止`],
    ['核查原申请', row.original ? `#${row.original.number}` : null],
    ['需要更正的内容', row.correction],
    ['收到日期', printDay(row.receivedOn)],
  ];
  return facts.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as const]));
}

/** What the answer said, and what was provided. */
export function outcomeFacts(row: RequestRow): readonly (readonly [label: string, value: string])[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['需要补充', row.state === 'supplement_asked' ? row.supplementAsked : null],
    ['使用条件', row.conditions],
    ['理由类别', row.decisionGround],
    [row.kind === 'correction' ? '核实结果' : '理由', row.decisionReason],
    ['依据', row.decisionBasis],
    ['提供情况', row.provision],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

/** Where it stands, until when, and what was decided. */
export function statusFacts(
  row: RequestRow,
  clock: ClockReading | null,
): readonly (readonly [label: string, value: string])[] {
  const last = row.events.findLast(movesStage);
  const since = last ? printDay(changshaDay(last.at)) : printDay(row.receivedOn);
  const escalated = row.events.some(({ kind }) => kind === 'coordination_asked');
  return [
    ['现在', `${stageNames[row.state]}(${since}起)`],
    ...(clock === null ? [] : [['期限', clockText(clock)] as const]),
    ...(escalated && clock !== null ? [['协调', '已请市数据资源局协调'] as const] : []),
    ...outcomeFacts(row),
  ];
}

/** 到哪一步了: complete in itself. */
export function statusText(row: RequestRow, clock: ClockReading | null): string {
  return [requestTitle(row), ...statusFacts(row, clock).map(([label, value]) => `${label}:${value}`)].join('\n');
}
