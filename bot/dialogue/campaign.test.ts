import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listRowsSchema } from '#tools/campaign/list-row.ts';
import { missingLists } from '#tools/campaign/missing-lists.ts';
import { addEntry, campaignCity } from './campaign-city.fixture.ts';
import type { City, Speaker } from './chat.fixture.ts';

let city: City;
let db: City['store']['db'];
const speakers = new Map<string, Speaker>();
const as = (who: string): Speaker => {
  const speaker = speakers.get(who) ?? city.as(who);
  speakers.set(who, speaker);
  return speaker;
};

beforeAll(async () => {
  city = await campaignCity();
  ({ db } = city.store);
  for (const who of ['li', 'wang', 'liu', 'chen', 'gao', 'xia', 'lu', 'qin', 'zhou', 'shen']) await as(who).say('你好');
});
afterAll(() => city.close());

/** Opens a task in words and says yes to what is shown. */
async function does(who: string, words: string): Promise<string> {
  expect(await as(who).say(words)).toContain('请确认');
  return await as(who).press('确认提交');
}

const at = (day: string): void => void (city.clock = new Date(`${day}T09:00:00+08:00`));

async function lists(departmentId: string, year: number) {
  const rows = await db.listSubmission.findMany({
    where: { departmentId, campaign: { year } },
    include: { events: { orderBy: { sequence: 'asc' } } },
    orderBy: { list: 'asc' },
  });
  return Object.fromEntries(
    rows.map((row) => [
      row.list,
      {
        ...row,
        names: listRowsSchema.parse(row.rows).map(({ name }) => name),
        rows: listRowsSchema.parse(row.rows),
        story: row.events.map(({ kind, actorId, article }) => `${kind} ${actorId} ${article}`),
      },
    ]),
  );
}

async function campaign(year: number) {
  const row = await db.listCampaign.findUniqueOrThrow({
    where: { year },
    include: { events: { where: { submissionId: null }, orderBy: { sequence: 'asc' } } },
  });
  return { ...row, story: row.events.map(({ kind, actorId }) => `${kind} ${actorId}`) };
}

async function missing(): Promise<readonly string[]> {
  const rows = await missingLists(db, { now: city.clock });
  return rows.map(({ departmentId, list, stage, late }) => `${departmentId} ${list} ${stage}${late ? ' late' : ''}`);
}

describe('the first year', () => {
  test('the bureau opens it: every department gets its three lists pre-filled, and its contact is told', async () => {
    await as('zhou').say('发起三张清单更新');
    expect(await as('zhou').say('4月30日')).toContain('将给 6 个部门各预填三张清单');
    expect(await db.listCampaign.count()).toBe(0);
    const press = as('zhou').button('确认提交') ?? '';
    await as('zhou').press(press);
    expect(await as('zhou').press(press)).toContain('已经提交过了');
    expect(await campaign(2026)).toMatchObject({ dueOn: '2026-04-30', state: 'open', openedById: 'zhou' });
    expect(await db.listSubmission.count()).toBe(18);
    expect(await db.auditRecord.count({ where: { action: 'list_campaign.opened', actorId: 'zhou' } })).toBe(1);
    const education = await lists('jiaoyu', 2026);
    expect(education.sharing?.names).toEqual(['学校基本信息']);
    expect(education.scenarios?.rows).toMatchObject([
      {
        name: '随迁子女入学监护关系核验',
        data: '婚姻登记信息',
        provider: '长沙市民政局',
        methods: ['结果核验'],
        legal: '《中华人民共和国义务教育法》第十二条',
      },
    ]);
    // What is withheld from opening stands in no list; what does not say its opening type stands there without one.
    expect((await lists('minzheng', 2026)).opening?.rows).toMatchObject([{ name: '养老机构信息', type: null }]);
    expect((await city.told('liu')).at(-1)).toContain('在2026年4月30日(周四)前报送');
    expect(await as('zhou').say('发起三张清单更新')).not.toContain('请确认');
    await as('zhou').say('5月31日');
    expect(await as('zhou').press('确认提交')).toContain('2026 年的三张清单更新已经发起');
    await as('zhou').say('取消');
  });

  test('谁还没交共享责任清单: the bureau sees all, a department its own', async () => {
    const seen = await as('zhou').say('谁还没交共享责任清单');
    expect(seen).toContain('共享清单还没有报送的部门有 6 个');
    expect(seen).toContain('长沙市民政局:共享清单(填报中)');
    const own = await as('liu').say('清单进度');
    expect(own).toContain('还没有报送的部门有 1 个');
    expect(own).not.toContain('教育局');
    expect(await missing()).toHaveLength(18);
    expect(await as('liu').say('我有什么要办的')).toContain('三张清单待报送:长沙市民政局');
  });

  test('an entry without its opening type keeps the list back until the form has it', async () => {
    expect(await as('liu').say('提交三张清单')).toContain('第 1 行“养老机构信息”缺开放类型');
    expect((await lists('minzheng', 2026)).opening).toMatchObject({ state: 'draft' });
    await as('liu').say('修改开放清单第1行');
    await as('liu').say('类型改为有条件,条件是须签订授权协议');
    const shown = await as('liu').say('跳过');
    expect(shown).toContain('开放类型由“未填”改为“有条件开放”');
    await as('liu').press('确认提交');
    expect((await lists('minzheng', 2026)).opening).toMatchObject({
      state: 'draft',
      rows: [{ type: 'conditional', basis: '须签订授权协议' }],
      story: ['opened zhou 第二十五条第一款', 'edited liu 第二十五条第一款'],
    });
  });

  test('the lead signs off, never who worked on it, and nobody of another department', async () => {
    await does('liu', '提交三张清单');
    expect((await city.told('chen')).at(-1)).toContain(
      '刘思敏提交了长沙市民政局 2026 年的共享清单、开放清单、应用场景清单',
    );
    expect(await as('liu').say('签批三张清单')).toContain('您现在的身份不能办理“签批清单”');
    const foreign = `open:sign-lists:${JSON.stringify({ departmentId: 'minzheng', lists: 'all' })}`;
    await as('wang').press(foreign);
    expect(await as('wang').press('确认提交')).toContain('属于其他部门');
    await as('wang').say('取消');
    // The lead of education fills in the lists herself and cannot sign them then.
    await does('wang', '提交三张清单');
    await as('wang').say('签批三张清单');
    expect(await as('wang').press('确认提交')).toContain('清单是您填报或修改的,不能再由您签批');
    await as('wang').say('取消');
    expect((await lists('jiaoyu', 2026)).sharing).toMatchObject({ state: 'prepared', signedById: null });
    // She sends them back to herself and an officer hands them in.
    await as('wang').say('退回本部门三张清单');
    await as('wang').say('请李明轩核对后提交');
    await as('wang').press('确认提交');
    await does('li', '提交三张清单');
    await as('wang').say('签批三张清单');
    expect(await as('wang').press('确认提交')).toContain('不能再由您签批');
    await as('wang').say('取消');
    const second = { personId: 'xiao', departmentId: 'jiaoyu', role: 'lead' as const, since: city.clock };
    await db.membership.create({ data: second });
    await does('xiao', '签批三张清单');
    await does('chen', '签批三张清单');
    expect(await lists('minzheng', 2026)).toMatchObject({
      sharing: { state: 'signed', preparedById: 'liu', signedById: 'chen' },
      opening: { state: 'signed' },
      scenarios: { state: 'signed', names: [] },
    });
    expect((await lists('jiaoyu', 2026)).sharing?.story).toEqual([
      'opened zhou 第二十五条第一款',
      'prepared wang 第二十五条第一款',
      'sent_back wang 第二十五条第一款',
      'prepared li 第二十五条第一款',
      'signed xiao 第二十五条第一款',
    ]);
  });

  test('the bureau confirms, consolidates and publishes; who is missing is said', async () => {
    await does('gao', '提交三张清单');
    await does('xia', '签批三张清单');
    expect(await as('zhou').say('待确认的清单')).toContain('清单待市数据资源局确认的部门有 3 个');
    for (const name of ['民政局', '市教育局', '资规局']) {
      await as('zhou').say(`确认${name}的三张清单`);
      await as('zhou').press('确认提交');
    }
    expect(await db.listSubmission.count({ where: { state: 'confirmed', decidedById: 'zhou' } })).toBe(9);
    expect((await city.told('liu')).at(-1)).toContain('已确认长沙市民政局 2026 年的');
    expect(await as('zhou').say('公布三张清单')).toContain('请先汇总三张清单');
    await does('zhou', '汇总三张清单');
    expect(await as('liu').say('公布材料')).toContain('还没有公布');
    expect(await does('shen', '公布三张清单')).toContain('没有列入的 3 个部门:长沙市岳麓区教育局');
    expect(await campaign(2026)).toMatchObject({
      state: 'published',
      edition: 1,
      story: ['opened zhou', 'consolidated zhou', 'published shen'],
    });
    expect(await as('liu').say('公布材料')).toContain('| 共享清单 | 3 | 7 | 6 | 1 | 7 | 0 | 0 | 3 | 0 |');
    expect(await missing()).toHaveLength(9);
  });

  test('a late department makes a second edition; what was published is not returned', async () => {
    at('2026-05-06');
    expect(await as('zhou').say('超期的清单')).toContain('长沙市岳麓区教育局:三张清单(填报中,超期)');
    await does('lu', '提交三张清单');
    expect(await does('qin', '签批三张清单')).toContain('记为超期报送');
    await as('zhou').say('确认岳麓区教育局的三张清单');
    expect(await as('zhou').press('确认提交')).toContain('需要重新汇总后再公布');
    await as('zhou').say('退回民政局的共享清单,原因是名称写得不规范');
    expect(await as('zhou').press('确认提交')).toContain('已经公布,不能再退回');
    await as('zhou').say('取消');
    // Until the second edition is out everybody else sees the first.
    expect(await as('liu').say('公布材料')).toContain('| 共享清单 | 3 | 7 |');
    await does('zhou', '汇总三张清单');
    await does('zhou', '公布三张清单');
    expect(await as('liu').say('公布材料')).toContain('| 共享清单 | 4 | 8 | 7 | 1 | 8 | 0 | 0 | 2 | 1 |');
    expect(await campaign(2026)).toMatchObject({ edition: 2, story: expect.arrayContaining(['changed null']) });
  });
});

describe('the second year', () => {
  test('starts from last year: unchanged, changed, withdrawn and new lines are told apart', async () => {
    at('2027-03-01');
    await addEntry(city, 'pensions', 'minzheng', {
      name: '高龄津贴发放信息',
      sharingType: 'unconditional',
      openingType: 'withheld',
      openingBasis: '涉及个人隐私',
    });
    await db.catalogVersion.updateMany({ where: { entryId: 'land-1' }, data: { state: 'withdrawn' } });
    await db.catalogVersion.updateMany({
      where: { entryId: 'land-2' },
      data: { sharingType: 'conditional', sharingBasis: '须说明用途' },
    });
    await as('zhou').say('发起三张清单更新');
    await as('zhou').say('4月30日');
    await as('zhou').press('确认提交');
    expect(await campaign(2027)).toMatchObject({ dueOn: '2027-04-30' });
    expect((await lists('minzheng', 2027)).opening?.rows).toMatchObject([
      { name: '养老机构信息', type: 'conditional', basis: '须签订授权协议' },
    ]);
    const shown = await as('gao').say('查看共享清单');
    expect(shown).toContain('比 2026 年新增 0、变更 1、撤出 1');
    expect(shown).toContain('撤出:第1批建设用地公告信息(无条件共享)');
    expect(shown).toContain('共享类型由“无条件共享”改为“有条件共享”');
  });

  test('a department where nothing changed says so with one button', async () => {
    expect(await as('li').say('查看我们的清单')).toContain('与 2026 年一致');
    expect(await as('li').press('三张都无变化')).toContain('照 2026 年不变');
    await as('li').press('确认提交');
    await does('wang', '签批三张清单');
    expect(await lists('jiaoyu', 2027)).toMatchObject({
      sharing: { state: 'signed', unchanged: true, signedById: 'wang', names: ['学校基本信息'] },
      opening: { state: 'signed', unchanged: true },
      scenarios: { state: 'signed', unchanged: true },
    });
  });

  test('a department edits its list in a spreadsheet; each row is reported on', async () => {
    const exported = await as('liu').say('导出共享清单');
    const csv = exported.slice(exported.indexOf('序号,'), exported.lastIndexOf('entry:') + 60).split('\n\n')[0] ?? '';
    const lines = csv.split('\n').map((line) => line.trim());
    expect(lines).toHaveLength(4);
    const edited = [
      lines[0],
      ...lines.slice(1).map((line) => line.replace('仅限行政审批核验使用', '仅限行政审批和入学核验使用')),
      '4,殡葬服务机构信息,,无条件共享,,服务调用,每年,,,',
      '5,收养登记信息,,不予共享,,,,,,',
      '6,婚姻登记信息,,随便用用,,,,,,',
    ].join('\n');
    await as('liu').press('导入改好的表格');
    await as('liu').say('共享清单');
    await as('liu').say(edited);
    const shown = await as('liu').say('整张清单');
    expect(shown).toContain('读到 6 行:新增 1 行,变更 1 行,没有变化 2 行,未导入 2 行;撤出 0 行');
    expect(shown).toContain('第 6 行“收养登记信息”未导入:不予共享的数据不列入共享清单');
    await as('liu').press('确认提交');
    const { sharing } = await lists('minzheng', 2027);
    expect(sharing?.names).toEqual(['养老机构信息', '婚姻登记信息', '高龄津贴发放信息', '殡葬服务机构信息']);
    expect(sharing?.rows[1]).toMatchObject({ key: 'entry:marriage', basis: '仅限行政审批和入学核验使用' });
    expect(sharing?.rows[3]).toMatchObject({ methods: ['服务调用'], cycle: '每年', type: 'unconditional' });
    expect(sharing?.events.at(-1)).toMatchObject({
      kind: 'edited',
      actorId: 'liu',
      payload: { how: 'pasted', lines: 4, changes: expect.arrayContaining(['新增:殡葬服务机构信息(无条件共享)']) },
    });
    await does('liu', '提交三张清单');
    await does('chen', '签批三张清单');
    expect((await lists('minzheng', 2027)).sharing).toMatchObject({ state: 'signed', unchanged: false });
  });

  test('one that is returned is mended, signed off and handed in again', async () => {
    await does('gao', '提交三张清单');
    await does('xia', '签批三张清单');
    await as('zhou').say('退回资规局的共享清单,原因是第1行的条件要写明用途范围');
    await as('zhou').press('确认提交');
    expect((await city.told('gao')).at(-1)).toContain('原因:第1行的条件要写明用途范围');
    expect((await lists('ziran', 2027)).sharing).toMatchObject({
      state: 'returned',
      returnReason: '第1行的条件要写明用途范围',
      decidedById: 'zhou',
    });
    expect(await missing()).toContain('ziran sharing returned');
    await as('gao').say('修改共享清单第1行');
    await as('gao').say('条件改为仅限规划审批使用');
    await as('gao').say('跳过');
    await as('gao').press('确认提交');
    await does('gao', '提交共享清单');
    await does('xia', '签批共享清单');
    expect((await city.told('zhou')).at(-1)).toContain('已按退回原因修改并重新报送 2027 年的共享清单');
    expect((await lists('ziran', 2027)).sharing?.story.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'opened zhou',
      'prepared gao',
      'signed xia',
      'returned zhou',
      'edited gao',
      'prepared gao',
      'signed xia',
    ]);
    for (const name of ['民政局', '市教育局', '资规局']) {
      await as('shen').say(`确认${name}的三张清单`);
      await as('shen').press('确认提交');
    }
    expect((await lists('ziran', 2027)).sharing).toMatchObject({ state: 'confirmed', returnReason: null });
  });

  test('one is late, marked so, and the publication compares with the year before', async () => {
    at('2027-05-06');
    expect(await missing()).toContain('yl-jiaoyu sharing draft late');
    await does('lu', '三张清单没有变化');
    await does('qin', '签批三张清单');
    await as('shen').say('确认岳麓区教育局的三张清单');
    expect(await as('shen').press('确认提交')).toContain('(超期报送)');
    await does('zhou', '汇总三张清单');
    await does('zhou', '公布三张清单');
    const pack = await as('liu').say('公布材料');
    // 6 last year's of the land office and the others; 2 new, 2 changed, 1 withdrawn.
    expect(pack).toContain('| 共享清单 | 4 | 9 | 7 | 2 | 2 | 2 | 1 | 2 | 1 |');
    expect(pack).toContain('| 应用场景清单 | 4 | 1 | — | — | 0 | 0 | 0 | 2 | 1 |');
    expect(pack).toContain('### 长沙市自然资源和规划局(比 2026 年)');
    expect(pack).toContain('撤出:第1批建设用地公告信息');
    expect(pack).not.toContain('### 长沙市教育局');
    expect(pack).toContain('超期报送:长沙市岳麓区教育局');
    const audits = await db.auditRecord.groupBy({
      by: ['action'],
      where: { tool: { contains: 'list' }, action: { startsWith: 'list' } },
      _count: true,
    });
    const events = await db.listEvent.groupBy({
      by: ['kind'],
      where: { submissionId: { not: null }, kind: { not: 'opened' } },
      _count: true,
    });
    // Every act on a list is an event and an audit record.
    for (const { kind, _count: count } of events)
      expect([kind, audits.find(({ action }) => action === `list.${kind}`)?._count]).toEqual([kind, count]);
  });
});
