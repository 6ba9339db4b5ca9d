/** How the page stays connected: when to stream, when to poll, when to wait and for how long. Pure. */

export type ConnectionState =
  /** Asks for the address of the stream and opens it. */
  | { readonly at: 'opening'; readonly failures: number; readonly streamFailures: number }
  /** `heard`: something has come over this stream; before that it may be one that a proxy opens and cuts. */
  | { readonly at: 'streaming'; readonly heard: boolean; readonly streamFailures: number }
  /** The server answers but no stream comes about, as behind some proxies. */
  | { readonly at: 'polling' }
  | { readonly at: 'waiting'; readonly failures: number; readonly streamFailures: number; readonly delayMs: number }
  | { readonly at: 'stopped' };

export type ConnectionEvent =
  | 'start'
  | 'opened'
  | 'heard'
  /** A stream that had been open ended. */
  | 'closed'
  /** The server answered, the stream could not be opened. */
  | 'stream refused'
  | 'unreachable'
  /** The time of waiting, or of polling before streaming is tried again, is over. */
  | 'due'
  /** The network is back, the page is looked at again, the person pressed the button. */
  | 'wake'
  | 'stop';

/** Streams that fail in a row before the page polls instead. */
const mostStreamFailures = 2;
const shortestDelay = 500;
const longestDelay = 15_000;

/** @param random from 0 to 1: spreads the pages of an office over time after the server was away */
export function nextState(state: ConnectionState, event: ConnectionEvent, random: number): ConnectionState {
  if (event === 'stop') return { at: 'stopped' };
  switch (state.at) {
    case 'stopped':
      return event === 'start' ? { at: 'opening', failures: 0, streamFailures: 0 } : state;
    case 'opening':
      return afterOpening(state, event, random);
    case 'streaming':
      if (event === 'heard' && !state.heard) return { at: 'streaming', heard: true, streamFailures: 0 };
      if (event !== 'closed') return state;
      return state.heard ? waiting(0, 0, random) : afterStreamFailure(state.streamFailures, random);
    case 'polling':
      if (event === 'unreachable') return waiting(1, 0, random);
      // One more failure and it polls again.
      if (event === 'due' || event === 'wake') return { at: 'opening', failures: 0, streamFailures: 1 };
      return state;
    case 'waiting':
      return event === 'due' || event === 'wake'
        ? { at: 'opening', failures: state.failures, streamFailures: state.streamFailures }
        : state;
  }
}

function afterOpening(
  state: ConnectionState & { readonly at: 'opening' },
  event: ConnectionEvent,
  random: number,
): ConnectionState {
  if (event === 'opened') return { at: 'streaming', heard: false, streamFailures: state.streamFailures };
  if (event === 'unreachable') return waiting(state.failures + 1, state.streamFailures, random);
  return event === 'stream refused' ? afterStreamFailure(state.streamFailures, random) : state;
}

function afterStreamFailure(before: number, random: number): ConnectionState {
  const streamFailures = before + 1;
  return streamFailures >= mostStreamFailures ? { at: 'polling' } : waiting(0, streamFailures, random);
}

function waiting(failures: number, streamFailures: number, random: number): ConnectionState {
  return { at: 'waiting', failures, streamFailures, delayMs: backOff(failures, random) };
}

/** Doubles with each failure up to a limit; between half and the whole of it. Milliseconds. */
export function backOff(failures: number, random: number): number {
  const whole = Math.min(longestDelay, shortestDelay * 2 ** Math.min(failures, 10));
  return Math.round(whole * (0.5 + random / 2));
}
