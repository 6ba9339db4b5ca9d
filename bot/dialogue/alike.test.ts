/** An earlier entry copied, and "it" for what was spoken of last: transcripts, and the rows they leave. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dropDrafts, openCatalogCity, openDraftsOf, versionsNamed, wholeEntry } from './catalog-chat.fixture.ts';
import { type City, type Speaker, valuesOf } from './chat.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await openCatalogCity();
});
afterAll(() => city.close());

let place = 0;
let li: Speaker;
let liu: Speaker;
beforeEach(async () => {
  place += 1;
  li = city.as('li', `li-${place}`);
  liu = city.as('liu', `liu-${place}`);
  await dropDrafts(city);
});

async function filed(name: string): Promise<string> {
  city.later(1 / 24);
  await li.say(wholeEntry(name));
  await li.say('跳过');
  await li.say('跳过');
  await li.say('没有');
  return await li.say('确认');
}

const versionsOf = (name: string) => versionsNamed(city, name);
const openDrafts = (ownerId: string) => openDraftsOf(city, ownerId);

/** What the copy and the original have in common: all but what makes them two. */
function content(version: Awaited<ReturnType<typeof versionsOf>>[number] | undefined) {
  if (!version) throw new Error('no version');
  const { summary, source, classification, standard, updateCycle, sharingType, openingType } = version;
  const { securityLevel, formatCategory, items, entry } = version;
  const attributes = { summary, source, classification, standard, updateCycle, sharingType, openingType };
  return { ...attributes, securityLevel, formatCategory, items: items.map(({ name }) => name), kind: entry.kind };
}

describe('an entry like an earlier one', () => {
  test('by its name: everything is there but the name, which is asked for, shown and filed', async () => {
    await filed('足球场地名录');
    const begun = await li.say('照着“足球场地名录”再编一条');
    expect(begun).toContain('其余内容先照“足球场地名录”填好了');
    expect(begun).toContain('这条目录叫什么名称');
    expect(valuesOf((await openDrafts('li')).at(-1))).not.toHaveProperty('name');
    const summary = await li.say('曲棍球场地名录');
    expect(summary).toContain('请确认');
    expect(summary).toContain('体育场地系统');
    expect(await versionsOf('曲棍球场地名录')).toEqual([]);
    await li.say('不对,改成每年');
    await li.say('确认');
    const [[original], [copied, ...more]] = await Promise.all([
      versionsOf('足球场地名录'),
      versionsOf('曲棍球场地名录'),
    ]);
    expect(more).toEqual([]);
    expect(content(copied)).toEqual({ ...content(original), updateCycle: 'yearly' });
    expect(copied?.entryId).not.toBe(original?.entryId);
    expect(original).toMatchObject({ updateCycle: 'quarterly' });
  });

  test("the person's last one, with what is to be different in the same sentence", async () => {
    await filed('篮球场地名录');
    expect(await li.say('和上次那条一样,只是名称改成手球场地名录,更新周期改成每月')).toContain('请确认');
    await li.say('确认');
    const [[original], [copied]] = await Promise.all([versionsOf('篮球场地名录'), versionsOf('手球场地名录')]);
    expect(content(copied)).toEqual({ ...content(original), updateCycle: 'monthly' });
  });

  test.each([
    '照着上次的再编一条',
    '跟上次那条一样再建一条目录',
    '编一条和刚才那条一样的目录',
    '按照它再编一条数据目录',
  ])('%s', async (words) => {
    const name = `网球场地名录${words.length}${words.slice(0, 1)}`;
    await filed(name);
    expect(await li.say(words)).toContain(`照“${name}”填好了`);
    expect(valuesOf((await openDrafts('li')).at(-1))).toMatchObject({
      departmentId: 'jiaoyu',
      kind: 'data',
      source: '体育场地系统',
      updateCycle: 'quarterly',
    });
  });

  test("another department's: what is not published is not seen, what is fills one's own", async () => {
    await filed('冰球场地名录');
    await liu.say('照着“冰球场地名录”再编一条');
    expect(await openDrafts('liu')).toEqual([]);
    await city.store.db.catalogVersion.updateMany({
      where: { name: '冰球场地名录' },
      data: { state: 'published', publishedOn: '2026-03-02' },
    });
    await liu.say('照着“冰球场地名录”再编一条');
    expect(valuesOf((await openDrafts('liu')).at(-1))).toMatchObject({
      departmentId: 'minzheng',
      source: '体育场地系统',
    });
  });

  test('in the midst of another form it is a second draft, and the first is come back to', async () => {
    await filed('马术场地名录');
    await li.say('我要编一条射箭场地名录的数据目录');
    await li.say('照着“马术场地名录”再编一条,名称叫滑板场地名录');
    expect((await openDrafts('li')).map(({ name }) => name)).toEqual(['射箭场地名录', '滑板场地名录']);
    const after = await li.say('确认');
    expect(after).toContain('接着办“射箭场地名录”');
    expect(await versionsOf('滑板场地名录')).toHaveLength(1);
    expect(await versionsOf('射箭场地名录')).toEqual([]);
  });

  test('who has filed nothing is told so; a comparison that is a question opens nothing', async () => {
    expect(await city.as('xiao', 'xiao-alike').say('和上次那条一样,只是名称改成甲乙丙名录')).toContain(
      '没有找到可以照着编的目录',
    );
    await li.say('共享清单和开放清单一样吗');
    expect(await openDrafts('xiao')).toEqual([]);
    expect(await openDrafts('li')).toEqual([]);
  });
});

describe('it', () => {
  test('after a filing: its history, a change to it, its history again', async () => {
    await filed('排球场地名录');
    expect(await li.say('它的历史')).toContain('“排球场地名录”(长沙市教育局)共 1 个版本');
    await li.say('把它的更新周期改成每月');
    await li.say('跳过');
    await li.say('确认');
    expect((await versionsOf('排球场地名录')).map(({ number, updateCycle }) => `${number} ${updateCycle}`)).toEqual([
      '1 quarterly',
      '2 monthly',
    ]);
    expect(await li.say('看看它的版本历史')).toContain('共 2 个版本');
  });

  test('after it was shown, in a later session: 改一下它 opens that entry, a new value is filed', async () => {
    await filed('棒球场地名录');
    await li.say('查看“棒球场地名录”目录');
    city.restart();
    await li.say('改一下它');
    const [entry] = await versionsOf('棒球场地名录');
    expect(valuesOf((await openDrafts('li')).at(-1))).toEqual({ entryId: entry?.entryId });
    await li.say('更新周期改为每年');
    await li.say('跳过');
    await li.say('确认');
    expect((await versionsOf('棒球场地名录')).map(({ updateCycle }) => updateCycle)).toEqual(['quarterly', 'yearly']);
  });

  test("another department's stays untouched, by whatever word it is called", async () => {
    await filed('垒球场地名录');
    await city.store.db.catalogVersion.updateMany({
      where: { name: '垒球场地名录' },
      data: { state: 'published', publishedOn: '2026-03-02' },
    });
    await liu.say('查看“垒球场地名录”目录');
    expect(await liu.say('把它的更新周期改成每年')).toContain('“垒球场地名录”是长沙市教育局的目录');
    expect(await openDrafts('liu')).toEqual([]);
    expect((await versionsOf('垒球场地名录')).map(({ updateCycle }) => updateCycle)).toEqual(['quarterly']);
  });

  test('with nothing spoken of before it means nothing: no draft on any entry', async () => {
    await filed('水球场地名录');
    const elsewhere = city.as('xiao', 'xiao-it');
    await elsewhere.say('把它的更新周期改成每年');
    for (const draft of await openDrafts('xiao')) expect(valuesOf(draft)).not.toHaveProperty('entryId');
    expect((await versionsOf('水球场地名录')).map(({ number }) => number)).toEqual([1]);
  });
});
