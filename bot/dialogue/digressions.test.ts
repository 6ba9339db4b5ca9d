import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { City, type Speaker, valuesOf } from './chat.fixture.ts';
import { fileEntry, filingInput, findEntries, openCampaign, withdrawEntry } from './filing.fixture.ts';
import { defineTool } from '#tools/tool.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { z } from 'zod';

let city: City;
beforeAll(async () => {
  city = await City.open();
});
afterAll(() => city.close());

let place = 0;
let li: Speaker;
beforeEach(async () => {
  place += 1;
  li = city.as('li', `li-${place}`);
  city.asked.length = 0;
  await city.store.db.draft.updateMany({ data: { state: 'cancelled' } });
});

async function draftNamed(name: string) {
  return await city.store.db.draft.findFirst({ where: { name, state: { not: 'cancelled' } } });
}

const upToSummary = (name: string): Promise<string> =>
  li.say(
    `帮我编一条目录\n提供部门:教育局\n目录名称:${name}\n更新周期:每月\n共享类型:无条件共享\n摘要:全市中小学体育场地情况\n信息项:场地名称、地址\n是否涉及个人信息:否\n来源:体育场地系统\n启用日期:2026-04-01`,
  );

describe('digressing and coming back', () => {
  test('a rule question in mid-form is answered, never filled in, and the open question comes again', async () => {
    await li.say('我要编一条游泳场馆信息目录');
    await li.say('教育局');
    const words = await li.say('共享申请几个工作日内答复?');
    expect(words).toContain('答:共享申请几个工作日内答复?');
    expect(words).toContain('(接着办“游泳场馆信息”)');
    expect(words).toContain('多久更新一次');
    expect(await li.say('每年')).toContain('已记下:更新周期 每年');
    expect((await draftNamed('游泳场馆信息'))?.fields).toMatchObject({
      values: { name: '游泳场馆信息', departmentId: 'jiaoyu', updateCycle: 'yearly' },
    });
  });

  test.each([
    '有条件共享要几天答复',
    '什么是有条件共享',
    '不予共享要提供依据吗',
    '第二十二条',
    '共享和开放有什么区别',
    '收到申请多久要答复',
    '哪些数据可以不共享',
  ])('where any text would do, %s is a question all the same', async (question) => {
    await li.say('我要编目录');
    await li.say('教育局');
    expect(await li.say(question)).toContain(`答:${question}`);
    expect(li.words).toContain('这条目录叫什么名称');
    expect(city.asked.map((one) => one.question)).toEqual([question]);
    const draft = await draftNamed('编制目录条目');
    expect(valuesOf(draft)).toEqual({ departmentId: 'jiaoyu' });
  });

  test('a name that only looks like a question is a name', async () => {
    await li.say('我要编目录');
    await li.say('教育局');
    await li.say('谁执法谁普法责任清单');
    expect(valuesOf(await draftNamed('谁执法谁普法责任清单'))).toMatchObject({ name: '谁执法谁普法责任清单' });
  });

  test.each(['残疾人就业服务如何办理指南信息', '居民多久未缴费名单信息'])(
    'where it could be either, both are offered: %s',
    async (name) => {
      await li.say('我要编目录');
      await li.say('教育局');
      expect(await li.say(name)).toContain('我不太确定您的意思');
      await li.press('把这句话填到“目录名称”');
      expect(valuesOf(await draftNamed(name))).toMatchObject({ name });
    },
  );

  test('a follow-up question is asked with the questions before it', async () => {
    await li.say('共享申请几个工作日内答复');
    await li.say('那如果不同意呢');
    expect(city.asked).toEqual([
      { question: '共享申请几个工作日内答复', previous: [] },
      { question: '那如果不同意呢', previous: ['共享申请几个工作日内答复'] },
    ]);
  });

  test('looking something up in mid-form', async () => {
    await li.say('我要编一条篮球场地信息目录');
    const words = await li.say('帮我查一下婚姻登记的数据');
    expect(words).toContain('没有找到');
    expect(words).toContain('(接着办“篮球场地信息”)');
    expect(words).toContain('由哪个部门提供');
  });

  test('why a field is asked for, with the clause word for word', async () => {
    await li.say('我要编一条网球场地信息目录');
    await li.say('教育局');
    const words = await li.say('为什么要填这个');
    expect(words).toContain('“更新周期”:目录要写明数据多久更新一次');
    expect(words).toContain('第十六条第一款');
    expect(words).toContain('明确政务数据资源的来源、分类、参考标准、更新周期');
    expect(words).toContain('多久更新一次?');
    expect(li.last[0]?.answer?.proofs).toMatchObject([{ article: 16, paragraph: 1 }]);
    expect(await li.say('共享类型为什么要填')).toContain('第二十二条第一款');
  });

  test.each(['你好', '谢谢', '好的', '嗯', '不好意思', '你是谁'])('%s is no value of a field', async (words) => {
    await li.say('我要编目录');
    await li.say('教育局');
    expect(await li.say(words)).toContain('这条目录叫什么名称');
    expect((await draftNamed('编制目录条目'))?.fields).toMatchObject({ values: { departmentId: 'jiaoyu' } });
    expect(city.asked).toEqual([]);
  });

  test('said again, and help for where one is', async () => {
    await li.say('我要编一条田径场地信息目录');
    const question = li.words;
    expect(await li.say('再说一遍')).toBe(question);
    expect(await li.say('帮助')).toContain('正在办理“田径场地信息”');
    expect(li.words).toContain('由哪个部门提供');
  });
});

describe('several drafts', () => {
  test('two at once, each by its name, both filed', async () => {
    await li.say('我要编一条羽毛球场地信息目录');
    await li.say('教育局');
    expect(await li.say('我还要再编一条乒乓球场地信息目录')).toContain('开始办理“乒乓球场地信息”');
    await li.say('教育局');
    await li.say('每月');
    expect(await li.say('换到羽毛球那个')).toContain('已换到“羽毛球场地信息”');
    await li.say('每年');
    expect(await li.say('我的草稿')).toContain('您有 2 份没有办完的事项');
    expect(await li.press('乒乓球场地信息')).toContain('继续办理“乒乓球场地信息”');
    await li.say('有条件');
    expect((await draftNamed('羽毛球场地信息'))?.fields).toMatchObject({ values: { updateCycle: 'yearly' } });
    expect((await draftNamed('乒乓球场地信息'))?.fields).toMatchObject({
      values: { updateCycle: 'monthly', sharingType: 'conditional' },
    });
  });

  test('when one is done the other is taken up where it was left', async () => {
    await li.say('我要编一条跳远场地信息目录');
    await li.say('教育局');
    await upToSummary('跳高场地信息');
    const words = await li.say('确认');
    expect(words).toContain('已提交:跳高场地信息');
    expect(words).toContain('(接着办“跳远场地信息”)');
    expect(words).toContain('多久更新一次');
  });

  test('cancelled and taken back', async () => {
    await li.say('我要编一条冰雪场地信息目录');
    await li.say('教育局');
    expect(await li.say('算了')).toContain('已取消“冰雪场地信息”');
    expect(await city.store.db.draft.findFirst({ where: { name: '冰雪场地信息' } })).toMatchObject({
      state: 'cancelled',
    });
    expect(await li.say('撤销')).toContain('已恢复“冰雪场地信息”');
    expect(li.words).toContain('多久更新一次');
    expect(await draftNamed('冰雪场地信息')).toMatchObject({
      state: 'open',
      fields: { values: { departmentId: 'jiaoyu' } },
    });
  });

  test('put aside, nothing is asked until it is taken up again', async () => {
    await li.say('我要编一条射击场地信息目录');
    expect(await li.say('稍后再办')).toContain('随时可以说“继续”接着办');
    expect(li.words).not.toContain('由哪个部门提供');
    expect(await li.say('你好')).not.toContain('由哪个部门提供');
    expect(await li.say('继续')).toContain('由哪个部门提供');
  });
});

describe('another day', () => {
  test('after a restart and a week the form goes on where it stopped', async () => {
    await li.say('我要编一条棒球场地信息目录');
    await li.say('教育局');
    city.restart();
    city.later(7);
    expect(await li.join()).toContain('您有 1 份没有办完的事项');
    expect(await li.say('继续')).toContain('多久更新一次');
    await li.say('每月');
    expect((await draftNamed('棒球场地信息'))?.fields).toMatchObject({ values: { updateCycle: 'monthly' } });
  });

  test('in another conversation, by the same person', async () => {
    await li.say('我要编一条垒球场地信息目录');
    const elsewhere = city.as('li', 'li-elsewhere');
    expect(await elsewhere.say('继续')).toContain('由哪个部门提供');
    await elsewhere.say('教育局');
    expect((await draftNamed('垒球场地信息'))?.fields).toMatchObject({ values: { departmentId: 'jiaoyu' } });
  });

  test('after the form was defined anew: what fits stays, the rest is said and asked', async () => {
    await upToSummary('马术场地信息');
    const { summary: _, updateCycle: __, ...shape } = filingInput.shape;
    const input = z.object({
      ...shape,
      updateCycle: z.enum(['daily', 'weekly']).register(fieldMeta, {
        label: '更新周期',
        kind: 'choice',
        ask: '多久更新一次?',
        choices: { daily: ['每日'], weekly: ['每周'] },
      }),
      security: z.enum(['1', '2']).register(fieldMeta, {
        label: '安全等级',
        kind: 'choice',
        ask: '安全等级是几级?',
        choices: { '1': ['1级', '一级'], '2': ['2级', '二级'] },
      }),
    });
    const renewed = defineTool({
      name: fileEntry.name,
      title: fileEntry.title,
      purpose: fileEntry.purpose,
      effect: 'writes',
      article: fileEntry.article,
      permits: fileEntry.permits,
      says: fileEntry.says,
      output: fileEntry.output,
      input,
      run: async ({ departmentId, name }, { db, now, record }) => {
        const entry = await db.catalogEntry.create({ data: { departmentId, kind: 'data', createdAt: now } });
        await db.catalogVersion.create({
          data: { entryId: entry.id, number: 1, state: 'submitted', name, createdAt: now },
        });
        record({ subjectKind: 'catalog_entry', subjectId: entry.id });
        return { entryId: entry.id, name };
      },
      draftName: ({ name }) => (typeof name === 'string' ? name : undefined),
      touches: ({ departmentId }) => ({ departmentId }),
    });
    city.restart([renewed, withdrawEntry, openCampaign, findEntries]);
    const words = await li.say('继续');
    expect(words).toContain('不再需要摘要');
    expect(words).toContain('更新周期需要重新填写');
    expect(words).toContain('新增安全等级');
    expect(await li.say('每周')).toContain('安全等级是几级');
    expect(await li.say('二级')).toContain('请确认');
    await li.say('确认');
    expect(await city.store.db.catalogVersion.count({ where: { name: '马术场地信息' } })).toBe(1);
    city.restart([fileEntry, withdrawEntry, openCampaign, findEntries]);
  });

  test('a draft of a task that is no longer offered says so and is left alone', async () => {
    await li.say('我要编一条轮滑场地信息目录');
    city.restart([findEntries]);
    expect(await li.say('你好')).toContain('“轮滑场地信息”这项业务已经不再办理');
    city.restart([fileEntry, withdrawEntry, openCampaign, findEntries]);
    expect(await li.say('继续')).toContain('由哪个部门提供');
  });
});
