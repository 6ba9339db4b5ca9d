/** The state table of a department's list and of the campaign (Art. 25): what can happen, who may do it, where it leads. */
import type { CampaignState, SubmissionState } from '#prisma/generated/enums.ts';

/** `unopened` is before the campaign; the others are stored. Late is no stage: it is computed from the due date. */
export const stages = ['unopened', 'draft', 'prepared', 'signed', 'returned', 'confirmed'] as const;
export type Stage = (typeof stages)[number] & ('unopened' | SubmissionState);

export const happenings = ['opened', 'edited', 'prepared', 'sent_back', 'signed', 'returned', 'confirmed'] as const;
export type Happening = (typeof happenings)[number];

/** `department`: its officers and its lead alike. */
export type Side = 'department' | 'lead' | 'bureau';

export interface Transition {
  /** From stage to stage; from any other it cannot happen. */
  readonly moves: Readonly<Partial<Record<Stage, Stage>>>;
  readonly by: Side;
  /** The clause it rests on, as printed. */
  readonly article: string;
}

const renewing = '第二十五条第一款';
const consolidating = '第二十五条第二款';

export const listLifecycle: Readonly<Record<Happening, Transition>> = {
  opened: { moves: { unopened: 'draft' }, by: 'bureau', article: renewing },
  /** What is changed after it was said to be complete has to be said to be complete again. */
  edited: { moves: { draft: 'draft', returned: 'returned', prepared: 'draft' }, by: 'department', article: renewing },
  prepared: { moves: { draft: 'prepared', returned: 'prepared' }, by: 'department', article: renewing },
  sent_back: { moves: { prepared: 'draft' }, by: 'lead', article: renewing },
  signed: { moves: { prepared: 'signed' }, by: 'lead', article: renewing },
  /** What is confirmed may still be returned as long as it has not been published. */
  returned: { moves: { signed: 'returned', confirmed: 'returned' }, by: 'bureau', article: consolidating },
  confirmed: { moves: { signed: 'confirmed' }, by: 'bureau', article: consolidating },
};

export type CampaignStage = 'unopened' | CampaignState;
export const campaignStages = ['unopened', 'open', 'consolidated', 'published'] as const;

/** `changed`: by rule, when a list is confirmed or returned after they were consolidated. */
export const campaignHappenings = ['opened', 'due_moved', 'changed', 'consolidated', 'published'] as const;
export type CampaignHappening = (typeof campaignHappenings)[number];

export interface CampaignTransition {
  readonly moves: Readonly<Partial<Record<CampaignStage, CampaignStage>>>;
  readonly article: string;
}

export const campaignLifecycle: Readonly<Record<CampaignHappening, CampaignTransition>> = {
  opened: { moves: { unopened: 'open' }, article: renewing },
  due_moved: { moves: { open: 'open' }, article: renewing },
  changed: { moves: { consolidated: 'open', published: 'open' }, article: consolidating },
  consolidated: { moves: { open: 'consolidated' }, article: consolidating },
  published: { moves: { consolidated: 'published' }, article: consolidating },
};
