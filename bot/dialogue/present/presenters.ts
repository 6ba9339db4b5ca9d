/** The explicit list of how results are shown; a tool that is not here is plainly said to be done. */
import { catalogPresenters } from './catalogs.ts';
import { peoplePresenters } from './people.ts';
import type { Presenter } from './presenter.ts';
import { requestPresenters } from './requests.ts';

export const presenters: readonly Presenter[] = [...catalogPresenters, ...peoplePresenters, ...requestPresenters];
