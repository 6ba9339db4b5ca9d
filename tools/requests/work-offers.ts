/** The buttons of an item of work: what to do next, and looking at it. */
import type { Side } from './lifecycle.ts';
import { nextSteps } from './next-steps.ts';
import type { RequestRow } from './request-row.ts';
import type { WorkItem } from './work-item.ts';

export function defaultOffers(row: RequestRow, side: Side | null, overdue: boolean): WorkItem['offers'] {
  const steps = nextSteps(row, side, overdue).map((offer) => ({ ...offer, fields: { ...offer.fields } }));
  const look = { title: `查看 #${row.number}`, tool: 'show-request', fields: { requestId: row.id } };
  // Taking it back is possible, not what is next.
  const back = steps.filter(({ tool }) => tool === 'withdraw-request');
  return [...steps.filter((step) => !back.includes(step)), look, ...back];
}
