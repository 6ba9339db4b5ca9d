/** One thing somebody has to do or to know of: in words, with its last day and what can be done about it at once. */
import { z } from 'zod';
import type { ClockReading } from '#tools/deadlines/read-clock.ts';
import { offersSchema } from './request-result.ts';

export const workKinds = [
  'answer',
  'provide',
  'supply',
  'escalate',
  'wait',
  'close',
  'consent',
  'move',
  'draft',
  'coordinate',
  'duty',
  'bind',
  'list',
] as const;

export const workItemSchema = z.object({
  kind: z.enum(workKinds),
  requestId: z.string().nullable(),
  number: z.number().int().nullable(),
  /** Null where nothing runs. */
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  provisional: z.boolean(),
  /** One or two lines of plain Chinese. */
  text: z.string(),
  offers: offersSchema,
});
export type WorkItem = z.infer<typeof workItemSchema>;

/** A page of a list of work, and how much there is altogether. */
export const workPageSchema = z.object({
  items: z.array(workItemSchema),
  total: z.number().int(),
  /** 1-based. */
  page: z.number().int(),
  pages: z.number().int(),
});
export type WorkPage = z.infer<typeof workPageSchema>;

/** By the clock: what is due first comes first, what has no clock last. */
export function byClock<T extends Pick<WorkItem, 'dueOn' | 'number'>>(items: readonly T[]): readonly T[] {
  return items.toSorted(
    (a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || (a.number ?? 0) - (b.number ?? 0),
  );
}

export function clockFacts(clock: ClockReading | null): Pick<WorkItem, 'dueOn' | 'overdue' | 'provisional'> {
  return {
    dueOn: clock?.remindBy ?? null,
    overdue: clock?.standing.kind === 'overdue',
    provisional: clock?.provisional ?? false,
  };
}
