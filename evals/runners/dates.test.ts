import { expect, test } from 'vitest';

import { run, scoreDateCase, readDateCases } from './dates.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import { loadLimits } from '#tools/deadlines/load-limits.ts';

test('the set keeps its floors: 0.95 exact, none silently wrong', async () => {
  expect(readDateCases().length).toBeGreaterThanOrEqual(90);
  expect(await run([])).toBe(0);
});

test('another date than the wanted one is silently wrong, asking back is only missed', () => {
  const rules = { limits: loadLimits(), calendar: loadCalendar(null), regulations: loadRegulations() };
  const wanted = { id: 'd001', prev: [], now: '2026-09-28T10:00:00+08:00', due: '2026-10-14', must: [] };
  const score = (q: string) => scoreDateCase({ ...wanted, q }, rules);
  expect(score('9月25号收到共享申请,最晚哪天答复')).toMatchObject({ exact: false, silentlyWrong: true });
  expect(score('上个月收到的共享申请,最晚哪天答复')).toMatchObject({ exact: false, silentlyWrong: false });
  expect(score('共享申请几天答复')).toMatchObject({ exact: false, silentlyWrong: false });
});
