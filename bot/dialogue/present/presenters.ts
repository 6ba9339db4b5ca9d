/** The explicit list of how results are shown; a tool that is not here is plainly said to be done. */
import { broadcastPresenters } from './broadcasts.ts';
import { campaignPresenters } from './campaign.ts';
import { catalogPresenters } from './catalogs.ts';
import { peoplePresenters } from './people.ts';
import type { Presenter } from './presenter.ts';
import { reminderPresenters } from './reminders.ts';
import { requestPresenters } from './requests.ts';

export const presenters: readonly Presenter[] = [
  ...broadcastPresenters,
  ...campaignPresenters,
  ...catalogPresenters,
  ...peoplePresenters,
  ...reminderPresenters,
  ...requestPresenters,
];
