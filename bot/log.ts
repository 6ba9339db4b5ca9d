/** The one log: lines of JSON on standard error, with whatever looks like a credential or a person's words taken out. */
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

/** Names under which a credential or a person's text could slip into a logged object, at the top or one level down. */
const withheld = ['authorization', 'cookie', 'token', 'password', 'apiKey', 'secret', 'text', 'channelData'];

export type Log = Logger;

/** @param destination standard error unless a test wants to read the lines */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: false }),
): Log {
  return pino(
    {
      level,
      base: undefined,
      redact: { paths: [...withheld, ...withheld.map((name) => `*.${name}`)], censor: '[withheld]' },
    },
    destination,
  );
}

/** For tests and one-off commands that want none. */
export function silentLog(): Log {
  return pino({ level: 'silent' });
}
