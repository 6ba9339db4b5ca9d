/** What questions take for granted. */
import { describe, expect, it } from 'vitest';
import { claimedValues } from './claimed-values.ts';

describe('claimed values', () => {
  it.each([
    ['是5个工作日吧', { kind: 'number', value: 5, unit: '工作日' }],
    ['十五个工作日内更新对吗', { kind: 'number', value: 15, unit: '工作日' }],
    ['有效期3年对吗', { kind: 'number', value: 3, unit: '年' }],
    ['半个月内30天答复', { kind: 'number', value: 30, unit: '天' }],
    ['共享类型分为四种对吗', { kind: 'number', value: 4, unit: '种' }],
    ['罚款5万元吗', { kind: 'number', value: 5, unit: '万元' }],
    ['两张清单吧', { kind: 'number', value: 2, unit: '张' }],
    ['清单每半年更新一次吗', { kind: 'cycle', perYear: 2 }],
    ['清单每季度更新吗', { kind: 'cycle', perYear: 4 }],
    ['清单每月更新是吗', { kind: 'cycle', perYear: 12 }],
    ['一年一次对吧', { kind: 'cycle', perYear: 1 }],
    ['2023年1月1日施行对吗', { kind: 'date', year: 2023, month: 1, day: 1 }],
    ['2月1日起施行吗', { kind: 'date', year: null, month: 2, day: 1 }],
    ['二〇二二年施行的吧', { kind: 'date', year: 2022, month: null, day: null }],
    ['2027-01-31到期吗', { kind: 'date', year: 2027, month: 1, day: 31 }],
    ['由市大数据中心负责吗', { kind: 'actor', who: '市大数据中心', does: '负责' }],
    ['数据归公安局所有吗', { kind: 'actor', who: '公安局', does: '所有' }],
    ['通道要报市政府批准吗', { kind: 'actor', who: '市政府', does: '批准' }],
    ['是市档案局负责归档吧', { kind: 'actor', who: '市档案局', does: '负责' }],
  ])('%s claims %j', (text, claim) => {
    expect(claimedValues(text)).toContainEqual(expect.objectContaining(claim));
  });

  it.each([
    '第22条说了什么',
    '几个工作日答复',
    '由谁负责',
    '哪三张清单',
    '我收到一个申请',
    '长政办发〔2021〕80号是什么',
    '归哪个部门管',
    '二十二条之三',
  ])('%s claims nothing', (text) => {
    expect(claimedValues(text)).toEqual([]);
  });

  it('keeps both numbers of a choice', () => {
    expect(claimedValues('是10个工作日还是15个工作日')).toHaveLength(2);
  });
});
