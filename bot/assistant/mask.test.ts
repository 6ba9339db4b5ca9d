import { describe, expect, test } from 'vitest';
import { Mask, personalDataIn } from './mask.ts';

describe('what leaves for the model', () => {
  test.each([
    ['身份证430102199003071234,电话13812345678', '身份证〔身份证号1〕,电话〔手机号2〕'],
    ['打0731-88665544或138 1234 5678', '打〔电话2〕或〔手机号1〕'],
    ['代码91430100MA4L16JQ9B的企业', '代码〔统一社会信用代码1〕的企业'],
    ['卡号4111 1111 1111 1111', '卡号〔银行卡号1〕'],
    ['发到 li.ming@cs.gov.cn', '发到 〔邮箱1〕'],
    ['湘A12345 的车', '〔车牌1〕 的车'],
    ['请李明轩填,李明轩知道', '请〔姓名1〕填,〔姓名1〕知道'],
    // No personal data: numbers of files, dates, terms.
    ['长政办发〔2021〕80号,2026年9月25号收到,10个工作日', '长政办发〔2021〕80号,2026年9月25号收到,10个工作日'],
    ['第二十二条第三款 20260925001 号申请', '第二十二条第三款 20260925001 号申请'],
  ])('%s', (text, hidden) => {
    const mask = new Mask(['李明', '李明轩']);
    expect(mask.hide(text).text).toBe(hidden);
    expect(mask.restore(hidden)).toBe(text);
  });

  test('the same piece has one mark in all messages of a turn, and marks that are not ours stay', () => {
    const mask = new Mask();
    expect(mask.hide('13812345678').text).toBe(mask.hide('再打13812345678').text.slice(2));
    expect(mask.restoreIn({ note: ['〔手机号1〕', '〔手机号9〕'], n: 3 })).toEqual({
      note: ['13812345678', '〔手机号9〕'],
      n: 3,
    });
  });

  test('what looks like personal data is named to who pastes it', () => {
    expect(personalDataIn('张三 430102199003071234 13812345678')).toEqual(['身份证号', '手机号']);
    expect(personalDataIn('共享申请几天答复')).toEqual([]);
  });
});
