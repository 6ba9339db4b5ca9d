/** How a run of a tool ended, short of a fault: done, refused, or called with the wrong input. */
import type { z } from 'zod';
import type { Refusal } from './refusal.ts';

export interface Done<Output> {
  readonly kind: 'done';
  readonly output: Output;
  /** The run had been done before under the same key; nothing was written this time. */
  readonly repeated: boolean;
}

export interface Refused {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

export interface Malformed {
  readonly kind: 'malformed';
  readonly issues: readonly z.core.$ZodIssue[];
}

export type ToolOutcome<Output> = Done<Output> | Refused | Malformed;
