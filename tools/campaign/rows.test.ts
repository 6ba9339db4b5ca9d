import { describe, expect, test } from 'vitest';
import { readCsv } from '#tools/catalogs/exchange/read-csv.ts';
import { readXlsx } from '#tools/catalogs/exchange/read-xlsx.ts';
import { compareRows } from './compare-rows.ts';
import { importLines } from './import-lines.ts';
import { listGaps } from './list-gaps.ts';
import { emptyRow, type ListRow } from './list-row.ts';
import { tableCsv, tableXlsx } from './list-table.ts';
import { mergeRows } from './merge-rows.ts';
import { readListTable } from './read-list-table.ts';

const row = (key: string, name: string, more: Partial<ListRow> = {}): ListRow => ({
  ...emptyRow(key, name),
  type: 'unconditional',
  ...more,
});
const marriage = row('entry:1', '婚姻登记信息', { type: 'conditional', basis: '仅限核验', methods: ['结果核验'] });
const homes = row('entry:2', '养老机构信息');
const graves = row('line:1', '公墓名录');
const now = new Date('2027-03-01T01:00:00Z');

describe('comparing with last year', () => {
  test('a line keeps its identity by its source, and by its name where it has none in common', () => {
    const after = [
      { ...marriage, name: '婚姻登记与离婚登记信息', basis: '仅限审批核验' },
      row('line:9', ' 公墓 名录'),
      row('entry:3', '社会组织名录'),
    ];
    const diff = compareRows('sharing', [marriage, homes, graves], after);
    expect(diff.added.map(({ name }) => name)).toEqual(['社会组织名录']);
    expect(diff.removed.map(({ name }) => name)).toEqual(['养老机构信息']);
    expect(diff.changed[0]?.cells.map(({ heading, before, after: is }) => `${heading}:${before}→${is}`)).toEqual([
      '数据资源名称:婚姻登记信息→婚姻登记与离婚登记信息',
      '共享条件:仅限核验→仅限审批核验',
    ]);
    expect(diff.changed[1]?.cells.map(({ field }) => field)).toEqual(['name']);
  });

  test('only what the list itself says counts', () => {
    const coded = { ...homes, scope: '全市', legal: '某办法' };
    expect(compareRows('sharing', [homes], [coded])).toMatchObject({ unchanged: 1, changed: [] });
  });
});

describe('pre-filling', () => {
  test('keeps hand-written lines and what only last year said, drops what the catalog no longer gives', () => {
    const proposed = [{ ...marriage, basis: null, methods: [] }, row('entry:3', '社会组织名录', { type: null })];
    expect(mergeRows([marriage, homes, graves], proposed)).toEqual([
      marriage,
      row('entry:3', '社会组织名录', { type: null }),
      graves,
    ]);
  });

  test('a condition does not come back to what has become unconditional', () => {
    const freed = { ...marriage, type: 'unconditional' as const, basis: null };
    expect(mergeRows([marriage], [freed])).toEqual([freed]);
  });

  test('a hand-written line that has come into the catalog is the catalog’s', () => {
    expect(mergeRows([graves], [row('entry:7', '公墓名录', { cycle: '每年' })])).toEqual([
      row('entry:7', '公墓名录', { cycle: '每年' }),
    ]);
  });
});

test('gaps: a missing type or condition holds a list back, a difference from the catalog is a remark', () => {
  const rows = [row('entry:1', '甲信息', { type: null }), row('entry:2', '乙信息', { type: 'conditional' }), graves];
  const proposed = [row('entry:2', '乙信息'), row('entry:5', '丙信息')];
  expect(listGaps('opening', rows, proposed)).toEqual([
    { kind: 'incomplete', line: 1, text: '第 1 行“甲信息”缺开放类型' },
    { kind: 'incomplete', line: 2, text: '第 2 行“乙信息”缺开放条件' },
    { kind: 'differs', line: null, text: '目录里有“丙信息”,清单里没有' },
    { kind: 'differs', line: 1, text: '第 1 行“甲信息”在目录里已经没有,或者已改为不予开放' },
    { kind: 'differs', line: 2, text: '“乙信息”清单里是“有条件开放”,目录里是“无条件开放”' },
  ]);
  expect(listGaps('scenarios', [row('request:1', '入学核验', { type: null, data: '学籍' })], [])[0]?.text).toBe(
    '第 1 行“入学核验”缺使用依据',
  );
});

describe('a table that is edited and comes back', () => {
  const table = [
    ['序号', '数据资源名称', '信息资源代码', '共享类型', '共享条件', '共享方式', '更新周期', '行标识'],
    ['1', '婚姻登记信息', '', '有条件共享', '仅限核验', '结果核验', '', 'entry:1'],
    ['2', '=cmd|养老机构信息', '', '无条件共享', '', '', '', 'entry:2'],
    ['3', '公墓名录', '', '无条件共享', '', '', '每年', 'line:1'],
  ];

  test.each([
    ['CSV', async () => readCsv(new TextEncoder().encode(tableCsv(table)))],
    ['XLSX', async () => await readXlsx(await tableXlsx('sharing', table))],
  ])('%s: lines are known again by their marks, a cell that looks like a formula stays text', async (kind, read) => {
    const csv = tableCsv(table);
    expect(csv.includes("'=cmd|养老机构信息")).toBe(true);
    const lines = readListTable('sharing', await read());
    const { rows, report, removed } = importLines([marriage, homes, graves], lines, {
      list: 'sharing',
      whole: true,
      now,
    });
    expect(report.map(({ what, why }) => `${what} ${why}`)).toEqual([
      'unchanged ',
      'changed 数据资源名称',
      'changed 更新周期',
    ]);
    expect(rows.map(({ key, name }) => `${key} ${name}`)).toEqual([
      'entry:1 婚姻登记信息',
      'entry:2 =cmd|养老机构信息',
      'line:1 公墓名录',
    ]);
    expect([kind, removed]).toEqual([kind, []]);
  });

  const read = (text: string) => readListTable('sharing', readCsv(new TextEncoder().encode(text)));
  const into = (text: string, whole: boolean) =>
    importLines([marriage, homes, graves], read(text), { list: 'sharing', whole, now });

  test('the whole list takes out what the table lacks; a row that cannot be read takes nothing out', () => {
    const text = '名称,共享类型,共享条件\n婚姻登记信息,看情况,x\n养老机构信息,无条件,\n养老机构信息,无条件,';
    const { rows, removed, report } = into(text, true);
    expect(rows.map(({ key }) => key)).toEqual(['entry:1', 'entry:2']);
    expect(removed.map(({ key }) => key)).toEqual(['line:1']);
    expect(report.map(({ row: number, what, why }) => `${number} ${what} ${why}`)).toEqual([
      '2 rejected 共享类型“看情况”不是无条件共享或有条件共享',
      '3 unchanged ',
      '4 rejected 和前面的一行重复',
    ]);
    expect(into(text, false).removed).toEqual([]);
  });

  test('columns that the table lacks stay as they are; one that stands there empty is emptied', () => {
    const kept = into('名称,更新周期\n婚姻登记信息,每月', false).rows[0];
    expect(kept).toEqual({ ...marriage, cycle: '每月' });
    expect(into('名称,共享方式\n婚姻登记信息,', false).rows[0]).toEqual({ ...marriage, methods: [] });
  });

  test('says of each cell what is wrong with it', () => {
    const { report } = into(
      '名称,共享类型,共享方式\n甲信息,不予共享,\n乙信息,2,传真\n,无条件,\n丙信息,有条件共享,服务调用、数据推送',
      false,
    );
    expect(report.map(({ what, why }) => `${what} ${why}`)).toEqual([
      'rejected 不予共享的数据不列入共享清单,请删去这一行',
      'rejected 方式“传真”不是结果核验、服务调用、数据推送',
      'rejected 没有写“数据资源名称”',
      'added ',
    ]);
    expect(() => read('编号,内容\n1,甲')).toThrow('没有找到表头');
    const [line] = readListTable('scenarios', readCsv(new TextEncoder().encode('应用场景,使用期限\n入学核验,明年')));
    expect(line?.why).toBe('使用期限“明年”不是日期,请写成 2027-12-31 这样');
  });
});
