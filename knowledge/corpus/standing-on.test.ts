import { expect, test } from 'vitest';

import { loadRegulations } from './load-regulations.ts';
import { standingOn } from './standing-on.ts';

const [regulation] = loadRegulations();
if (!regulation) throw new Error('no regulation');

test.each([
  ['2022-01-31', 'not_yet_in_force'],
  ['2022-02-01', 'in_force'],
  ['2027-01-31', 'in_force'],
  ['2027-02-01', 'expired'],
])('on %s the Changsha regulation is %s', (day, standing) => {
  expect(standingOn(regulation, day)).toBe(standing);
});

test('a regulation ends on the day its successor comes into force', () => {
  const old = { ...regulation, supersededBy: 'changsha-2026-9' };
  const successor = { ...regulation, id: 'changsha-2026-9', inForceFrom: '2026-07-01' };
  expect(standingOn(old, '2026-06-30', [old, successor])).toBe('in_force');
  expect(standingOn(old, '2026-07-01', [old, successor])).toBe('superseded');
  expect(standingOn(old, '2026-07-01')).toBe('in_force');
});
