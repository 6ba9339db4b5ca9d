import { describe, expect, test } from 'vitest';
import { type GivenRefusal, judgeRefusal } from './refusal-reason.ts';

const good: GivenRefusal = {
  kind: 'share',
  ground: 'not_minimal',
  reason: '消费券发放由申领人自行提交身份信息即可核验,申请推送全市常住人口明细超出履行职责所需的最小范围。',
  basis: '《长沙市政务数据资源管理办法》第二十一条第二款',
  items: ['姓名', '公民身份号码'],
};

describe('a reason that is none', () => {
  test.each([
    ['', 'empty'],
    ['  。。 ', 'empty'],
    ['不同意', 'boilerplate'],
    ['经研究,不同意共享。', 'boilerplate'],
    ['根据有关规定,暂不提供该数据。', 'boilerplate'],
    ['不符合相关要求,不予共享,请谅解。', 'boilerplate'],
    ['数据敏感,不宜对外提供', 'boilerplate'],
    ['依照现行法律法规的规定不能共享', 'boilerplate'],
    ['啊啊啊啊啊啊啊啊啊啊啊啊', 'boilerplate'],
    ['领导不同意', 'not_a_ground'],
    ['我们人手不足,最近工作太忙', 'not_a_ground'],
    ['系统正在升级改造', 'not_a_ground'],
    ['以前没有给过,没有先例', 'not_a_ground'],
    ['担心出事要担责', 'not_a_ground'],
    ['我们数据质量不高', 'not_a_ground'],
    ['申请材料不全', 'missing'],
    ['缺少公函,手续不全,请补齐后再来', 'missing'],
  ] as const)('“%s” is %s', (reason, because) => {
    const judged = judgeRefusal({ ...good, reason });
    expect(judged).toMatchObject({ because, field: 'reason', article: '第二十二条第二款' });
    expect(judged?.why).toMatch(/\p{Script=Han}{4}/u);
    expect(judged?.needed).toMatch(/\p{Script=Han}{4}/u);
  });

  test('what is concrete goes out, although it uses the usual words too', () => {
    expect(judgeRefusal(good)).toBeNull();
    expect(
      judgeRefusal({
        ...good,
        ground: 'condition_unmet',
        reason: '该目录的共享条件是取得企业书面授权,申请未附授权,且批量推送不属于约定的结果核验方式。',
        basis: '中华人民共和国税收征收管理法 第八条',
      }),
    ).toBeNull();
  });

  test('a reason that does not fit its ground is sent back with what that ground needs', () => {
    const judged = judgeRefusal({
      ...good,
      ground: 'not_held',
      reason: '这几列早就停止采集,2019年以后一直空着没有再录。',
    });
    expect(judged).toMatchObject({ because: 'unspecific', field: 'reason' });
    expect(judged?.needed).toContain('由哪个部门产生');
  });
});

describe('a basis', () => {
  test.each([
    ['有关规定', '文件名称'],
    ['', '文件名称'],
    ['《长沙市政务数据资源管理办法》', '条款'],
    ['《长沙市政务数据资源管理办法》第九十条', '没有第九十条'],
    ['《长沙市政务数据资源管理办法》第二十一条第九款', '没有第二十一条第九款'],
    ['《长沙市政务数据资源管理办法》第三十条', '说的不是'],
  ])('“%s” is not enough', (basis, why) => {
    const judged = judgeRefusal({ ...good, basis });
    expect(judged).toMatchObject({ because: 'basis', field: 'basis' });
    expect(judged?.why).toContain(why);
  });

  test('for what the law forbids the law itself has to be named', () => {
    const ground = {
      ...good,
      ground: 'by_law',
      reason: '税务机关对纳税人的涉税信息负有保密义务,申请的入库税额属于其中。',
    };
    expect(judgeRefusal({ ...ground, basis: '《长沙市政务数据资源管理办法》第二十二条' })).toMatchObject({
      because: 'basis',
    });
    expect(judgeRefusal({ ...ground, basis: '《政务公开工作规定》第三条' })).toMatchObject({ because: 'basis' });
    expect(judgeRefusal({ ...ground, basis: '《中华人民共和国税收征收管理法》第八条' })).toBeNull();
  });

  test('personal data of an open request rest on Art. 24', () => {
    const open: GivenRefusal = {
      kind: 'open',
      ground: 'personal',
      reason: '经营者姓名和身份证件号属于个人隐私,脱敏后不能满足联系经营者的用途。',
      basis: '长沙市政务数据资源管理办法 第二十四条第三款',
      items: [],
    };
    expect(judgeRefusal(open)).toBeNull();
    expect(judgeRefusal({ ...open, reason: '不予开放' })).toMatchObject({ article: '第二十四条第二款' });
  });
});
