import { describe, expect, test } from 'vitest';

import { loadCalendar } from '../calendar/load-calendar.ts';
import type { DateQuestion } from './date-question.ts';
import { readDateQuestion } from './read-date-question.ts';

const calendar = loadCalendar(null);
const read = (text: string, today: string, prev: readonly string[] = []): DateQuestion | null =>
  readDateQuestion(text, { now: new Date(`${today}T10:00:00+08:00`), calendar, prev });

/** The days a question starts from or aims at. */
function daysOf(question: DateQuestion | null): readonly string[] {
  if (question?.kind === 'due' || question?.kind === 'plain_count') return question.from.days;
  if (question?.kind === 'latest_start') return question.target.days;
  return question?.kind === 'day_kind' ? question.day.days : [];
}

describe('the day it was received, in every way people write it', () => {
  test.each([
    // words, today, day
    ['2026年9月25号', '2026-09-28', '2026-09-25'],
    ['2026-09-25', '2026-09-28', '2026-09-25'],
    ['2026/9/25', '2026-09-28', '2026-09-25'],
    ['2026.9.25', '2026-09-28', '2026-09-25'],
    ['20260925', '2026-09-28', '2026-09-25'],
    ['26年9月25日', '2026-09-28', '2026-09-25'],
    ['26.9.25', '2026-09-28', '2026-09-25'],
    ['9.25', '2026-09-28', '2026-09-25'],
    ['9/25', '2026-09-28', '2026-09-25'],
    ['9月25', '2026-09-28', '2026-09-25'],
    ['0925', '2026-09-28', '2026-09-25'],
    ['九月二十五号', '2026-09-28', '2026-09-25'],
    ['二〇二六年九月二十五日', '2026-09-28', '2026-09-25'],
    ['２０２６年９月２５日', '2026-09-28', '2026-09-25'],
    ['25号', '2026-09-28', '2026-09-25'],
    ['上个月25号', '2026-10-09', '2026-09-25'],
    ['去年12月22日', '2026-01-08', '2025-12-22'],
    ['9月25号(周五)', '2026-09-28', '2026-09-25'],
    ['上周五', '2026-09-28', '2026-09-25'],
    ['上星期五(9月25日)', '2026-09-28', '2026-09-25'],
    ['周五', '2026-09-28', '2026-09-25'],
    ['昨天', '2026-09-26', '2026-09-25'],
    ['大前天', '2026-09-28', '2026-09-25'],
    ['3天前', '2026-09-28', '2026-09-25'],
    ['今天', '2026-09-25', '2026-09-25'],
    ['国庆前一天', '2026-09-28', '2026-09-30'],
    ['国庆节当天', '2026-09-20', '2026-10-01'],
    ['国庆假期最后一天', '2026-10-08', '2026-10-07'],
    ['国庆后第一个工作日', '2026-10-09', '2026-10-08'],
    ['元旦后第一个工作日', '2026-01-10', '2026-01-04'],
    ['春节放假前一天', '2026-02-25', '2026-02-14'],
    ['去年国庆前一天', '2026-01-10', '2025-09-30'],
  ])('%s, said on %s, is %s', (words, today, day) => {
    const question = read(`${words}收到的共享申请,最晚哪天答复`, today);
    expect(question).toMatchObject({ kind: 'due', limits: ['share-answer'] });
    expect(daysOf(question)).toEqual([day]);
  });

  test.each([
    ['12月28号', '2026-01-05', '2025-12-28'],
    ['1月4日', '2026-12-30', '2027-01-04'],
    ['3月1日', '2026-01-05', '2026-03-01'],
  ])('%s without a year, said on %s, is the nearest one and marked as taken: %s', (words, today, day) => {
    expect(read(`${words}收到的共享申请,最晚哪天答复`, today)).toMatchObject({ from: { days: [day], assumed: true } });
  });

  test('the day the message calls today is the one it counts from', () => {
    expect(read('今天2月9号收到一个共享申请,什么时候之前答复', '2026-02-11')).toMatchObject({
      from: { days: ['2026-02-09'] },
      statedToday: '2026-02-09',
    });
    expect(daysOf(read('今天是2月9号,昨天收到共享申请,最晚哪天答复', '2026-02-20'))).toEqual(['2026-02-08']);
  });

  test('a holiday as a whole is any of its days', () => {
    expect(daysOf(read('国庆放假期间收到的共享申请哪天到期', '2026-10-08'))).toEqual([
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
      '2026-10-04',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
    ]);
  });
});

describe('which limit', () => {
  test.each([
    ['9月25号收到开放申请,最晚哪天答复', ['open-answer']],
    ['企业9月25号提交的申请,最晚哪天答复', ['open-answer']],
    ['9月25号收到申请,最晚哪天答复', ['share-answer', 'open-answer']],
    ['9月25号收到无条件共享申请,最晚哪天答复', ['share-answer-unconditional']],
    ['三定方案9月25号变了,目录最晚哪天改完', ['catalog-update']],
    ['条例9月25日修订,什么时候前要更新目录', ['catalog-update']],
    ['9月25日同意共享了,最晚哪天把数据给过去', ['share-provision']],
    ['9月25号收到校核申请,最晚哪天反馈', ['correction']],
    ['更新后的目录9月25日报给数据局,最晚哪天审核发布', ['catalog-publication']],
    ['第24条的期限,9月25日收到是到哪天', ['open-answer']],
  ])('%s: %j', (text, limits) => {
    expect(read(text, '2026-09-28')).toMatchObject({ kind: 'due', limits, from: { days: ['2026-09-25'] } });
  });
});

describe('other things asked', () => {
  test.each([
    ['要在12月31日前拿到答复,最晚哪天提交', { kind: 'latest_start', target: { days: ['2026-12-31'] } }],
    ['想在国庆前拿到共享申请的答复,最晚几号提', { kind: 'latest_start', limits: ['share-answer'] }],
    ['10个工作日后是哪天', { kind: 'plain_count', days: 10, backwards: false, from: { days: ['2026-09-15'] } }],
    ['从9月10日起15个工作日是几号', { kind: 'plain_count', days: 15, from: { days: ['2026-09-10'] } }],
    ['从9月30日往前推5个工作日是哪天', { kind: 'plain_count', days: 5, backwards: true }],
    ['9月1号收到的共享申请还剩几天', { kind: 'due', standing: true, done: null }],
    ['9月1号收到申请,9月14号才答复,超期了吗', { kind: 'due', done: { days: ['2026-09-14'] } }],
    ['延期的话9月1号收到的共享申请最晚哪天答复', { kind: 'due', extension: true }],
    ['过年放假算不算', { kind: 'what_counts', about: 'holiday', festival: { name: '春节' } }],
    ['调休的周六算工作日吗', { kind: 'what_counts', about: 'make_up' }],
    ['周末算吗', { kind: 'what_counts', about: 'weekend' }],
    ['收到当天算第一天吗', { kind: 'what_counts', about: 'first_day' }],
    ['10月10日上班吗', { kind: 'day_kind', day: { days: ['2026-10-10'] } }],
  ])('%s', (text, question) => {
    expect(read(text, '2026-09-15')).toMatchObject(question);
  });
});

describe('what cannot be told is asked back', () => {
  test.each([
    ['腊月二十三收到共享申请,最晚哪天答复', 'lunar', '腊月二十三'],
    ['2月30日收到共享申请,最晚哪天答复', 'no_such_day', '2月30日'],
    ['13月5号收到共享申请,最晚哪天答复', 'no_such_day', '13月5号'],
    ['9月25号周四收到共享申请,最晚哪天答复', 'mismatch', '9月25号周四'],
    ['10月20号收到了共享申请,最晚哪天答复', 'which_year', '10月20号'],
    ['上个月收到的共享申请,最晚哪天答复', 'which_day', '上个月'],
    ['前几天收到的共享申请,最晚哪天答复', 'which_day', '前几天'],
    ['9月底收到的共享申请,最晚哪天答复', 'which_day', '9月底'],
    ['节后第一天收到的共享申请,最晚哪天答复', 'which_day', '节后第一天'],
    ['2027年春节前一天收到共享申请,最晚哪天答复', 'unpublished', '2027年春节前一天'],
    ['9月25号收到的,最晚哪天办完', 'which_request', ''],
    ['9月1号和9月8号各收到一份共享申请,最晚哪天答复', 'several_days', '9月1号、9月8号'],
    ['从明天开始算10个工作日到哪天', 'first_day', '明天'],
    ['要在12月31日前拿到数据,最晚哪天提申请', 'answer_or_data', '12月31日'],
  ])('%s', (text, reason, words) => {
    expect(read(text, '2026-09-28')).toMatchObject({ kind: 'ask', reason, words });
  });
});

describe('no question about dates', () => {
  test.each([
    '共享申请几天答复',
    '收到申请后多久要答复',
    '收到申请后10个工作日是哪天',
    '目录多长时间更新一次',
    '三张清单最晚什么时候报',
    '办法什么时候失效',
    '今天几号',
    '谁超期了',
    '我的申请还剩几天',
    '17号申请什么时候到期',
    '明天到期的申请有哪些',
    '同意民政局9月25日的共享申请',
    '9月1日数据局要求我们限期整改目录,最晚哪天改完',
    '民政局3月2号驳回了我的共享申请,我什么时候能再申请',
    '9月25号收到的共享申请可以不同意吗',
    '条例2025年8月1日施行后答复期限变了吗',
    '10个工作日是从提出那天算还是从收到那天算',
    '长政办发〔2021〕80号什么时候到期',
    '国庆加班算几倍工资',
    '',
    '。',
  ])('%s', (text) => {
    expect(read(text, '2026-09-28')).toBeNull();
  });
});

describe('follow-ups', () => {
  const first = '我们2026年9月25号收到民政局的共享申请,最晚哪天答复?';

  test.each([
    ['那开放申请呢', [first], { limits: ['open-answer'], from: { days: ['2026-09-25'] } }],
    ['要是9月28号收到呢', [first], { limits: ['share-answer'], from: { days: ['2026-09-28'] } }],
    ['不是25号,是26号收到的', [first], { from: { days: ['2026-09-26'] } }],
    ['那现在超期了没', [first], { standing: true, from: { days: ['2026-09-25'] } }],
    ['那想年底前拿到呢', [first], { kind: 'latest_start', target: { days: ['2026-12-31'] } }],
    ['我们9月25号收到的,最晚哪天', ['开放申请几天内答复'], { limits: ['open-answer'], from: { days: ['2026-09-25'] } }],
    ['开放申请', ['9月25号收到的,最晚哪天办完'], { limits: ['open-answer'], from: { days: ['2026-09-25'] } }],
    ['25号', ['上个月收到的共享申请哪天到期'], { from: { days: ['2026-09-25'] } }],
    ['今年的', ['11月20号收到了共享申请,最晚哪天答复'], { from: { days: ['2026-11-20'] } }],
    ['9月26号', ['9月25号周四收到共享申请,最晚哪天答复'], { from: { days: ['2026-09-26'] } }],
  ])('%s', (text, prev, question) => {
    expect(read(text, '2026-10-20', prev)).toMatchObject(question);
  });

  test('a question on the rule after one on a date goes to the regulation', () => {
    expect(read('不同意的话要说理由吗', '2026-09-28', [first])).toBeNull();
    expect(read('开放申请也是这个期限吗', '2026-09-28', ['共享申请多久答复'])).toBeNull();
  });
});
