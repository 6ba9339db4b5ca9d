import { describe, expect, test } from 'vitest';

import { loadCalendar } from './calendar/load-calendar.ts';
import { limitOf } from './limit-of.ts';
import { loadLimits } from './load-limits.ts';
import { readClock } from './read-clock.ts';
import { receiptCard } from './receipt-card.ts';
import { receiptText } from './receipt-text.ts';

const calendar = loadCalendar(null);
const limits = loadLimits();
const reading = (id: string, on: string) =>
  readClock({
    limit: limitOf(limits, id),
    events: [{ kind: 'started', on }],
    calendar,
    now: new Date(`${on}T02:00:00Z`),
  });

test('the receipt of an open request received on the Mid-Autumn holiday', () => {
  expect(receiptText(reading('open-answer', '2026-09-25'), calendar).split('\n')).toEqual([
    '期限计算:答复有条件开放申请(提供部门)',
    '收到开放申请:2026年9月25日(周五),当天不计,从下一个工作日起算',
    '依据:《长沙市政务数据资源管理办法》第二十四条第二款,10个工作日',
    '计入:9月28日至30日(3天)、10月8日至9日(2天)、10月10日(周六,国庆节调休上班)、10月12日至15日(4天)',
    '不计:9月26日至27日(中秋节放假)、10月1日至7日(国庆节放假)、10月11日(周末)',
    '最后一天:2026年10月15日(周四),到当天结束为止',
    '放假安排:',
    '《国务院办公厅关于2026年部分节假日安排的通知》 https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
  ]);
});

test('the receipt names each notice that made a day count or not', () => {
  const text = receiptText(reading('open-answer', '2018-12-24'), calendar);
  expect(text).toContain('12月29日(周六,元旦调休上班)');
  expect(text).toContain('《国务院办公厅关于2018年部分节假日安排的通知》');
  expect(text).toContain('《国务院办公厅关于2019年部分节假日安排的通知》');
});

describe('what is not settled yet is said', () => {
  test.each([
    ['2026-12-21', '2027年的放假安排还没有发布,日期是暂定的,发布后会重新计算。', true],
    ['2026-12-16', '年末几天还可能被2027年的放假安排调整。', true],
    ['2026-12-10', '还可能被', false],
    ['2025-12-10', '还可能被', false],
  ])('received on %s: %s %s', (on, words, said) => {
    expect(receiptText(reading('open-answer', on), calendar).includes(words)).toBe(said);
  });

  test('the end of the city’s own rule', () => {
    expect(receiptText(reading('open-answer', '2027-01-18'), calendar)).toContain(
      '这一天在该文件的有效期(到2027年1月31日为止)之后。',
    );
  });
});

test('the card of a catalog update shows the date of higher law first and the city’s beside it', () => {
  expect(receiptCard(reading('catalog-update', '2026-09-01'), calendar)).toMatchObject({
    title: '更新目录并报备案:最晚2026年9月15日(周二)',
    facts: [
      { label: '法律、法规修订或者职能变化', value: '2026年9月1日(周二),当天不计' },
      { label: '最后一天', value: '2026年9月15日(周二)' },
      { label: '依据', value: '《政务数据共享条例》第十七条第二款,10个工作日' },
      { label: '另一期限', value: '2026年9月21日(周一),《长沙市政务数据资源管理办法》第十六条第三款,15个工作日' },
      { label: '现在', value: '还剩10个工作日' },
      { label: '计入', value: '9月2日至4日(3天)、9月7日至11日(5天)、9月14日至15日(2天)' },
      { label: '不计', value: '9月5日至6日(周末)、9月12日至13日(周末)' },
    ],
  });
});
