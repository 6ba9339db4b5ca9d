import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { City, type Speaker } from './chat.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await City.open();
});
afterAll(() => city.close());

let place = 0;
let li: Speaker;
beforeEach(() => {
  place += 1;
  li = city.as('li', `li-${place}`);
});

async function entryOf(name: string) {
  const rows = await city.store.db.catalogVersion.findMany({
    where: { name },
    include: { items: { orderBy: { position: 'asc' } }, entry: true },
  });
  expect(rows).toHaveLength(1);
  return rows[0];
}

describe('filing in the chat', () => {
  test('one sentence fills four fields, the rest is asked, and nothing is written before the yes', async () => {
    const words = await li.say('帮我给教育局编一条校园体育场地开放信息的数据目录,每季度更新,无条件共享');
    expect(words).toContain('提供部门 长沙市教育局');
    expect(words).toContain('目录名称 校园体育场地开放信息');
    expect(words).toContain('更新周期 每季度');
    expect(words).toContain('共享类型 无条件共享');
    expect(words).toContain('用一两句话说明这些数据是什么');
    expect(await li.say('全市中小学体育场地的名称、地址和开放时间')).toContain('有哪些信息项');
    expect(await li.say('场地名称、地址、开放时间')).toContain('是否涉及个人信息');
    expect(await li.say('不涉及')).toContain('数据来源');
    expect(await li.say('跳过')).toContain('从哪一天起启用');
    const summary = await li.say('下周一');
    expect(summary).toContain('请确认:编制目录条目');
    expect(summary).toContain('启用日期:2026年3月9日(周一)');
    expect(summary).not.toContain('数据来源:');
    expect(await city.store.db.catalogVersion.count({ where: { name: '校园体育场地开放信息' } })).toBe(0);
    expect(await li.say('确认')).toContain('已提交:校园体育场地开放信息');
    const entry = await entryOf('校园体育场地开放信息');
    expect(entry).toMatchObject({
      state: 'submitted',
      summary: '全市中小学体育场地的名称、地址和开放时间',
      updateCycle: 'quarterly',
      sharingType: 'unconditional',
      sharingBasis: null,
      source: null,
      standard: null,
      authorId: 'li',
      entry: { departmentId: 'jiaoyu' },
    });
    expect(entry?.items.map(({ name }) => name)).toEqual(['场地名称', '地址', '开放时间']);
    const drafts = await city.store.db.draft.findMany({ where: { name: '校园体育场地开放信息' } });
    expect(drafts).toMatchObject([{ state: 'filed', ownerId: 'li' }]);
    const audits = await city.store.db.auditRecord.findMany({ where: { subjectId: entry?.entryId ?? '' } });
    expect(audits).toMatchObject([{ actorId: 'li', tool: 'file-entry', article: '第十六条第二款' }]);
  });
});
