/** The explicit list of what people are reminded of by rule. Adding a rule is one file and one line. */
import type { ReminderRule } from './matter.ts';
import { answerDue } from './rules/answer-due.ts';
import { catalogUpdateDue } from './rules/catalog-update-due.ts';
import { draftIdle } from './rules/draft-idle.ts';
import { holidayNoticeMissing } from './rules/holiday-notice-missing.ts';
import { listCampaign } from './rules/list-campaign.ts';
import { projectMilestone } from './rules/project-milestone.ts';
import { provisionDue } from './rules/provision-due.ts';
import { rectificationDue } from './rules/rectification-due.ts';
import { regulationExpiring } from './rules/regulation-expiring.ts';
import { supplementUnanswered } from './rules/supplement-unanswered.ts';
import { updateCycle } from './rules/update-cycle.ts';

export const reminderRules: readonly ReminderRule[] = [
  answerDue,
  provisionDue,
  supplementUnanswered,
  catalogUpdateDue,
  updateCycle,
  draftIdle,
  listCampaign,
  projectMilestone,
  rectificationDue,
  holidayNoticeMissing,
  regulationExpiring,
];
