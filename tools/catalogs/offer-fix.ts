/** The step of the revision form that mends a finding. */
import type { CatalogOffer } from './catalog-result.ts';
import type { Finding } from './checkup/finding.ts';

export function offerFix({ entryId, name, fix: { field, value } }: Finding): CatalogOffer {
  return {
    title: `修改“${name}”`,
    tool: 'revise-catalog-entry',
    fields: { entryId, ...(value === undefined ? {} : { [field]: value }) },
  };
}
