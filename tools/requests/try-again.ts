/** The button that asks anew for what was refused: the same entry and use; which items, and how, is asked again. */
import type { Offer } from '#tools/notice.ts';
import type { RequestRow } from './request-row.ts';

export type Refused = Pick<
  RequestRow,
  'kind' | 'entryId' | 'scenario' | 'businessScope' | 'legalBasis' | 'termUntil' | 'contact'
>;

/** A button stays small: longer texts are asked for again. */
const longest = 800;

export function tryAgain({ kind, entryId, scenario, businessScope, legalBasis, termUntil, contact }: Refused): Offer {
  const known = { entryId, scenario, ...(kind === 'share' ? { businessScope, legalBasis, termUntil } : { contact }) };
  return {
    title: '重新申请',
    tool: kind === 'share' ? 'file-share-request' : 'file-open-request',
    fields: JSON.stringify(known).length > longest ? { entryId } : known,
  };
}
