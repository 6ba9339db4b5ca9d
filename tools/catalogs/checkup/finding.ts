/** A finding of the check-up: what is wrong with an entry, by which clause, and how to put it right as a step of a form. */
import type { EntryContent } from '../entry-content.ts';

export interface CheckedEntry {
  readonly entryId: string;
  readonly departmentId: string;
  readonly department: string;
  /** The district it belongs to; null for the city's own. */
  readonly district: string | null;
  readonly kind: 'information' | 'data';
  /** When its data were last refreshed, `YYYY-MM-DD`. */
  readonly dataUpdatedOn: string | null;
  readonly content: EntryContent;
}

export interface FindingClause {
  readonly instrument: string;
  /** As printed: 第十六条第一款. */
  readonly article: string;
}

export interface Fix {
  /** The field of the revision form that is to be filled in. */
  readonly field: string;
  /** What to do, one Chinese sentence. */
  readonly suggestion: string;
  /** A value to start from, when the entry itself gives one. */
  readonly value?: string;
}

export interface Finding {
  /** The rule's name, e.g. `missing-attribute`. */
  readonly rule: string;
  readonly entryId: string;
  readonly name: string;
  readonly department: string;
  /** One Chinese sentence. */
  readonly text: string;
  readonly clause: FindingClause;
  readonly fix: Fix;
}

/** What a rule says of one entry; the entry's own particulars are added. */
export type Remark = Pick<Finding, 'text' | 'clause' | 'fix'>;

export interface CheckRule {
  readonly name: string;
  /** @param today `YYYY-MM-DD` */
  readonly check: (entry: CheckedEntry, today: string) => readonly Remark[];
}

export const measures = (article: string): FindingClause => ({ instrument: '长沙市政务数据资源管理办法', article });
export const stateCouncil = (article: string): FindingClause => ({ instrument: '政务数据共享条例', article });
