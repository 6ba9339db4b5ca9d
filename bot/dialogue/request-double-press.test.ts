import { afterAll, beforeAll, expect, test } from 'vitest';
import type { City, Speaker } from './chat.fixture.ts';
import { fileShare, openRequestsCity, rowsOf } from './requests-city.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await openRequestsCity();
  for (const id of ['li', 'liu', 'he']) await city.as(id).say('你好');
});
afterAll(() => city.close());

async function upToSummary(who: Speaker, number: number, words: string): Promise<string> {
  await who.say(`${words}${number}号申请`);
  await who.say('跳过');
  return who.button('确认提交') ?? '';
}

test('approve pressed twice, at two replicas at the same moment: one answer, one event, one message to the requester', async () => {
  const number = await fileShare(city.as('li'));
  const liu = city.as('liu');
  const button = await upToSummary(liu, number, '同意');
  const replicas = [city.newProcess(), city.newProcess()];
  const before = (await city.told('li')).length;
  const words = await Promise.all(
    replicas.flatMap((services, replica) =>
      [1, 2].map((press) => city.as('liu').press(button, { services, messageId: `approve-${replica}-${press}` })),
    ),
  );
  expect(words.filter((said) => said.includes('已答复:同意'))).not.toHaveLength(0);
  const { request, events, clocks, audits } = await rowsOf(city, number);
  expect(request).toMatchObject({ state: 'approved', version: 1, decidedById: 'liu' });
  expect(events).toEqual(['1 submitted li', '2 approved liu']);
  expect(clocks.filter((clock) => clock.includes('started'))).toHaveLength(2);
  expect(audits.filter((audit) => audit.startsWith('request.approved'))).toHaveLength(1);
  expect(await city.told('li')).toHaveLength(before + 1);
});

test('two colleagues answer the same request at two replicas: one answer stands, the other is told so', async () => {
  const number = await fileShare(city.as('li'), { entry: '城乡低保对象信息', items: '保障类别' });
  const liu = city.as('liu');
  const he = city.as('he');
  const yes = await upToSummary(liu, number, '同意');
  const too = await upToSummary(he, number, '同意');
  const [one, two] = [city.newProcess(), city.newProcess()];
  const words = await Promise.all([
    liu.press(yes, { services: one, messageId: 'liu-yes' }),
    he.press(too, { services: two, messageId: 'he-yes' }),
  ]);
  expect(words.filter((said) => said.includes('已答复:同意'))).toHaveLength(1);
  const { request, events } = await rowsOf(city, number);
  expect(request).toMatchObject({ state: 'approved', version: 1 });
  expect(['liu', 'he']).toContain(request.decidedById);
  expect(events).toEqual(['1 submitted li', `2 approved ${request.decidedById}`]);
});
