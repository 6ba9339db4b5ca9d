/** One turn: the core answers one message, or the person gets an apology with a reference number and the operator the whole story. */
import { randomBytes } from 'node:crypto';
import type { Core, Inbound, Reply } from '#bot/channels/channel-port.ts';
import type { Log } from '#bot/log.ts';
import { wording } from './wording.ts';

/** Longest text a person may send, in UTF-16 units: a pasted table of a few hundred rows. */
export const longestText = 20_000;

export interface TurnOptions {
  readonly core: Core;
  readonly log: Log;
  readonly timeoutMs: number;
  /** What the way in read for the core along with the message. */
  readonly start?: unknown;
}

/** Never rejects: this is the turn's one catch. */
export async function takeTurn(inbound: Inbound, options: TurnOptions): Promise<readonly Reply[]> {
  const remark = unreadable(inbound);
  if (remark !== null) return [{ text: remark, actions: [] }];
  const timer = new Deadline(options.timeoutMs);
  try {
    return await Promise.race([options.core.handle(inbound, options.start), timer.passed]);
  } catch (error) {
    const reference = referenceNumber();
    const { channel, conversationId, messageId, kind } = inbound;
    options.log.error(
      { err: error, reference, channel, conversationId, messageId, kind, length: inbound.text.length },
      'turn failed',
    );
    const text = error instanceof TurnTimeout ? wording.tookTooLong(reference) : wording.fault(reference);
    return [apology(text, reference)];
  } finally {
    timer.stop();
  }
}

/** The answer to a turn that could not be run at all, e.g. after it brought the process down several times. */
export function apology(text: string, reference: string): Reply {
  return {
    text,
    answer: { outcome: 'error', text, proofs: [], nearest: [], notes: [], nextSteps: [], reference },
    actions: [],
  };
}

/** Short, easy to read out on the telephone: no 0/O, no 1/I. */
export function referenceNumber(): string {
  const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  return `ZS-${[...randomBytes(8)].map((byte) => alphabet[byte % alphabet.length]).join('')}`;
}

function unreadable(inbound: Inbound): string | null {
  if (inbound.kind !== 'text') return null;
  if (inbound.text.trim() === '') return wording.nothingToRead;
  return inbound.text.length > longestText ? wording.tooLong(longestText) : null;
}

class TurnTimeout extends Error {
  constructor(ms: number) {
    super(`no answer within ${ms} ms`);
    this.name = 'TurnTimeout';
  }
}

class Deadline {
  readonly passed: Promise<never>;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number) {
    this.passed = new Promise((_, reject) => {
      this.#timer = setTimeout(() => reject(new TurnTimeout(ms)), ms);
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
