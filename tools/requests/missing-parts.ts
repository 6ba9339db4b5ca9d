/** What a request does not say yet, so that a supplement can be asked for once and in full (State Council's regulation, Arts. 20, 21). */
import type { RequestRow } from './request-row.ts';

const share: readonly (readonly [label: string, missing: (row: RequestRow) => boolean])[] = [
  ['使用依据(写明条款)', ({ legalBasis }) => legalBasis === null || !/第.+条/u.test(legalBasis)],
  ['业务范围', ({ businessScope }) => businessScope === null],
  ['需要的信息项', ({ items }) => items.length === 0],
  ['共享方式', ({ sharingMethod }) => sharingMethod === null],
  ['使用期限', ({ termUntil }) => termUntil === null],
];
const open: typeof share = [
  ['需要的信息项', ({ items }) => items.length === 0],
  ['开放方式', ({ openingMethod }) => openingMethod === null],
  ['联系方式', ({ contact }) => contact === null],
];

export function missingParts(row: RequestRow): readonly string[] {
  const parts = row.kind === 'share' ? share : row.kind === 'open' ? open : [];
  return parts.filter(([, missing]) => missing(row)).map(([label]) => label);
}
