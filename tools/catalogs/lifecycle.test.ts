import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RequestCity } from '#tools/requests/requests.fixture.ts';
import { fileShareRequest } from '#tools/requests/file-share-request.ts';
import { wantedMarriage } from '#tools/requests/requests.fixture.ts';
import { catalogHistory } from './catalog-history.ts';
import { changeOfLawOrFunction } from './change-of-law-or-function.ts';
import { checkUpCatalog } from './check-up-catalog.ts';
import { compareCatalogEntries } from './compare-catalog-entries.ts';
import { fileCatalogEntry } from './file-catalog-entry.ts';
import { findCatalogEntries } from './find-entries.ts';
import { publishCatalogEntry } from './publish-catalog-entry.ts';
import { reportCatalogUpdate } from './report-catalog-update.ts';
import { returnCatalogEntry } from './return-catalog-entry.ts';
import { reviseCatalogEntry } from './revise-catalog-entry.ts';
import { searchCatalog } from './search-catalog.ts';
import { showCatalogEntry } from './show-catalog-entry.ts';
import { submitCatalogEntry } from './submit-catalog-entry.ts';
import { withdrawCatalogEntry } from './withdraw-catalog-entry.ts';

const grounds = {
  departmentId: 'jiaoyu',
  kind: 'data' as const,
  name: '校园体育场地开放信息',
  summary: '向社会开放的中小学体育场地的名称、地址和开放时间',
  source: '学校体育场地管理业务',
  classification: '主题信息资源/公共服务',
  standard: '无',
  updateCycle: 'quarterly' as const,
  sharingType: 'unconditional' as const,
  openingType: 'unconditional' as const,
  securityLevel: '1级' as const,
  formatCategory: 'spreadsheet' as const,
  formatType: 'xlsx',
  items: [{ name: '学校名称', type: '字符型', length: '60' }, { name: '场地地址' }, { name: '开放时间' }],
  legalBases: [{ title: '中华人民共和国体育法', clause: '第八十四条' }],
};

let city: RequestCity;
beforeEach(async () => {
  city = await RequestCity.open();
});
afterEach(() => city.store.close());

async function filed(more: object = {}): Promise<string> {
  const { entryId } = await city.run('li', fileCatalogEntry, { ...grounds, ...more });
  if (entryId === null) throw new Error('no entry');
  return entryId;
}

async function states(entryId: string): Promise<readonly string[]> {
  const versions = await city.store.db.catalogVersion.findMany({ where: { entryId }, orderBy: { number: 'asc' } });
  return versions.map(({ number, state }) => `${number} ${state}`);
}

async function audits(entryId: string): Promise<readonly string[]> {
  const rows = await city.store.db.auditRecord.findMany({ where: { subjectId: entryId }, orderBy: { at: 'asc' } });
  return rows.map(({ action, actorId, article }) => `${action} ${actorId} ${article}`);
}

describe('from filing to publishing', () => {
  test('a filing waits for the bureau, which is told', async () => {
    const entryId = await filed();
    const version = await city.store.db.catalogVersion.findFirstOrThrow({
      where: { entryId },
      include: { items: { orderBy: { position: 'asc' } }, legalBases: true, entry: true },
    });
    expect(version).toMatchObject({
      number: 1,
      state: 'submitted',
      authorId: 'li',
      submittedAt: city.clock,
      updateCycle: 'quarterly',
      securityLevel: '1级',
      sharingBasis: null,
      entry: { departmentId: 'jiaoyu', kind: 'data' },
      legalBases: [{ kind: 'law', title: '中华人民共和国体育法', clause: '第八十四条' }],
    });
    expect(version.items.map(({ position, name }) => `${position} ${name}`)).toEqual([
      '1 学校名称',
      '2 场地地址',
      '3 开放时间',
    ]);
    expect(await audits(entryId)).toEqual(['catalog.file li 第十六条第二款']);
    expect(city.told).toEqual([expect.objectContaining({ personId: 'zhou' })]);
    expect((await city.run('liu', searchCatalog, { words: '校园体育场地' })).none).toBe(true);
  });

  test('is filed once under one key', async () => {
    const once = await city.attempt('li', fileCatalogEntry, grounds, 'the-key');
    const twice = await city.attempt('li', fileCatalogEntry, grounds, 'the-key');
    expect([once.kind, twice]).toEqual(['done', { ...once, repeated: true }]);
    expect(await city.store.db.catalogVersion.count({ where: { name: grounds.name } })).toBe(1);
  });

  test('published it is found, shown to others and dated', async () => {
    const entryId = await filed();
    await city.at('2026-03-03').run('zhou', publishCatalogEntry, { entryId });
    expect(await states(entryId)).toEqual(['1 published']);
    expect(await city.store.db.catalogVersion.findFirstOrThrow({ where: { entryId } })).toMatchObject({
      publishedOn: '2026-03-03',
      decidedById: 'zhou',
    });
    expect(city.told.at(-1)).toMatchObject({ personId: 'li', text: expect.stringContaining('已经发布') as string });
    const found = await city.run('liu', searchCatalog, { words: '谁有学校体育场地开放的数据' });
    expect(found.hits[0]).toMatchObject({ id: entryId, department: '长沙市教育局' });
    const card = await city.run('citizen', showCatalogEntry, { entryId });
    expect(card.facts).toContainEqual({ label: '信息项', value: '学校名称、场地地址、开放时间' });
    expect(card.facts).toContainEqual({ label: '共享类型', value: '无条件共享' });
  });

  test('returned with its reasons it can be revised and filed again', async () => {
    const entryId = await filed();
    await city.run('zhou', returnCatalogEntry, { entryId, reason: '请补充联系电话这一信息项' });
    expect(await city.store.db.catalogVersion.findFirstOrThrow({ where: { entryId } })).toMatchObject({
      state: 'returned',
      returnReason: '请补充联系电话这一信息项',
      decidedById: 'zhou',
    });
    await city.run('li', submitCatalogEntry, { entryId });
    expect(await states(entryId)).toEqual(['1 submitted']);
    await city.run('zhou', returnCatalogEntry, { entryId, reason: '还是没有补充联系电话' });
    await city.run('wang', reviseCatalogEntry, { entryId, items: [...grounds.items, { name: '联系电话' }] });
    expect(await states(entryId)).toEqual(['1 superseded', '2 submitted']);
  });
});

describe('revising', () => {
  test('what is published stays until the new version is accepted; every version is kept and told apart in words', async () => {
    const entryId = await filed();
    await city.run('zhou', publishCatalogEntry, { entryId });
    await city.at('2026-03-04').run('li', reviseCatalogEntry, {
      entryId,
      updateCycle: 'monthly',
      items: [{ name: '学校名称', type: '字符型', length: '60' }, { name: '场地地址' }],
      changeNote: '学校要求按月更新',
    });
    expect(await states(entryId)).toEqual(['1 published', '2 submitted']);
    const others = await city.run('liu', catalogHistory, { entryId });
    expect(others.text).toContain('共 1 个版本');
    await city.run('zhou', publishCatalogEntry, { entryId });
    expect(await states(entryId)).toEqual(['1 superseded', '2 published']);
    const { text } = await city.run('li', catalogHistory, { entryId });
    expect(text).toContain('更新周期由“每季度”改为“每月”');
    expect(text).toContain('删去了信息项:开放时间');
    expect(text).toContain('原因:学校要求按月更新');
    expect(await audits(entryId)).toEqual([
      'catalog.file li 第十六条第二款',
      'catalog.publish zhou 第十六条第三款',
      'catalog.revise li 第十六条第二款',
      'catalog.publish zhou 第十六条第三款',
    ]);
  });

  test('a type made unconditional drops its condition; one made conditional asks for it', async () => {
    const entryId = await filed({ sharingType: 'conditional', sharingBasis: '仅限体育部门使用' });
    await city.run('li', reviseCatalogEntry, { entryId, sharingType: 'unconditional' });
    const latest = await city.store.db.catalogVersion.findFirstOrThrow({ where: { entryId, number: 2 } });
    expect(latest).toMatchObject({ sharingType: 'unconditional', sharingBasis: null });
    const refusal = await city.refusal('li', reviseCatalogEntry, { entryId, openingType: 'withheld' });
    expect(refusal).toMatchObject({ code: 'CONDITION_MISSING', field: 'openingBasis' });
  });
});

describe('what is refused, and changes nothing', () => {
  test.each<[string, 'liu' | 'citizen' | 'li' | 'zhou', Parameters<typeof city.refusal>[1], object, string]>([
    ['filing for another department', 'liu', fileCatalogEntry, grounds, 'NOT_YOUR_DEPARTMENT'],
    ['filing as a citizen', 'citizen', fileCatalogEntry, grounds, 'NOT_YOUR_ROLE'],
    [
      'withholding without a basis',
      'li',
      fileCatalogEntry,
      { ...grounds, sharingType: 'withheld' },
      'CONDITION_MISSING',
    ],
    ['a name the department has', 'li', fileCatalogEntry, { ...grounds, name: '学校 基本信息' }, 'ENTRY_NAME_TAKEN'],
    [
      'revising another department’s',
      'liu',
      reviseCatalogEntry,
      { entryId: 'schools', updateCycle: 'daily' },
      'NOT_YOUR_DEPARTMENT',
    ],
    ['revising nothing', 'li', reviseCatalogEntry, { entryId: 'schools', name: '学校基本信息' }, 'NOTHING_CHANGED'],
    ['publishing as an officer', 'li', publishCatalogEntry, { entryId: 'schools' }, 'NOT_YOUR_ROLE'],
    ['publishing what is published', 'zhou', publishCatalogEntry, { entryId: 'schools' }, 'ENTRY_STATE'],
    ['submitting what is published', 'li', submitCatalogEntry, { entryId: 'schools' }, 'ENTRY_STATE'],
    [
      'withdrawing another department’s',
      'liu',
      withdrawCatalogEntry,
      { entryId: 'schools', reason: '不需要' },
      'NOT_YOUR_DEPARTMENT',
    ],
    [
      'an entry that is not there',
      'li',
      reviseCatalogEntry,
      { entryId: 'none', updateCycle: 'daily' },
      'ENTRY_UNKNOWN',
    ],
    ['to a citizen, what is not open', 'citizen', showCatalogEntry, { entryId: 'marriage' }, 'ENTRY_UNKNOWN'],
  ])('%s', async (_, who, tool, input, code) => {
    const before = await city.store.db.catalogVersion.count();
    expect(await city.refusal(who, tool, input)).toMatchObject({ code });
    expect(await city.store.db.catalogVersion.count()).toBe(before);
    expect(await states('schools')).toEqual(['1 published']);
  });

  test('withdrawing while a request is open', async () => {
    await city.run('li', fileShareRequest, wantedMarriage);
    expect(await city.refusal('liu', withdrawCatalogEntry, { entryId: 'marriage', reason: '职能划转' })).toMatchObject({
      code: 'ENTRY_IN_USE',
    });
  });
});

test('withdrawn it is found no more, and its versions stay', async () => {
  expect((await city.run('liu', searchCatalog, { words: '学校基本信息' })).hits).toHaveLength(1);
  await city.run('li', withdrawCatalogEntry, { entryId: 'schools', reason: '职能已划转' });
  expect(await states('schools')).toEqual(['1 withdrawn']);
  expect((await city.run('liu', searchCatalog, { words: '学校基本信息' })).none).toBe(true);
});

test('the public finds only what is open in some way', async () => {
  expect((await city.run('citizen', searchCatalog, { words: '婚姻登记' })).none).toBe(true);
  expect((await city.run('li', searchCatalog, { words: '婚姻登记' })).hits[0]?.id).toBe('marriage');
});

test('two entries side by side', async () => {
  const { text } = await city.run('li', compareCatalogEntries, { entryId: 'marriage', otherId: 'adoption' });
  expect(text).toContain('共享类型:有条件共享 | 不予共享');
  expect(text).toContain('相同的信息项:没有');
});

test('the check-up of a department offers each finding as a step of the form', async () => {
  const { findings, offers } = await city.run('liu', checkUpCatalog, { departmentId: 'minzheng' });
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'missing-attribute', entryId: 'marriage' }));
  expect(offers[0]?.tool).toBe('revise-catalog-entry');
  expect(await city.refusal('li', checkUpCatalog, { departmentId: 'minzheng' })).toMatchObject({
    code: 'NOT_YOUR_DEPARTMENT',
  });
});

describe('a law or a function has changed', () => {
  const change = { cause: 'law' as const, title: '《体育法》', occurredOn: '2026-03-02', departmentId: 'jiaoyu' };

  test('opens the task with the affected entries and its clock, and ends with the report', async () => {
    const entryId = await filed();
    await city.run('zhou', publishCatalogEntry, { entryId });
    const opened = await city.run('li', changeOfLawOrFunction, change);
    expect(opened.entryIds).toEqual([entryId]);
    // 15 working days from 2026-03-02; the State Council's rule says 10.
    expect(opened.text).toContain('3月16日');
    expect(opened.text).toContain('3月23日');
    const clocks = await city.store.db.deadlineEvent.findMany({ where: { dutyId: opened.dutyId } });
    expect(clocks.map(({ limit, kind, on }) => `${limit} ${kind} ${on}`)).toEqual([
      'catalog-update started 2026-03-02',
    ]);

    const { number } = opened;
    expect(await city.refusal('li', reportCatalogUpdate, { number })).toMatchObject({ code: 'ENTRIES_LEFT' });
    await city.run('li', reviseCatalogEntry, { entryId, summary: '依照修订后的法律开放的体育场地信息' });
    await city.at('2026-03-10').run('li', reportCatalogUpdate, { number });
    expect(await city.store.db.duty.findUniqueOrThrow({ where: { number } })).toMatchObject({ state: 'done' });
    const ended = await city.store.db.deadlineEvent.findFirstOrThrow({
      where: { dutyId: opened.dutyId, kind: 'ended' },
    });
    expect(ended.on).toBe('2026-03-10');
    expect(city.told.at(-1)).toMatchObject({ personId: 'zhou', text: expect.stringContaining('报备案') as string });
    expect(await city.refusal('li', reportCatalogUpdate, { number })).toMatchObject({ code: 'TASK_CLOSED' });
  });

  test('entries that stay as they are must be said to', async () => {
    await filed();
    const { number, dutyId } = await city.run('li', changeOfLawOrFunction, change);
    await city.run('li', reportCatalogUpdate, { number, restUnaffected: true });
    const entries = await city.store.db.dutyEntry.findMany({ where: { dutyId } });
    expect(entries.map(({ state }) => state)).toEqual(['unaffected']);
  });

  test('is refused where nothing rests on it', async () => {
    const refusal = await city.refusal('li', changeOfLawOrFunction, { ...change, title: '殡葬管理条例' });
    expect(refusal).toMatchObject({ code: 'NOTHING_AFFECTED' });
    expect(await city.store.db.duty.count()).toBe(0);
  });
});

describe('an entry is found among those a field allows', () => {
  const find = async (who: 'li' | 'zhou' | 'liu', words: string, among: string) => {
    const context = { actor: city.actor(who), now: city.clock, db: city.store.db };
    return (await findCatalogEntries(words, among, context)).candidates.map(({ title }) => title);
  };

  test('own ones in any state, others only published', async () => {
    await filed();
    expect(await find('li', '体育场地', 'mine')).toEqual([
      '校园体育场地开放信息(长沙市教育局,已报送,等待市数据资源局核收)',
    ]);
    expect(await find('liu', '体育场地', 'mine')).toEqual([]);
    expect(await find('liu', '校园体育场地', 'any')).toEqual([]);
    expect(await find('zhou', '体育场地', 'submitted')).toHaveLength(1);
    expect((await find('liu', '婚因登记信息', 'mine'))[0]).toBe('婚姻登记信息(长沙市民政局)');
    expect(await find('li', '结婚登记', 'any')).toEqual(['婚姻登记信息(长沙市民政局)']);
  });
});
