import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCore } from '#bot/core.ts';
import { enteredNotices } from '#bot/entered-notices.ts';
import { Secret } from '#bot/secret.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { openStore } from '#prisma/store.ts';
import { fileShareRequest } from '#tools/requests/file-share-request.ts';
import { RequestCity, wantedMarriage } from '#tools/requests/requests.fixture.ts';
import { addNotice } from './add-notice.ts';

let city: RequestCity;
beforeAll(async () => {
  city = await RequestCity.open();
  // One is fetched, one is pushed, the others have never spoken.
  await city.store.db.conversation.create({
    data: { channel: 'page', externalId: 'li', personId: 'li', createdAt: city.clock },
  });
  await city.store.db.conversation.create({
    data: {
      channel: 'pushed',
      externalId: 'liu',
      personId: 'liu',
      address: { serviceUrl: 'https://example.com' },
      createdAt: city.clock,
      inbox: {
        create: {
          channel: 'pushed',
          messageId: 'm1',
          sequence: 0,
          payload: { userId: 'u-liu' },
          state: 'done',
          receivedAt: city.clock,
        },
      },
    },
  });
});
afterAll(() => city.store.close());

const given = {
  year: 2027,
  title: null,
  papers: ['https://www.gov.cn/2027.htm'],
  days: [{ date: '2027-01-01', name: '元旦', off: true }],
};

test('a core that runs counts with the notice from then on, the people are told through their channels, and once', async () => {
  const { db } = city.store;
  const core = (await openCore({ regulations: loadRegulations(), demo: false }))(city.store);
  let messages = 0;
  const ask = async (): Promise<string> => {
    const messageId = `q${++messages}`;
    await db.conversation.upsert({
      where: { channel_tenant_externalId: { channel: 'page', tenant: '', externalId: 'guest' } },
      create: { channel: 'page', externalId: 'guest', createdAt: city.clock },
      update: {},
    });
    const text = '12月18日收到民政局的共享申请,最晚哪天答复?';
    const said = { channel: 'page', userId: 'guest', conversationId: 'guest', kind: 'text' as const };
    const [reply] = await core.handle({ ...said, messageId, text, at: city.clock });
    return reply?.text ?? '';
  };
  const { requestId } = await city.at('2026-12-18').run('li', fileShareRequest, wantedMarriage2027);
  expect(await ask()).toContain('2027年1月1日');

  const added = await addNotice(city.store, given, city.at('2026-12-21').clock);
  expect(added).toMatchObject({
    entered: { changedDays: ['2027年1月1日(周五)'] },
    doubts: [],
    recount: { clocks: 1, moved: 1, settled: 0, told: 5 },
  });
  expect(await ask()).toContain('2027年1月4日');

  const toLi = await db.message.findMany({ where: { conversation: { externalId: 'li' } } });
  expect(toLi.map(({ direction, text }) => [direction, text.split('\n')[3]])).toEqual([
    ['outbound', '现在:2027年1月4日(周一),日期已经确定'],
  ]);
  const outbox = await db.outbox.findMany({ orderBy: [{ state: 'asc' }, { recipient: 'asc' }] });
  expect(outbox.map(({ recipient, state, channel }) => `${recipient} ${state} ${channel}`)).toEqual([
    'pushed::u-liu pending pushed',
    'chen failed ',
    'double failed ',
    'he failed ',
  ]);

  const again = await addNotice(city.store, given, city.at('2026-12-22').clock);
  expect(again).toMatchObject({
    entered: { refusal: { code: 'NOTICE_CHANGES_NOTHING' } },
    recount: { clocks: 1, moved: 0, settled: 0, told: 0 },
  });
  expect(await db.message.count({ where: { conversation: { externalId: 'li' } } })).toBe(1);
  expect(await db.outbox.count()).toBe(4);
  expect(await db.holidayNotice.count()).toBe(1);
  expect((await city.rows(requestId)).events).toEqual(['1 submitted li', '2 deadline_recounted -']);
}, 120_000);

const wantedMarriage2027 = { ...wantedMarriage, termUntil: '2027-12-31' };

test('commands without a store of their own read what was entered, and make no database to do so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'notices-'));
  try {
    expect(await enteredNotices({ dataDir: folder, databaseUrl: null })).toEqual([]);
    const store = await openStore({ dataDir: folder });
    await addNotice(store, given, city.clock);
    // While the server has it open, and after.
    expect(await enteredNotices({ dataDir: folder, databaseUrl: null })).toMatchObject([{ year: 2027, revision: 1 }]);
    await store.close();
    expect(await enteredNotices({ dataDir: folder, databaseUrl: null })).toMatchObject([{ papers: given.papers }]);
    await expect(
      enteredNotices({ dataDir: folder, databaseUrl: new Secret('postgresql://nobody@127.0.0.1:1/none') }),
    ).rejects.toThrow(/127\.0\.0\.1/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
