/** What moves a statutory clock; the stored events of a clock, replayed, give its dates again. */
import type { IsoDate } from './iso-date.ts';

/** `on` is the day it counts from; reasons are words for people and are kept. */
export type ClockEvent =
  | { readonly kind: 'started'; readonly on: IsoDate }
  | {
      readonly kind: 'extended';
      readonly on: IsoDate;
      /** Working days added. */
      readonly days: number;
      readonly reason: string;
      /** 主管部门已同意 */
      readonly consented: boolean;
      /** 已告知申请部门 */
      readonly notified: boolean;
    }
  | { readonly kind: 'stopped'; readonly on: IsoDate; readonly reason: string }
  | { readonly kind: 'resumed'; readonly on: IsoDate; readonly reason: string }
  /** Done: answered, filed, withdrawn. */
  | { readonly kind: 'ended'; readonly on: IsoDate; readonly reason: string };

export type ClockEventOf<K extends ClockEvent['kind']> = Extract<ClockEvent, { readonly kind: K }>;
