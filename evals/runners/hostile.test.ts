import { expect, it } from 'vitest';
import { EchoCore } from '#bot/delivery/echo-core.fixture.ts';
import { underFire } from './hostile.ts';

it('answers 600 random and hostile inputs clearly: no crash, no hang, no fault', async () => {
  const { failures, faults, unanswered, answers } = await underFire(new EchoCore(), 600, 20_260_302);
  expect(failures).toEqual([]);
  expect(faults).toEqual([]);
  expect(unanswered).toBe(0);
  // The inputs did reach it, and it did refuse what is to be refused.
  const statuses = [...answers.keys()].map((key) => key.split(' ').at(-1));
  expect(statuses).toEqual(expect.arrayContaining(['200', '400', '413', '415']));
});
