/** What the rules refuse before anything is shown for confirmation is said, and the field at fault asked for again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { valuesOf, type City } from './chat.fixture.ts';
import { openRequestsCity } from './requests-city.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await openRequestsCity();
});
afterAll(() => city.close());

test('the number of no task is refused with its reason, another is asked for, and the draft goes on', async () => {
  const li = city.as('li');
  await li.say('现在办理目录更新任务备案');
  expect(await li.press('办理“目录更新备案”')).toContain('请写编号');
  await li.say('99');
  const told = await li.say('跳过');
  expect(told).toContain('没有找到编号 99 的目录更新任务');
  expect(told).not.toContain('确认提交');
  const draft = await city.store.db.draft.findFirst({ where: { ownerId: 'li', form: 'report-catalog-update' } });
  expect(draft).toMatchObject({ state: 'open', pendingField: 'number' });
  expect(valuesOf(draft)).toMatchObject({ number: 99 });
  expect(await li.say('98')).toContain('没有找到编号 98 的目录更新任务');
  expect(await city.store.db.auditRecord.count({ where: { tool: 'report-catalog-update' } })).toBe(0);
});
