/** What becomes of a message that could not be posted: it goes out again by itself, or waits for the person. Pure. */
import { backOff } from './connection-state.ts';
import type { Delivery } from './chat-message.ts';
import { ServerNo } from './direct-line.ts';
import { wording } from './wording.ts';

export interface NextTry {
  readonly delivery: Delivery;
  /** Milliseconds; null when only the person may try again. */
  readonly againInMs: number | null;
}

/** A server in trouble is asked this often; one that cannot be reached is asked for as long as it takes. */
const mostFaults = 4;

/** @param failures of this message so far, this one included */
export function afterFailure(error: unknown, failures: number, random: number): NextTry {
  if (!(error instanceof ServerNo)) return again(wording.waiting, backOff(failures, random));
  if (error.status === 429) return again(wording.tooMany, error.retryAfterMs ?? backOff(failures, random));
  if (error.status < 500) return failed(wording.refused(error.code));
  return failures < mostFaults ? again(wording.waiting, backOff(failures, random)) : failed(wording.serverTrouble);
}

function again(why: string, againInMs: number): NextTry {
  return { delivery: { state: 'waiting', why }, againInMs };
}

function failed(why: string): NextTry {
  return { delivery: { state: 'failed', why }, againInMs: null };
}
