/** How the results of the catalog tools are shown: their own words, an entry as a card, with what can be done next as buttons. */
import { catalogHistory } from '#tools/catalogs/catalog-history.ts';
import { changeOfLawOrFunction } from '#tools/catalogs/change-of-law-or-function.ts';
import { checkUpCatalog } from '#tools/catalogs/check-up-catalog.ts';
import { compareCatalogEntries } from '#tools/catalogs/compare-catalog-entries.ts';
import { fileCatalogEntry } from '#tools/catalogs/file-catalog-entry.ts';
import { publishCatalogEntry } from '#tools/catalogs/publish-catalog-entry.ts';
import { reportCatalogUpdate } from '#tools/catalogs/report-catalog-update.ts';
import { returnCatalogEntry } from '#tools/catalogs/return-catalog-entry.ts';
import { reviseCatalogEntry } from '#tools/catalogs/revise-catalog-entry.ts';
import { searchCatalog } from '#tools/catalogs/search-catalog.ts';
import { showCatalogEntry } from '#tools/catalogs/show-catalog-entry.ts';
import { submitCatalogEntry } from '#tools/catalogs/submit-catalog-entry.ts';
import { withdrawCatalogEntry } from '#tools/catalogs/withdraw-catalog-entry.ts';
import { offerButtons, shown } from './offers.ts';
import { presenter, type Presenter } from './presenter.ts';

export const catalogPresenters: readonly Presenter[] = [
  presenter(fileCatalogEntry, shown),
  presenter(reviseCatalogEntry, shown),
  presenter(withdrawCatalogEntry, shown),
  presenter(submitCatalogEntry, shown),
  presenter(publishCatalogEntry, shown),
  presenter(returnCatalogEntry, shown),
  presenter(searchCatalog, shown),
  presenter(compareCatalogEntries, shown),
  presenter(catalogHistory, shown),
  presenter(checkUpCatalog, shown),
  presenter(changeOfLawOrFunction, shown),
  presenter(reportCatalogUpdate, shown),
  presenter(showCatalogEntry, ({ output: { title, facts, text, offers } }) => [
    { text, card: { title, facts }, actions: offerButtons(offers) },
  ]),
];
