/** What somebody has not finished: drafts, fields they were asked for, requests they made or deal with, duties, reminders. */
import type { Prisma } from '#prisma/generated/client.ts';
import type { Db } from '../tool-context.ts';
import { wording } from './wording.ts';

/** States from which a request still moves. */
const movingStates = ['submitted', 'supplement_asked', 'supplied', 'approved', 'provided'] as const;

export interface OpenWork {
  readonly drafts: readonly { readonly id: string; readonly name: string }[];
  readonly delegations: readonly { readonly id: string }[];
  /** Requests they made. */
  readonly asked: readonly OpenRequest[];
  /** Requests they deal with for the provider. */
  readonly answering: readonly OpenRequest[];
  readonly duties: readonly { readonly number: number; readonly title: string }[];
  readonly reminders: readonly { readonly id: string }[];
  readonly contactOf: readonly { readonly id: string; readonly name: string }[];
}

export interface OpenRequest {
  readonly id: string;
  readonly number: number;
  readonly decidedById: string | null;
}

/** @param departmentIds for which departments; drafts of no department count for any */
export async function openWork(db: Db, personId: string, departmentIds: readonly string[]): Promise<OpenWork> {
  const inDepartments = { in: [...departmentIds] };
  const moving = { state: { in: [...movingStates] } } satisfies Prisma.RequestWhereInput;
  const request = { select: { id: true, number: true, decidedById: true }, orderBy: { number: 'asc' } } as const;
  return {
    drafts: await db.draft.findMany({
      where: {
        ownerId: personId,
        // The hand-over itself is not handed over.
        form: { not: 'hand-over' },
        state: { in: ['open', 'confirming'] },
        OR: [{ departmentId: null }, { departmentId: inDepartments }],
      },
      select: { id: true, name: true },
      orderBy: { createdAt: 'asc' },
    }),
    delegations: await db.draftDelegation.findMany({
      where: { personId, answeredAt: null, closedAt: null },
      select: { id: true },
    }),
    asked: await db.request.findMany({
      where: { requesterId: personId, requesterDepartmentId: inDepartments, ...moving },
      ...request,
    }),
    answering: await db.request.findMany({
      where: { handlerId: personId, providerDepartmentId: inDepartments, ...moving },
      ...request,
    }),
    duties: await db.duty.findMany({
      where: { departmentId: inDepartments, state: 'open' },
      select: { number: true, title: true },
      orderBy: { number: 'asc' },
    }),
    reminders: await db.reminder.findMany({ where: { personId, state: 'planned' }, select: { id: true } }),
    contactOf: await db.department.findMany({
      where: { id: inDepartments, contactId: personId },
      select: { id: true, name: true },
    }),
  };
}

/** A line for each kind of which there is something. */
export function briefingOf(work: OpenWork): readonly string[] {
  const { briefing } = wording;
  const numbers = (requests: readonly OpenRequest[]): readonly string[] => requests.map(({ number }) => `#${number}`);
  const lines = [
    ...work.contactOf.map(({ name }) => briefing.contact(name)),
    work.drafts.length > 0 ? briefing.drafts(work.drafts.map(({ name }) => name)) : '',
    work.delegations.length > 0 ? briefing.delegations(work.delegations.length) : '',
    work.asked.length > 0 ? briefing.asked(numbers(work.asked)) : '',
    work.answering.length > 0 ? briefing.answering(numbers(work.answering)) : '',
    work.duties.length > 0 ? briefing.duties(work.duties.map(({ number, title }) => `#${number} ${title}`)) : '',
    work.reminders.length > 0 ? briefing.reminders(work.reminders.length) : '',
  ].filter((line) => line !== '');
  return lines.length === 0 ? [wording.nothingToHandOver] : lines;
}
