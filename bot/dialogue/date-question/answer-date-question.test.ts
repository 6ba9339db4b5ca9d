import { describe, expect, test } from 'vitest';

import { type Answer, answerSchema } from '#knowledge/answers/answer.ts';
import { standsIn } from '#knowledge/answers/proof-of.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import { loadLimits } from '#tools/deadlines/load-limits.ts';
import { readDateQuestion } from '#tools/deadlines/words/read-date-question.ts';

import { answerDateQuestion, dateQuestionCard } from './answer-date-question.ts';

const rules = { limits: loadLimits(), calendar: loadCalendar(null), regulations: loadRegulations() };

function answer(text: string, today: string): Answer {
  const now = new Date(`${today}T10:00:00+08:00`);
  const question = readDateQuestion(text, { now, calendar: rules.calendar });
  if (!question) throw new Error(`no date question: ${text}`);
  return answerDateQuestion(question, { ...rules, now });
}

test('a due date comes with its days, its clause and how the day was understood', () => {
  const given = answer('9月25号收到民政局的共享申请,最晚哪天答复?', '2026-09-28');
  expect(given).toEqual({
    outcome: 'answered',
    text: [
      '2026年9月25日(周五)收到共享申请,最晚在2026年10月15日(周四)答复(10个工作日,当天不计)。',
      '计入:9月28日至30日(3天)、10月8日至9日(2天)、10月10日(周六,国庆节调休上班)、10月12日至15日(4天)',
      '不计:9月26日至27日(中秋节放假)、10月1日至7日(国庆节放假)、10月11日(周末)',
    ].join('\n'),
    proofs: [
      {
        regulation: 'changsha-2021-80',
        title: '长沙市政务数据资源管理办法',
        article: 22,
        paragraph: 2,
        quote: '提供部门应当在收到申请后10个工作日内予以确认答复',
      },
    ],
    nearest: [],
    notes: [{ kind: 'understood_as', text: '“9月25号”按2026年9月25日(周五)计算。' }],
    nextSteps: [],
  });
});

test('where higher law is stricter the city’s date stands first and the stricter one in a note', () => {
  const { text, notes, proofs } = answer('三定方案2026年9月1日变了,目录最晚哪天改完', '2026-09-03');
  expect(text.split('\n')[0]).toBe(
    '2026年9月1日(周二)法律、法规修订或者职能变化,最晚在2026年9月21日(周一)更新目录并报市数据资源局备案(15个工作日,当天不计)。',
  );
  expect(notes).toEqual([
    {
      kind: 'higher_law',
      text: '国务院《政务数据共享条例》第十七条第二款要求10个工作日内,最晚2026年9月15日(周二),经主管部门同意可延长5个工作日。比本办法更严,请按这个日期安排。',
    },
  ]);
  expect(proofs).toMatchObject([{ article: 16, paragraph: 3 }]);
});

test('a limit that the city does not set is answered in part, with the nearest clause', () => {
  expect(answer('无条件共享申请10月9日收到,最晚哪天答复', '2026-10-10')).toMatchObject({
    outcome: 'partly_answered',
    proofs: [],
    nearest: [{ article: 22, paragraph: 1 }],
  });
  expect(answer('2025年7月1日收到的校核申请最晚哪天反馈', '2025-07-02')).toMatchObject({
    outcome: 'not_covered',
    text: '办法没有规定核实、更正并反馈校核申请的期限;国务院《政务数据共享条例》自2025年8月1日起施行,2025年7月1日(周二)时还没有这项规定。',
  });
});

describe('sentences that go with a date', () => {
  test.each([
    ['2026年12月25日收到开放申请,哪天到期', '2026-12-26', '2027年的放假安排还没有发布,这个日期是暂定的'],
    ['要在12月31日前拿到答复,最晚哪天提交', '2026-11-20', '年末几天还可能被2027年的放假安排调整'],
    ['9月10号收到的共享申请还剩几天', '2026-09-18', '到2026年9月18日(周五),已经过了6个工作日,还剩4个工作日。'],
    ['8月28号收到的共享申请超期了没有', '2026-09-18', '已超期5个工作日'],
    ['2026年9月1日收到的共享申请最晚哪天答复', '2026-09-18', '已超期3个工作日'],
    ['9月25号收到,10月16号才答复的,超期了吗', '2026-10-20', '2026年10月16日(周五)答复,已经超期1个工作日。'],
    ['9月30号收到申请,10月10号答复来得及吗', '2026-10-01', '2026年10月10日(周六)答复,在期限之内。'],
    ['9月25号收到申请,最晚哪天答复', '2026-09-28', '共享申请和开放申请的期限相同,日期一样。'],
    ['国庆放假期间收到的共享申请哪天到期', '2026-10-08', '“国庆放假期间”收到共享申请,最晚在2026年10月20日(周二)答复'],
    ['3月2日收到共享申请,3月9日要求补充材料,最晚哪天答复', '2026-03-10', '要求补充材料不会让期限停下来'],
    ['2026年3月20日前要拿到共享申请的答复,最晚哪天提交', '2026-02-25', '只在工作日提交的话,最晚是2026年3月6日(周五)。'],
    ['从9月30日往前推5个工作日是哪天', '2026-09-15', '往前推5个工作日是2026年9月22日(周二)'],
    [
      '过年放假算不算',
      '2026-02-03',
      '春节放假不算工作日:2026年2月15日至23日都不计入;2月14日(周六)、2月28日(周六)调休上班,照常计入。',
    ],
    ['过年放假算不算', '2026-11-30', '春节放假不算工作日。具体哪几天要等国务院办公厅的放假通知,现在还没有发布。'],
    ['国庆放假算不算', '2026-11-30', '具体哪几天要等国务院办公厅的放假通知'],
    [
      '调休的周六算工作日吗',
      '2026-02-03',
      '2026年调休上班:1月4日(周日)、2月14日(周六)、2月28日(周六)、5月9日(周六)、9月20日(周日)、10月10日(周六)。',
    ],
    ['10月10日上班吗', '2026-09-28', '2026年10月10日(周六)是工作日:国庆节调休上班,计入期限。'],
    ['2027年1月1日上班吗', '2026-09-28', '2027年的放假安排还没有发布,这是只按星期判断的。'],
  ])('%s (%s)', (question, today, words) => {
    expect(answer(question, today).text).toContain(words);
  });

  test.each([
    ['延期的话,9月25号收到的共享申请最晚哪天答复', '2026-09-28', 'higher_law', '即最晚2026年10月29日(周四)'],
    ['延期的话,9月25号收到的开放申请最晚哪天答复', '2026-09-28', 'higher_law', '办法没有延期的规定'],
    ['2027年1月18日收到的开放申请最晚哪天答复', '2027-01-19', 'expiry', '有效期到2027年1月31日为止'],
    ['2021年12月1日收到的开放申请最晚哪天答复', '2022-01-19', 'expiry', '自2022年2月1日起施行,起算日在施行之前'],
  ])('%s (%s): a note %s', (question, today, kind, words) => {
    const note = answer(question, today).notes.find((one) => one.kind === kind);
    expect(note?.text).toContain(words);
  });
});

test('asking back says the rule all the same and offers choices', () => {
  expect(answer('上个月收到的共享申请,最晚哪天答复', '2026-09-28')).toMatchObject({
    outcome: 'clarify',
    text: '规定是10个工作日内答复。“上个月”可能是好几天,请告诉我具体是几月几日。',
    proofs: [{ article: 22, paragraph: 2 }],
  });
  expect(answer('9月25号收到的,最晚哪天办完', '2026-09-28').nextSteps.map(({ title }) => title)).toEqual([
    '共享申请',
    '开放申请',
    '更新目录',
  ]);
});

test('days between which the result would differ are asked for', () => {
  expect(answer('上周末收到的共享申请哪天到期', '2026-02-17')).toMatchObject({ outcome: 'answered' });
  // Of that weekend the Sunday was worked.
  expect(answer('上周末收到的共享申请哪天到期', '2026-09-23')).toMatchObject({ outcome: 'clarify' });
});

test('every answer fits the schema and every quote stands in its clause', () => {
  const questions = [
    '9月25号收到申请,最晚哪天答复',
    '三定方案9月1日变了,目录最晚哪天改完',
    '要在12月31日前拿到答复,最晚哪天提交',
    '收到申请当天算第一天吗',
    '收到数据校核申请是9月6号,最晚什么时候反馈',
    '9月25日同意共享了,最晚哪天把数据给过去',
    '更新后的目录9月2号报给数据局了,最晚哪天审核发布',
    '上个月收到的开放申请最晚哪天答复',
  ];
  for (const question of questions) {
    const given = answerSchema.parse(answer(question, '2026-09-28'));
    expect(given.proofs.length + given.nearest.length).toBeGreaterThan(0);
    for (const proof of [...given.proofs, ...given.nearest]) {
      const regulation = rules.regulations.find(({ id }) => id === proof.regulation);
      expect(regulation && standsIn(regulation, proof, proof.quote)).toBe(true);
    }
  }
});

test('the card is there for a due date and for nothing else', () => {
  const now = new Date('2026-09-28T10:00:00+08:00');
  const card = (text: string) => {
    const question = readDateQuestion(text, { now, calendar: rules.calendar });
    return question && dateQuestionCard(question, { ...rules, now });
  };
  expect(card('9月25号收到共享申请,最晚哪天答复')).toMatchObject({
    title: '答复有条件共享申请:最晚2026年10月15日(周四)',
  });
  expect(card('10月10日上班吗')).toBeNull();
});
