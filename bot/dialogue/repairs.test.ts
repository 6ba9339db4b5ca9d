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
  await city.store.db.draft.updateMany({ where: { ownerId: 'li' }, data: { state: 'cancelled' } });
});

/** An opening that leaves only the confirmation. */
async function upToSummary(name: string): Promise<string> {
  return await li.say(
    `帮我编一条目录\n提供部门:教育局\n目录名称:${name}\n更新周期:每月\n共享类型:无条件共享\n摘要:全市中小学体育场地情况\n信息项:场地名称、地址\n是否涉及个人信息:否\n来源:体育场地系统\n启用日期:2026-04-01`,
  );
}

async function filed(name: string) {
  const found = await city.store.db.catalogVersion.findMany({ where: { name }, include: { items: true, entry: true } });
  expect(found).toHaveLength(1);
  return found[0];
}

async function draftOf(name: string) {
  const found = await city.store.db.draft.findMany({ where: { name }, orderBy: { createdAt: 'desc' } });
  return found[0];
}

describe('giving fields', () => {
  test('all fields at once as `字段:值` lines lead straight to the summary', async () => {
    expect(await upToSummary('甲类场地信息')).toContain('请确认');
    await li.say('确认');
    expect(await filed('甲类场地信息')).toMatchObject({ updateCycle: 'monthly', source: '体育场地系统' });
  });

  test('in any order, by name, before they are asked for', async () => {
    expect(await li.say('我要编目录')).toContain('由哪个部门提供');
    expect(await li.say('来源:学籍系统')).toContain('由哪个部门提供');
    expect(await li.say('更新周期是每个月')).toContain('已记下:更新周期 每月');
    expect(await li.say('我们局')).toContain('已记下:提供部门 长沙市教育局');
    expect(await li.say('乙类场地信息')).toContain('已记下:目录名称 乙类场地信息');
    const draft = await draftOf('乙类场地信息');
    expect(draft?.fields).toMatchObject({
      values: { departmentId: 'jiaoyu', name: '乙类场地信息', updateCycle: 'monthly', source: '学籍系统' },
    });
  });

  test('several fields beside the answer, each to its own', async () => {
    await li.say('我要编一条丙类场地信息目录');
    await li.say('教育局');
    expect(await li.say('每个季度,有条件共享,涉及个人信息')).toContain(
      '已记下:更新周期 每季度;共享类型 有条件共享;是否涉及个人信息 是',
    );
    const draft = await draftOf('丙类场地信息');
    expect(draft?.fields).toMatchObject({
      values: { updateCycle: 'quarterly', sharingType: 'conditional', personal: true },
    });
  });

  test('a text keeps its commas, and only what plainly belongs elsewhere leaves it', async () => {
    await li.say('我要编一条丁类场地信息目录');
    await li.say('教育局');
    await li.say('每年');
    await li.say('无条件');
    await li.say('包括场地名称,地址和开放时间,以及负责人,来源:教育系统');
    expect((await draftOf('丁类场地信息'))?.fields).toMatchObject({
      values: { summary: '包括场地名称,地址和开放时间,以及负责人', source: '教育系统' },
    });
  });

  test('a table pasted from a spreadsheet becomes the data items, whatever was asked for', async () => {
    await li.say('我要编一条戊类场地信息目录');
    const words = await li.say(
      '序号\t信息项名称\t数据类型\t数据长度\t是否敏感\n1\t姓名\t字符型\t50\t否\n2\t身份证号\t字符型\t18\t是\n3\t登记日期\t日期型\t\t否',
    );
    expect(words).toContain('信息项 姓名、身份证号、登记日期(3 项)');
    expect((await draftOf('戊类场地信息'))?.fields).toMatchObject({
      values: {
        items: [
          { name: '姓名', type: '字符型', length: '50', sensitive: false },
          { name: '身份证号', type: '字符型', length: '18', sensitive: true },
          { name: '登记日期', type: '日期型', sensitive: false },
        ],
      },
    });
  });

  test('nothing the person did not give is in a field', async () => {
    await li.say('我要编目录');
    await li.say('名称是己类场地信息');
    expect(valuesOf(await draftOf('己类场地信息'))).toEqual({ name: '己类场地信息' });
  });

  test('an invalid value is explained with an example and the draft kept', async () => {
    await li.say('我要编一条庚类场地信息目录');
    await li.say('教育局');
    expect(await li.say('看情况')).toContain('这个内容不能作为“更新周期”。例如:每季度。');
    expect(await li.say('那就每季渡吧')).toContain('已记下:更新周期 每季度');
    await li.say('无条件');
    expect(await li.say('太短')).toContain('“摘要”太短了,至少要 6 个字。例如:');
    expect((await draftOf('庚类场地信息'))?.fields).toMatchObject({
      values: { name: '庚类场地信息', updateCycle: 'quarterly', sharingType: 'unconditional' },
    });
  });

  test('an ambiguous name offers at most three choices, and free text still works', async () => {
    await li.say('我要编一条辛类场地信息目录');
    const words = await li.say('区教育局');
    expect(words).toContain('您指的是哪一个');
    expect(li.last.at(-1)?.actions.map(({ title }) => title)).toEqual(['长沙市岳麓区教育局', '长沙市开福区教育局']);
    expect(await li.say('岳麓区教育局')).toContain('已记下:提供部门 长沙市岳麓区教育局');
    expect((await draftOf('辛类场地信息'))?.fields).toMatchObject({ values: { departmentId: 'yl-jiaoyu' } });
    await li.say('不对,应该是区教育局');
    await li.press('长沙市开福区教育局');
    expect((await draftOf('辛类场地信息'))?.fields).toMatchObject({ values: { departmentId: 'kf-jiaoyu' } });
  });

  test('a typo, pinyin and traditional characters are read', async () => {
    await li.say('我要編一條壬类场地信息的數據目錄');
    expect(await li.say('教肓局')).toContain('“提供部门”您指的是“长沙市教育局”吗');
    expect(await li.say('对的')).toContain('已记下:提供部门 长沙市教育局');
    expect(await li.say('meijidu')).toContain('更新周期 每季度');
    expect(await li.say('無條件共享')).toContain('共享类型 无条件共享');
  });
});

describe('correcting', () => {
  test('a field at the summary, and the summary comes anew', async () => {
    await upToSummary('校内场馆一');
    const words = await li.say('不对,改成每季度');
    expect(words).toContain('已修改:更新周期由“每月”改为“每季度”');
    expect(words).toContain('请确认');
    await li.say('确认');
    expect(await filed('校内场馆一')).toMatchObject({ updateCycle: 'quarterly' });
  });

  test.each([
    ['把更新周期改成每年', 'yearly'],
    ['更新周期应该是每天', 'daily'],
    ['不是每月,是每季度', 'quarterly'],
    ['更新周期错了,是每年', 'yearly'],
    ['更新周期:按季', 'quarterly'],
  ])('%s', async (words, cycle) => {
    await upToSummary(`校内场馆${cycle}${words.length}`);
    await li.say(words);
    const draft = await draftOf(`校内场馆${cycle}${words.length}`);
    expect(draft?.fields).toMatchObject({ values: { updateCycle: cycle } });
  });

  test('a text field that was given last', async () => {
    await li.say('我要编目录');
    await li.say('教育局');
    await li.say('校内场馆三');
    expect(await li.say('错了,应该是校内场馆四')).toContain('由“校内场馆三”改为“校内场馆四”');
    expect((await draftOf('校内场馆四'))?.fields).toMatchObject({ values: { name: '校内场馆四' } });
  });

  test('a field that is only said to be wrong is asked again', async () => {
    await upToSummary('校内场馆五');
    expect(await li.say('名称不对')).toContain('“目录名称”现在填的是“校内场馆五”,请重新填写');
    await li.say('校内场馆六');
    await li.say('确认');
    expect(await filed('校内场馆六')).toMatchObject({ name: '校内场馆六' });
  });

  test('back a step and back again; what is left alone stays', async () => {
    await li.say('我要编目录');
    await li.say('教育局');
    await li.say('校内场馆七');
    await li.say('每月');
    expect(await li.say('上一步')).toContain('回到上一项“更新周期”,现在填的是“每月”');
    expect(await li.say('上一步')).toContain('回到上一项“目录名称”,现在填的是“校内场馆七”');
    expect(await li.say('校内场馆八')).toContain('改为“校内场馆八”');
    expect(await li.say('无条件')).toContain('用一两句话');
    await li.say('上一步');
    expect(await li.say('不变')).toContain('共享类型保持不变:无条件共享');
    expect((await draftOf('校内场馆八'))?.fields).toMatchObject({
      values: { name: '校内场馆八', updateCycle: 'monthly', sharingType: 'unconditional' },
    });
  });

  test('undo takes back the last change, one after the other', async () => {
    await li.say('我要编目录');
    await li.say('教育局');
    await li.say('校内场馆九');
    await li.say('每月');
    await li.say('改成每年');
    expect(await li.say('撤销')).toContain('已撤销:修改“更新周期”');
    expect((await draftOf('校内场馆九'))?.fields).toMatchObject({ values: { updateCycle: 'monthly' } });
    expect(await li.say('撤销')).toContain('已撤销:填写“更新周期”');
    expect(li.words).toContain('多久更新一次');
    expect((await draftOf('校内场馆九'))?.fields).not.toHaveProperty('values.updateCycle');
  });
});

describe('skipping', () => {
  test('an optional field is passed over, a required one is not', async () => {
    await li.say('我要编一条足球场地信息目录');
    expect(await li.say('跳过')).toContain('“提供部门”是必填项,不能跳过');
    await li.say('教育局');
    await li.say('每月');
    await li.say('无条件');
    await li.say('全市中小学足球场地情况');
    await li.say('场地名称');
    await li.say('没有');
    expect(li.words).toContain('数据来源');
    expect(await li.say('没有')).toContain('已跳过“数据来源”');
    expect(await li.press('跳过')).toContain('请确认');
    await li.press('确认提交');
    const entry = await filed('足球场地信息');
    expect(entry).toMatchObject({ source: null });
    const draft = await draftOf('足球场地信息');
    expect(draft?.fields).toMatchObject({ values: { personal: false }, skipped: ['source', 'effectiveOn'] });
  });

  test('a field that became necessary is asked for', async () => {
    await upToSummary('排球场地信息');
    expect(await li.say('改成有条件共享')).toContain('共享的条件或者不共享的依据是什么');
    expect(await li.say('跳过')).toContain('不能跳过');
    await li.say('限教育业务使用');
    await li.say('确认');
    expect(await filed('排球场地信息')).toMatchObject({ sharingType: 'conditional', sharingBasis: '限教育业务使用' });
  });
});
