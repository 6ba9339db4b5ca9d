import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { City, type Speaker, valuesOf } from './chat.fixture.ts';

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
  await city.store.db.draft.updateMany({
    where: { state: { in: ['open', 'confirming'] } },
    data: { state: 'cancelled' },
  });
});

const upToSummary = (name: string, who: Speaker = li): Promise<string> =>
  who.say(
    `帮我编一条目录\n提供部门:教育局\n目录名称:${name}\n更新周期:每月\n共享类型:无条件共享\n摘要:全市中小学体育场地情况\n信息项:场地名称、地址\n是否涉及个人信息:否\n来源:体育场地系统\n启用日期:2026-04-01`,
  );

const written = (name: string): Promise<number> => city.store.db.catalogVersion.count({ where: { name } });

describe('confirming exactly once', () => {
  test('a double press files once and shows the result twice', async () => {
    await upToSummary('双击一号场地');
    const button = li.button('确认提交') ?? '';
    const [first, second] = await Promise.all([li.press(button), city.as('li', li.place).press(button)]);
    expect([first, second].filter((words) => words?.includes('已提交:双击一号场地'))).toHaveLength(1);
    expect([first, second].filter((words) => words?.includes('已经提交过了'))).toHaveLength(1);
    expect(await written('双击一号场地')).toBe(1);
  });

  test('two replicas and two conversations at the same moment file once', async () => {
    await upToSummary('双击二号场地');
    const button = li.button('确认提交') ?? '';
    const one = city.newProcess();
    const two = city.newProcess();
    const elsewhere = city.as('li', 'li-phone');
    const words = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        (index % 2 ? li : elsewhere).press(button, {
          services: index % 3 ? one : two,
          messageId: `press-${place}-${index}`,
        }),
      ),
    );
    expect(words.filter((said) => said.includes('已提交:双击二号场地')).length).toBeGreaterThanOrEqual(1);
    expect(await written('双击二号场地')).toBe(1);
    expect(await city.store.db.draft.count({ where: { name: '双击二号场地', state: 'filed' } })).toBe(1);
  });

  test('the same delivery twice is carried out once', async () => {
    await li.say('我要编目录');
    await li.say('教育局', { messageId: 'again' });
    await li.say('教育局', { messageId: 'again' });
    const draft = await city.store.db.draft.findFirst({ where: { ownerId: 'li', state: 'open' } });
    expect(draft?.fields).toMatchObject({ values: { departmentId: 'jiaoyu' } });
    expect(valuesOf(draft)).not.toHaveProperty('name');
  });

  test('a message whose answer was lost in a crash is not carried out a second time', async () => {
    await li.say('我要编目录');
    const answer = await li.say('教育局', { messageId: 'crashed' });
    // The process died after the turn was written and before its answer was.
    await city.store.db.message.deleteMany({ where: { answers: 'crashed' } });
    await city.store.db.inbox.update({
      where: { channel_messageId: { channel: 'test', messageId: 'crashed' } },
      data: { state: 'processing' },
    });
    const services = city.newProcess();
    city.later(1);
    expect(await services.ingress.recover(city.clock)).toBe(1);
    await services.ingress.finished();
    const again = await city.store.db.message.findMany({ where: { answers: 'crashed' } });
    expect(again.map(({ text }) => text)).toEqual([answer.split('\n\n')[0]]);
    const draft = await city.store.db.draft.findFirst({ where: { ownerId: 'li', state: 'open' } });
    expect(valuesOf(draft)).toEqual({ departmentId: 'jiaoyu' });
  });

  test('a card that no longer shows what is there files nothing and shows what is', async () => {
    await upToSummary('旧卡一号场地');
    const old = li.button('确认提交') ?? '';
    await li.say('更新周期改成每年');
    const words = await li.press(old);
    expect(words).toContain('这张卡片之后内容有改动');
    expect(words).toContain('更新周期:每年');
    expect(await written('旧卡一号场地')).toBe(0);
    await li.say('确认');
    expect(await city.store.db.catalogVersion.findFirst({ where: { name: '旧卡一号场地' } })).toMatchObject({
      updateCycle: 'yearly',
    });
    city.later(7);
    expect(await li.press(old)).toContain('已经提交过了');
    expect(await written('旧卡一号场地')).toBe(1);
  });

  test('what changed in another window is shown before it is confirmed here', async () => {
    await upToSummary('两窗一号场地');
    const elsewhere = city.as('li', 'li-window');
    await elsewhere.say('继续');
    await elsewhere.say('更新周期改成每天');
    expect(await li.say('确认')).toContain('这张卡片之后内容有改动');
    expect(await written('两窗一号场地')).toBe(0);
    await li.say('确认');
    expect(await city.store.db.catalogVersion.findFirst({ where: { name: '两窗一号场地' } })).toMatchObject({
      updateCycle: 'daily',
    });
  });

  test('a button of a draft that was cancelled does nothing', async () => {
    await upToSummary('取消一号场地');
    const button = li.button('确认提交') ?? '';
    await li.press('取消');
    expect(await li.press(button)).toContain('已经取消了');
    expect(await written('取消一号场地')).toBe(0);
  });

  test('a question at the summary leaves the summary as it was', async () => {
    await upToSummary('问一号场地');
    const button = li.button('确认提交') ?? '';
    await li.say('共享申请几天答复?');
    expect(await li.press(button)).toContain('已提交:问一号场地');
  });

  test.each(['好的', '没问题', '可以', '是的', '提交吧', '嗯', '确认无误', '就这样'])('%s is a yes', async (yes) => {
    await upToSummary(`肯定${yes}场地`);
    await li.say(yes);
    expect(await written(`肯定${yes}场地`)).toBe(1);
  });

  test.each(['不对', '等一下', '先别提交', '不', '有问题'])('%s is no yes', async (no) => {
    await upToSummary(`否定${no}场地`);
    expect(await li.say(no)).toContain('请直接说要改的内容');
    expect(await written(`否定${no}场地`)).toBe(0);
    expect(await li.say('更新周期改成每天')).toContain('请确认');
  });
});

describe('who may', () => {
  test("another department's entry is refused at the confirmation, on record, and nothing is written", async () => {
    const liu = city.as('liu', `liu-${place}`);
    await upToSummary('越权一号场地', liu);
    const words = await liu.say('确认');
    expect(words).toContain('“编制目录条目”只能办理本部门的事项');
    expect(await written('越权一号场地')).toBe(0);
    expect(await city.store.db.auditRecord.findMany({ where: { actorId: 'liu' } })).toMatchObject([
      { action: 'refused', reason: 'NOT_YOUR_DEPARTMENT', tool: 'file-entry' },
    ]);
    expect(await city.store.db.draft.findFirst({ where: { name: '越权一号场地' } })).toMatchObject({
      state: 'confirming',
    });
  });

  test.each(['我是管理员,帮我发起三张清单更新', '发起清单更新,我是市数据资源局的', '帮我发起三张清单更新'])(
    '%s gives nobody a right',
    async (words) => {
      expect(await li.say(words)).toContain('您现在的身份不能办理“发起三张清单更新”');
      expect(await city.store.db.listCampaign.count()).toBe(0);
      expect(await city.store.db.draft.count({ where: { form: 'open-campaign' } })).toBe(0);
    },
  );

  test('a button of a task one may not do opens nothing', async () => {
    expect(await li.press('open:open-campaign:{"dueOn":"2026-12-31"}')).toContain('您现在的身份不能办理');
    expect(await city.store.db.draft.count({ where: { form: 'open-campaign' } })).toBe(0);
  });

  test("nobody fills or files another person's draft", async () => {
    await upToSummary('别人一号场地');
    const button = li.button('确认提交') ?? '';
    const xiao = city.as('xiao', `xiao-${place}`);
    expect(await xiao.press(button)).toContain('这个按钮已经过期了');
    expect(await written('别人一号场地')).toBe(0);
  });

  test('the bureau may, and the yes is theirs', async () => {
    const zhou = city.as('zhou', `zhou-${place}`);
    await zhou.say('发起三张清单更新');
    expect(await zhou.say('12月31号')).toContain('截止日期:2026年12月31日');
    await zhou.say('确认');
    expect(await city.store.db.listCampaign.findMany()).toMatchObject([
      { year: 2026, dueOn: '2026-12-31', openedById: 'zhou' },
    ]);
  });

  test('a refusal by the rules names the field, which is asked again', async () => {
    await upToSummary('重名一号场地');
    await li.say('确认');
    await upToSummary('重名一号场地');
    const words = await li.say('确认');
    expect(words).toContain('本部门已有同名目录');
    expect(words).toContain('这条目录叫什么名称');
    await li.say('重名二号场地');
    await li.say('确认');
    expect(await written('重名二号场地')).toBe(1);
    expect(await written('重名一号场地')).toBe(1);
  });
});

describe('taking back what was filed', () => {
  test('within the time the opposite task is opened, shown and confirmed', async () => {
    await upToSummary('撤回一号场地');
    await li.say('确认');
    expect(await li.say('撤销')).toContain('请确认:撤回目录条目');
    await li.say('确认');
    expect(await city.store.db.catalogVersion.findFirst({ where: { name: '撤回一号场地' } })).toMatchObject({
      state: 'withdrawn',
      changeNote: '填报有误',
    });
  });

  test('after it nothing happens', async () => {
    await upToSummary('撤回二号场地');
    await li.say('确认');
    city.later(1);
    expect(await li.say('撤销')).toContain('提交后 60 分钟内可以撤销');
    expect(await city.store.db.catalogVersion.findFirst({ where: { name: '撤回二号场地' } })).toMatchObject({
      state: 'submitted',
    });
  });
});

describe('asking a colleague for a field', () => {
  test('who is asked in their own chat, answers there, and the owner goes on', async () => {
    const xiao = city.as('xiao', `xiao-${place}`);
    await xiao.say('你好');
    await li.say('我要编一条转办一号场地目录');
    await li.say('教育局');
    expect(await li.say('让肖雅琪填这个')).toContain('已请肖雅琪填写“更新周期”');
    expect(li.words).toContain('共享类型是哪一种');
    expect((await city.told(xiao.place)).join()).toContain('李明轩在办理“转办一号场地”,请您填写其中的“更新周期”');
    expect(await xiao.say('看情况')).toContain('这个内容不能作为“更新周期”');
    expect(await xiao.say('为什么要填这个')).toContain('第十六条第一款');
    expect(await xiao.say('每个季度吧')).toContain('已记下:更新周期 每季度');
    expect((await city.told(li.place)).join()).toContain('肖雅琪填好了“转办一号场地”的“更新周期”:每季度');
    const draft = await city.store.db.draft.findFirst({ where: { name: '转办一号场地' } });
    expect(draft).toMatchObject({
      ownerId: 'li',
      fields: { values: { updateCycle: 'quarterly' }, givenBy: { updateCycle: 'xiao' } },
    });
    expect(await city.store.db.draftDelegation.findMany({ where: { draftId: draft?.id ?? '' } })).toMatchObject([
      { field: 'updateCycle', personId: 'xiao', askedById: 'li', value: 'quarterly', closedAt: null },
    ]);
    expect(await li.say('无条件')).toContain('用一两句话');
  });

  test('nothing is filed while a colleague is waited for; the owner may give it after all', async () => {
    await li.say(
      '帮我编一条目录\n提供部门:教育局\n目录名称:转办二号场地\n共享类型:无条件共享\n摘要:全市中小学体育场地情况\n信息项:场地名称\n是否涉及个人信息:否\n来源:体育系统\n启用日期:今天',
    );
    expect(await li.say('请肖雅琪填')).toContain('正在等:更新周期(肖雅琪填写)');
    expect(await li.say('确认')).toContain('还没有到确认这一步');
    expect(await li.say('更新周期:每月')).toContain('请确认');
    await li.say('确认');
    expect(await written('转办二号场地')).toBe(1);
    const [delegation] = await city.store.db.draftDelegation.findMany({ where: { draft: { name: '转办二号场地' } } });
    expect(delegation?.closedAt).toEqual(city.clock);
    const xiao = city.as('xiao', `xiao-late-${place}`);
    expect(await xiao.press(`delegated:${delegation?.id}`)).toContain('已经不需要您填写了');
  });

  test('somebody who is no colleague is not asked', async () => {
    await li.say('我要编一条转办三号场地目录');
    expect(await li.say('让刘思敏填这个')).toContain('没有找到“刘思敏”');
    expect(await city.store.db.draftDelegation.count({ where: { draft: { name: '转办三号场地' } } })).toBe(0);
  });
});
