import { describe, expect, test } from 'vitest';
import { afterFailure } from './delivery-policy.ts';
import { ServerNo, Unreachable } from './direct-line.ts';

const unreachable = new Unreachable(new Error('refused'));

describe('a message that could not be posted', () => {
  test('waits and goes out by itself for as long as the server cannot be reached', () => {
    for (const failures of [1, 5, 100]) {
      const { delivery, againInMs } = afterFailure(unreachable, failures, 1);
      expect(delivery.state).toBe('waiting');
      expect(againInMs).toBeLessThanOrEqual(15_000);
    }
  });

  test('waits for as long as the server asks when messages come too fast', () => {
    const { delivery, againInMs } = afterFailure(new ServerNo(429, 'TooManyMessages', 7_000), 1, 0);
    expect([delivery.state, againInMs]).toEqual(['waiting', 7_000]);
  });

  test('is tried a few times while the server is in trouble, then it is the person’s turn', () => {
    const states = [1, 2, 3, 4].map(
      (failures) => afterFailure(new ServerNo(503, 'Fault', null), failures, 0).delivery.state,
    );
    expect(states).toEqual(['waiting', 'waiting', 'waiting', 'failed']);
  });

  test('is not sent again by itself when the server says no', () => {
    const { delivery, againInMs } = afterFailure(new ServerNo(413, 'TooLarge', null), 1, 0);
    expect(delivery).toEqual({ state: 'failed', why: '没有发出（TooLarge）' });
    expect(againInMs).toBeNull();
  });
});
