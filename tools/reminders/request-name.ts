/** A request as reminders call it, and the button that shows it. */
import type { Offer } from '#tools/notice.ts';
import { kindNames } from '#tools/requests/stage-names.ts';
import type { RequestFact } from './facts/facts.ts';

/** #12 共享申请“婚姻登记信息”(长沙市教育局提出) */
export function requestName({ number, kind, entryName, requesterName }: RequestFact): string {
  return `#${number} ${kindNames[kind]}“${entryName}”(${requesterName}提出)`;
}

export function lookAtRequest({ id, number }: Pick<RequestFact, 'id' | 'number'>): Offer {
  return { title: `查看 #${number}`, tool: 'show-request', fields: { requestId: id } };
}
