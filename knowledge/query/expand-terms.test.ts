/** The synonym lexicon: what people say leads to what the regulation says, and not the other way round by accident. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTermExpander } from './expand-terms.ts';
import { readData } from './read-data.ts';

const expand = createTermExpander();
const termsOf = (text: string): string[] => expand(text).map(({ term }) => term);
const groups = readData(
  'synonyms.yaml',
  z.array(z.looseObject({ say: z.array(z.string()), means: z.array(z.string()) })),
);

describe('expanding a question', () => {
  it.each([
    ['我想拿数据', '共享'],
    ['要不要报备', '备案'],
    ['年报什么时候交', '清单'],
    ['多久给回话', '答复'],
    ['对方不给怎么办', '不同意'],
    ['怎么挂目录', '目录编制'],
    ['大数据局管什么', '市数据资源局'],
    ['会被追责吗', '责任追究'],
    ['能不能拉专线', '共享交换通道'],
    ['老百姓能申请吗', '公民'],
    ['公司可以用吗', '法人'],
    ['啥时候答复', '工作日'],
    ['三定变了要不要改目录', '行政管理职能发生变化'],
    ['要打码吗', '脱敏'],
    ['建系统要留接口吗', '预留通用标准的数据共享和开放接口'],
    ['自来水公司要执行吗', '公共服务企业'],
    ['等保多久做一次', '安全等级测评'],
    ['手工台账怎么办', '手工表'],
  ])('%s adds %s', (text, term) => {
    expect(termsOf(text)).toContain(term);
  });

  it.each([
    ['政府信息公开条例', '开放'],
    ['上级主管部门的数据', '市数据资源局'],
    ['有没有办法', '本办法'],
    ['财政局的数据', '经费保障'],
    ['法律法规修订', '法人'],
  ])('%s does not add %s', (text, term) => {
    expect(termsOf(text)).not.toContain(term);
  });

  it('adds nothing that the question already says', () => {
    expect(termsOf('不给就是不同意吗')).not.toContain('不同意');
  });

  it('has at least 150 groups, each leading to words that the regulation uses', () => {
    const regulation = readFileSync(new URL('../regulations/changsha-2021-80.md', import.meta.url), 'utf8');
    expect(groups.length).toBeGreaterThanOrEqual(150);
    const foreign = groups.map(({ means }) => means[0] ?? '').filter((term) => !regulation.includes(term));
    expect(foreign).toEqual([]);
  });

  it('gives no saying to two groups with the same meaning', () => {
    const keys = groups.flatMap(({ say, means }) => say.map((word) => `${word} → ${means[0]}`));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
