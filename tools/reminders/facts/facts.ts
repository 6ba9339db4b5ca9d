/** What the reminder rules look at: rows as they are now, no judgement on what is due. */
import type { RequestKind, RequestState, DutyKind, UpdateCycle } from '#prisma/generated/enums.ts';
import type { MissingList } from '#tools/campaign/missing-lists.ts';
import type { ClockEvent } from '#tools/deadlines/clock-event.ts';
import type { IsoDate } from '#tools/deadlines/iso-date.ts';

export interface StoredClock {
  /** Row of the limits table. */
  readonly limit: string;
  /** In order; the first is `started`. */
  readonly events: readonly ClockEvent[];
  readonly since: Date;
}

export interface RequestFact {
  readonly id: string;
  readonly number: number;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly entryName: string;
  readonly requesterId: string;
  readonly requesterDepartmentId: string | null;
  /** The department's name, or the public requester's. */
  readonly requesterName: string;
  readonly providerDepartmentId: string;
  readonly providerName: string;
  readonly handlerId: string | null;
  readonly clocks: readonly StoredClock[];
  /** When a supplement was asked for last. */
  readonly supplementAskedAt: Date | null;
}

export interface Milestone {
  readonly name: string;
  readonly on: IsoDate;
  readonly done: boolean;
  /** The clause of Art. 13 it serves. */
  readonly article: string;
}

export interface DutyFact {
  readonly id: string;
  readonly number: number;
  readonly kind: DutyKind;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly title: string;
  readonly occurredOn: IsoDate;
  readonly dueOn: IsoDate | null;
  readonly openedAt: Date;
  readonly openedById: string | null;
  readonly clocks: readonly StoredClock[];
  /** Of a project. */
  readonly milestones: readonly Milestone[];
}

export interface EntryFact {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
  readonly updateCycle: UpdateCycle;
  readonly dataUpdatedOn: IsoDate;
}

export interface DraftFact {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly updatedAt: Date;
}

export interface CampaignListFact extends MissingList {
  readonly openedAt: Date;
}

export interface RegulationFact {
  readonly id: string;
  readonly title: string;
  /** Last day in force. */
  readonly inForceTo: IsoDate;
  /** The clause that says so. */
  readonly article: string | null;
}

export interface Facts {
  readonly requests: readonly RequestFact[];
  readonly duties: readonly DutyFact[];
  readonly entries: readonly EntryFact[];
  readonly drafts: readonly DraftFact[];
  readonly lists: readonly CampaignListFact[];
  readonly regulations: readonly RegulationFact[];
}

export const noFacts: Facts = { requests: [], duties: [], entries: [], drafts: [], lists: [], regulations: [] };
