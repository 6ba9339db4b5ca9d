/** A form being filled: what has been given, what was passed over, and how it got there. */
import { z } from 'zod';
import type { DraftState } from '#prisma/generated/enums.ts';
import { markOf } from './mark.ts';

/** What the `fields` column holds. */
export const contentSchema = z.object({
  values: z.record(z.string(), z.unknown()).default({}),
  /** Optional fields the person passed over. */
  skipped: z.array(z.string()).default([]),
  /** Fields in the order they were last given: what stepping back goes through. */
  trail: z.array(z.string()).default([]),
  /** Remarks made already. */
  advised: z.array(z.string()).default([]),
  /** Fields that somebody else gave: field → person id. */
  givenBy: z.record(z.string(), z.string()).default({}),
  /** The form's fields and their labels as they were defined when this was filled. */
  labels: z.record(z.string(), z.string()).default({}),
});
export type DraftContent = z.infer<typeof contentSchema>;

/** What the `history` column holds: the content before each change, newest last. */
export const historySchema = z.array(z.object({ what: z.string(), content: contentSchema }));
export type DraftHistory = z.infer<typeof historySchema>;

export interface Delegation {
  readonly id: string;
  readonly field: string;
  readonly personId: string;
  readonly personName: string;
}

export interface Draft {
  readonly id: string;
  readonly form: string;
  definitionVersion: string;
  name: string;
  ownerId: string | null;
  readonly conversationId: string | null;
  departmentId: string | null;
  content: DraftContent;
  history: DraftHistory;
  pendingField: string | null;
  state: DraftState;
  toolRunKey: string | null;
  /** Of the row as it was read; null: not stored yet. */
  readonly version: number | null;
  readonly createdAt: Date;
  updatedAt: Date;
  /** Fields a colleague has been asked for and not given yet. */
  delegations: readonly Delegation[];
  changed: boolean;
}

const longestHistory = 40;

/** Changes the content and remembers what it was, so that it can be undone. */
export function changeContent(draft: Draft, what: string, change: (content: DraftContent) => DraftContent): void {
  const before = draft.content;
  draft.history = [...draft.history, { what, content: before }].slice(-longestHistory);
  draft.content = change(before);
  draft.changed = true;
}

/** Short mark of the values: a confirmation holds for the values that were shown and no others. */
export function contentMark({ content, id }: Pick<Draft, 'content' | 'id'>): string {
  return markOf(
    id,
    Object.entries(content.values).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The key under which the draft is filed: once, whatever is pressed, wherever. */
export function runKeyOf(draft: Pick<Draft, 'id'>): string {
  return `draft:${draft.id}`;
}
