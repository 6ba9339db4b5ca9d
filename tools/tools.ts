/** The explicit list of everything the assistant may do. Adding a tool is one file and one line. */
import { acknowledgeBroadcast } from './broadcast/acknowledge-broadcast.ts';
import { cancelBroadcast } from './broadcast/cancel-broadcast.ts';
import { composeBroadcast } from './broadcast/compose-broadcast.ts';
import { correctBroadcast } from './broadcast/correct-broadcast.ts';
import { exportBroadcastReport } from './broadcast/export-broadcast-report.ts';
import { listBroadcasts } from './broadcast/list-broadcasts.ts';
import { pauseBroadcast } from './broadcast/pause-broadcast.ts';
import { rehearseBroadcast } from './broadcast/rehearse-broadcast.ts';
import { releaseBroadcast } from './broadcast/release-broadcast.ts';
import { resumeBroadcast } from './broadcast/resume-broadcast.ts';
import { retryBroadcast } from './broadcast/retry-broadcast.ts';
import { sendBroadcast } from './broadcast/send-broadcast.ts';
import { showBroadcast } from './broadcast/show-broadcast.ts';
import { addListLine } from './campaign/add-list-line.ts';
import { campaignProgress } from './campaign/campaign-progress.ts';
import { changeListLine } from './campaign/change-list-line.ts';
import { confirmLists } from './campaign/confirm-lists.ts';
import { confirmListsUnchanged } from './campaign/confirm-lists-unchanged.ts';
import { consolidateLists } from './campaign/consolidate-lists.ts';
import { exportList } from './campaign/export-list.ts';
import { exportPublication } from './campaign/export-publication.ts';
import { importListRows } from './campaign/import-list-rows.ts';
import { includeDepartment } from './campaign/include-department.ts';
import { moveCampaignDue } from './campaign/move-campaign-due.ts';
import { openCampaign } from './campaign/open-campaign.ts';
import { publishLists } from './campaign/publish-lists.ts';
import { refillList } from './campaign/refill-list.ts';
import { removeListLine } from './campaign/remove-list-line.ts';
import { returnLists } from './campaign/return-lists.ts';
import { sendBackLists } from './campaign/send-back-lists.ts';
import { showList } from './campaign/show-list.ts';
import { signLists } from './campaign/sign-lists.ts';
import { submitLists } from './campaign/submit-lists.ts';
import { catalogHistory } from './catalogs/catalog-history.ts';
import { changeOfLawOrFunction } from './catalogs/change-of-law-or-function.ts';
import { checkUpCatalog } from './catalogs/check-up-catalog.ts';
import { compareCatalogEntries } from './catalogs/compare-catalog-entries.ts';
import { fileCatalogEntry } from './catalogs/file-catalog-entry.ts';
import { publishCatalogEntry } from './catalogs/publish-catalog-entry.ts';
import { reportCatalogUpdate } from './catalogs/report-catalog-update.ts';
import { returnCatalogEntry } from './catalogs/return-catalog-entry.ts';
import { reviseCatalogEntry } from './catalogs/revise-catalog-entry.ts';
import { searchCatalog } from './catalogs/search-catalog.ts';
import { showCatalogEntry } from './catalogs/show-catalog-entry.ts';
import { submitCatalogEntry } from './catalogs/submit-catalog-entry.ts';
import { withdrawCatalogEntry } from './catalogs/withdraw-catalog-entry.ts';
import { approveBinding } from './people/approve-binding.ts';
import { handOver } from './people/hand-over.ts';
import { importRosterRows } from './people/import-roster-rows.ts';
import { issueBindingCode } from './people/issue-binding-code.ts';
import { listBindingRequests } from './people/list-binding-requests.ts';
import { redeemBindingCode } from './people/redeem-binding-code.ts';
import { registerPublic } from './people/register-public.ts';
import { rejectBinding } from './people/reject-binding.ts';
import { requestBinding } from './people/request-binding.ts';
import { showIdentity } from './people/show-identity.ts';
import { unbindAccount } from './people/unbind-account.ts';
import { withdrawBindingRequest } from './people/withdraw-binding-request.ts';
import { cancelReminder } from './reminders/cancel-reminder.ts';
import { demandRectification } from './reminders/demand-rectification.ts';
import { listReminders } from './reminders/list-reminders.ts';
import { muteReminder } from './reminders/mute-reminder.ts';
import { registerProject } from './reminders/register-project.ts';
import { reportProjectMilestone } from './reminders/report-project-milestone.ts';
import { reportRectification } from './reminders/report-rectification.ts';
import { setReminder } from './reminders/set-reminder.ts';
import { setReminderHours } from './reminders/set-reminder-hours.ts';
import { setReminderPreferences } from './reminders/set-reminder-preferences.ts';
import { snoozeReminder } from './reminders/snooze-reminder.ts';
import { answerCorrectionRequest } from './requests/answer-correction-request.ts';
import { answerOpenRequest } from './requests/answer-open-request.ts';
import { answerShareRequest } from './requests/answer-share-request.ts';
import { askCoordination } from './requests/ask-coordination.ts';
import { askExtension } from './requests/ask-extension.ts';
import { askSupplement } from './requests/ask-supplement.ts';
import { closeRequest } from './requests/close-request.ts';
import { decideExtension } from './requests/decide-extension.ts';
import { exportDeadlines } from './requests/export-deadlines.ts';
import { fileCorrectionRequest } from './requests/file-correction-request.ts';
import { fileOpenRequest } from './requests/file-open-request.ts';
import { fileShareRequest } from './requests/file-share-request.ts';
import { forwardRequest } from './requests/forward-request.ts';
import { listOverdue } from './requests/list-overdue.ts';
import { myWork } from './requests/my-work.ts';
import { printCase } from './requests/print-case.ts';
import { recordProvision } from './requests/record-provision.ts';
import { showRequest } from './requests/show-request.ts';
import { supplySupplement } from './requests/supply-supplement.ts';
import { withdrawRequest } from './requests/withdraw-request.ts';
import type { AnyTool } from './tool.ts';

export const tools: readonly AnyTool[] = [
  acknowledgeBroadcast,
  cancelBroadcast,
  composeBroadcast,
  correctBroadcast,
  exportBroadcastReport,
  listBroadcasts,
  pauseBroadcast,
  rehearseBroadcast,
  releaseBroadcast,
  resumeBroadcast,
  retryBroadcast,
  sendBroadcast,
  showBroadcast,
  addListLine,
  campaignProgress,
  changeListLine,
  confirmLists,
  confirmListsUnchanged,
  consolidateLists,
  exportList,
  exportPublication,
  importListRows,
  includeDepartment,
  moveCampaignDue,
  openCampaign,
  publishLists,
  refillList,
  removeListLine,
  returnLists,
  sendBackLists,
  showList,
  signLists,
  submitLists,
  catalogHistory,
  changeOfLawOrFunction,
  checkUpCatalog,
  compareCatalogEntries,
  fileCatalogEntry,
  publishCatalogEntry,
  reportCatalogUpdate,
  returnCatalogEntry,
  reviseCatalogEntry,
  searchCatalog,
  showCatalogEntry,
  submitCatalogEntry,
  withdrawCatalogEntry,
  approveBinding,
  handOver,
  importRosterRows,
  issueBindingCode,
  listBindingRequests,
  redeemBindingCode,
  registerPublic,
  rejectBinding,
  requestBinding,
  showIdentity,
  unbindAccount,
  withdrawBindingRequest,
  cancelReminder,
  demandRectification,
  listReminders,
  muteReminder,
  registerProject,
  reportProjectMilestone,
  reportRectification,
  setReminder,
  setReminderHours,
  setReminderPreferences,
  snoozeReminder,
  answerCorrectionRequest,
  answerOpenRequest,
  answerShareRequest,
  askCoordination,
  askExtension,
  askSupplement,
  closeRequest,
  decideExtension,
  exportDeadlines,
  fileCorrectionRequest,
  fileOpenRequest,
  fileShareRequest,
  forwardRequest,
  listOverdue,
  myWork,
  printCase,
  recordProvision,
  showRequest,
  supplySupplement,
  withdrawRequest,
];
