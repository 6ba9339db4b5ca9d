import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConnectionEvent, ConnectionState } from './connection-state.ts';
import { backOff, nextState } from './connection-state.ts';

const after = (...events: readonly ConnectionEvent[]): ConnectionState =>
  events.reduce<ConnectionState>((state, event) => nextState(state, event, 0.5), { at: 'stopped' });

describe('the connection', () => {
  test('opens a stream when it starts', () => {
    expect(after('start')).toEqual({ at: 'opening', failures: 0, streamFailures: 0 });
    expect(after('start', 'opened').at).toBe('streaming');
  });

  test('comes back soon when a stream that worked ends', () => {
    const state = after('start', 'opened', 'heard', 'closed');
    expect(state).toMatchObject({ at: 'waiting', failures: 0, streamFailures: 0 });
    expect(state.at === 'waiting' && state.delayMs).toBeLessThanOrEqual(500);
  });

  test('waits longer with each failure to reach the server, up to fifteen seconds', () => {
    const delays: number[] = [];
    let state = after('start');
    for (let round = 0; round < 8; round += 1) {
      state = nextState(state, 'unreachable', 1);
      if (state.at === 'waiting') delays.push(state.delayMs);
      state = nextState(state, 'due', 1);
    }
    expect(delays).toEqual([1000, 2000, 4000, 8000, 15000, 15000, 15000, 15000]);
  });

  test('begins with short waits again after it was connected', () => {
    const state = after('start', 'unreachable', 'due', 'unreachable', 'due', 'opened', 'heard', 'closed', 'due');
    expect(state).toEqual({ at: 'opening', failures: 0, streamFailures: 0 });
  });

  test('tries at once when the network is back or the person asks for it', () => {
    expect(after('start', 'unreachable', 'wake').at).toBe('opening');
  });

  test('polls where the server answers but no stream opens', () => {
    expect(after('start', 'stream refused').at).toBe('waiting');
    expect(after('start', 'stream refused', 'due', 'stream refused').at).toBe('polling');
  });

  test('polls where streams open and are cut before anything has come', () => {
    expect(after('start', 'opened', 'closed', 'due', 'opened', 'closed').at).toBe('polling');
    expect(after('start', 'opened', 'heard', 'closed', 'due', 'opened', 'closed').at).toBe('waiting');
  });

  test('tries to stream again from time to time while it polls, and goes back to polling after one failure', () => {
    const polling = ['start', 'stream refused', 'due', 'stream refused'] as const;
    expect(after(...polling, 'due').at).toBe('opening');
    expect(after(...polling, 'due', 'stream refused').at).toBe('polling');
    expect(after(...polling, 'due', 'opened', 'heard')).toMatchObject({ at: 'streaming', streamFailures: 0 });
  });

  test('waits when a poll does not reach the server', () => {
    expect(after('start', 'stream refused', 'due', 'stream refused', 'unreachable').at).toBe('waiting');
  });

  test('does nothing once it is stopped until it is started', () => {
    expect(after('start', 'opened', 'stop', 'closed', 'due', 'wake').at).toBe('stopped');
  });

  const events: ConnectionEvent[] = [
    'start',
    'opened',
    'heard',
    'closed',
    'stream refused',
    'unreachable',
    'due',
    'wake',
  ];

  test('always gets back to a stream once the server can be reached', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 60 }), (history) => {
        let state = after('start', ...history);
        const answers: Partial<Record<ConnectionState['at'], ConnectionEvent>> = {
          opening: 'opened',
          waiting: 'due',
          polling: 'due',
        };
        for (let step = 0; step < 5 && state.at !== 'streaming'; step += 1) {
          state = nextState(state, answers[state.at] ?? 'start', 0.5);
        }
        expect(state.at).toBe('streaming');
      }),
    );
  });

  test('never waits less than a quarter of a second or more than fifteen seconds', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        expect(backOff(failures, random)).toBeGreaterThanOrEqual(250);
        expect(backOff(failures, random)).toBeLessThanOrEqual(15_000);
      }),
    );
  });
});
