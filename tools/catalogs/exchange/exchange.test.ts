import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seed } from '#prisma/seed.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { readMapping } from './column-mapping.ts';
import { exportRows, toCsv, toXlsx } from './export-catalog.ts';
import { importCatalog, type ImportOptions } from './import-catalog.ts';

const now = new Date('2026-03-02T01:00:00Z');
let store: Store;
beforeEach(async () => {
  store = await freshStore();
});
afterEach(() => store.close());

const options: ImportOptions = {
  mapping: readMapping({}),
  publish: true,
  allOrNothing: false,
  createDepartments: true,
  now,
  via: 'cli',
};

async function take(name: string, content: string | Uint8Array, more: Partial<ImportOptions> = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return await importCatalog(store, { name, bytes }, { ...options, ...more });
}

async function published() {
  return await store.db.catalogVersion.findMany({
    where: { state: 'published' },
    include: { items: { orderBy: { position: 'asc' } }, entry: { include: { department: true } } },
    orderBy: { name: 'asc' },
  });
}

/** The last column only counts the rows. */
const withoutNumber = (row: readonly string[]): string => JSON.stringify(row.slice(0, -1));

/** GBK of what a spreadsheet program here writes; made with iconv, as Node only reads it. */
const gbk = Buffer.from(
  'c4bfc2bcc3fbb3c62ccce1b9a9b2bfc3c52cd5aad2aa2cb9b2cfedc0e0d0cd0d0acce5d3fdb3a1b9ddd0c5cfa22cb3a4c9b3cad0cce5d3fdbed62cb3a1b9ddc3fbc2bc2ccedeccf5bcfe0d0a',
  'hex',
);

describe('the official template, one row to each data item', () => {
  const template = [
    '2025年目录,,,,,,,,,',
    '序号,部门类信息资源分类,项分类,信息资源名称,信息资源提供方,信息资源摘要,信息资源格式分类,信息资源格式类型,信息项名称,数据类型,数据长度,共享类型,共享条件/不予共享依据,是否向社会开放,开放条件,更新周期,发布日期',
    '1,部门,民政,婚姻登记信息,长沙市民政局,婚姻登记记录,数据库,mysql,姓名,字符型,60,2,用于核验,0,,按日,2025/3/5',
    '2,,,,,,,,登记日期,日期型,10,,,,,,',
    '3,部门,民政,婚姻登记信息,长沙市民政局,婚姻登记记录,数据库,mysql,登记机关,字符型,60,有條件共享,,否,,每天,2025-03-05',
    '4,部门,民政,养老机构信息,长沙市民政局,养老机构名录,电子表格,xlsx,机构名称,字符型,100,1,,是,,每季,',
  ].join('\r\n');

  test('merges them into one entry and says what cannot be merged', async () => {
    const report = await take('模板.csv', template);
    expect(report).toMatchObject({ rows: 4, created: 2, written: true, createdDepartments: ['长沙市民政局'] });
    expect(report.rejected).toEqual([{ row: 5, reason: '与第 3 行是同一目录,但“有條件共享”与前面的“2”不一致' }]);
    const [elders, marriages] = await published();
    expect(marriages).toMatchObject({
      name: '婚姻登记信息',
      classification: '部门/民政',
      updateCycle: 'daily',
      sharingType: 'conditional',
      sharingBasis: '用于核验',
      openingType: 'withheld',
      formatCategory: 'database',
      formatType: 'mysql',
      publishedOn: '2025-03-05',
    });
    expect(marriages?.items.map(({ name, type, length }) => [name, type, length])).toEqual([
      ['姓名', '字符型', '60'],
      ['登记日期', '日期型', '10'],
    ]);
    expect(elders).toMatchObject({ openingType: 'unconditional', updateCycle: 'quarterly', publishedOn: '2026-03-02' });
  });

  test('comes as a workbook with merged cells just as well', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('目录');
    sheet.addRow(['*信息资源名称(必填)', '提供部门', '摘要', '信息项名称', '更新频率', '发布日期']);
    sheet.addRow(['公园信息', '长沙市林业局', '公园名录', '名称', 6, new Date('2025-01-02T00:00:00Z')]);
    sheet.addRow(['公园信息', '长沙市林业局', '公园名录', '地址', 6, new Date('2025-01-02T00:00:00Z')]);
    for (const column of ['A', 'B', 'C', 'E', 'F']) sheet.mergeCells(`${column}2:${column}3`);
    const report = await take('公园.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(report).toMatchObject({ created: 1, rejected: [] });
    const [park] = await published();
    expect(park).toMatchObject({ name: '公园信息', updateCycle: 'yearly', publishedOn: '2025-01-02' });
    expect(park?.items.map(({ name }) => name)).toEqual(['名称', '地址']);
  });
});

describe('a list of an open data platform, read by the mapping file in docs', () => {
  const mapping = readMapping(
    JSON.parse(readFileSync(new URL('../../../docs/catalog-mapping.open-platform.json', import.meta.url), 'utf8')),
  );
  const heading =
    '序号,资源名称,提供方,提供方代码,更新周期,资源格式,分类,摘要,信息项,数据量,授权方式,关键字,发布日期,最后更新';
  const licence = '政府数据开放授权条款－第1版';
  const list = [
    heading,
    `1,公园厕所位置,公园处,A1,每月,"CSV, XLS",公共信息 (921),"第一行\r\n第二行","名称、坐标(经度,纬度)",12,${licence},"公园, 厕所",2017-08-18,2018-03-02`,
    `2,就医地图,卫生局,A2,实时,URL,就医 (57),地图,"医院、地址",,${licence},,2017-08-18,2018-03-02`,
    `3,公园厕所位置,公园处,A1,每月,CSV,公共信息 (921),又一次,名称,12,${licence},,2017-08-18,2018-03-02`,
    `4,没有摘要,卫生局,A2,每月,CSV,就医 (57),,名称,,${licence},,2017-08-18,2018-03-02`,
    `5,日期不对,卫生局,A2,每月,CSV,就医 (57),摘要,名称,,${licence},,很久以前,2018-03-02`,
  ].join('\r\n');

  test('says of every row what became of it, and what the mapping made of its values', async () => {
    const report = await take('list.csv', list, { mapping });
    expect(report).toMatchObject({ rows: 5, taken: 2, created: 2, unknownHeadings: [] });
    expect(report.rejected.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '4 与第 2 行重复:同一目录只保留第一次出现的',
      '5 信息资源摘要为空',
      '6 发布日期“很久以前”不是有效日期,例如 2024-03-05',
    ]);
    expect(report.taken + report.rejected.length).toBe(report.rows);
    expect(report.adjusted).toEqual([
      { field: '开放类型', from: licence, to: '无条件开放', rows: 2 },
      { field: '目录类型', from: null, to: '数据资源目录', rows: 2 },
      { field: '分类', from: '公共信息 (921)', to: '公共信息', rows: 1 },
      { field: '分类', from: '就医 (57)', to: '就医', rows: 1 },
    ]);
    const [toilets] = (await published()).filter(({ name }) => name === '公园厕所位置');
    expect(toilets).toMatchObject({
      summary: '第一行\n第二行',
      openingType: 'unconditional',
      sharingType: null,
      keywords: ['公园', '厕所'],
      entry: { dataUpdatedOn: '2018-03-02', department: { name: '公园处' } },
    });
    expect(toilets?.items.map(({ name }) => name)).toEqual(['名称', '坐标']);
  });

  test('changes nothing when it comes again, from itself or from an export', async () => {
    await take('list.csv', list, { mapping });
    expect(await take('list.csv', list, { mapping })).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const rows = await exportRows(store.db, {});
    const same = { created: 0, updated: 0, unchanged: 2, taken: 4, rows: 4, rejected: [] };
    expect(await take('export.csv', toCsv(rows))).toMatchObject(same);
    expect(await take('export.xlsx', await toXlsx(rows))).toMatchObject(same);
  });
});

test('an entry that is refused takes all its rows with it', async () => {
  const csv = 'name,department,summary,信息项名称\n甲信息,长沙市甲局,摘要,一\n甲信息,长沙市甲局,摘要,二';
  const report = await take('a.csv', csv, { createDepartments: false });
  expect(report).toMatchObject({
    rows: 2,
    taken: 0,
    rejected: [
      { row: 2, reason: '信息资源提供方“长沙市甲局”不在部门名册中' },
      { row: 3, reason: '所属目录(第 2 行)没有导入' },
    ],
  });
});

describe('plain English fields', () => {
  const line = (entry: object): string => JSON.stringify(entry);

  test('come as JSON lines, with items in a list, in words or as objects', async () => {
    const report = await take(
      'catalog.jsonl',
      [
        line({
          id: 'a-1',
          name: '道路停车位信息',
          type: 'info',
          department: '长沙市城管局',
          summary: '路内停车位',
          items: ['名称', '位置'],
          shareType: 'unconditional',
          openType: '无条件开放',
          updateCycle: 'monthly',
          securityLevel: '1级',
          source: '自采',
          classification: '城市管理',
          standard: 'GB/T 1',
        }),
        '',
        'not json',
        line({
          id: 'a-2',
          name: '井盖信息',
          type: 'data',
          department: '长沙市城管局',
          summary: '井盖',
          items: [{ name: '编号', type: '字符型', length: '20', personal: false }],
        }),
        line({
          id: 'a-3',
          name: '路灯信息',
          type: 'map',
          department: '长沙市城管局',
          summary: '路灯',
          updateCycle: '隔三差五',
        }),
        line({ id: 'a-4', name: '', department: '长沙市城管局', summary: '没有名称' }),
        line({ id: 'a-1', name: '道路停车位信息', department: '长沙市城管局', summary: '路内停车位' }),
      ].join('\n'),
    );
    expect(report.rejected).toEqual([
      { row: 3, reason: '这一行不是一个 JSON 对象' },
      {
        row: 5,
        reason: expect.stringMatching(/目录类型“map”无法识别.*更新周期“隔三差五”无法识别|更新周期.*目录类型/) as string,
      },
      { row: 6, reason: '信息资源名称为空' },
      { row: 7, reason: '与第 1 行重复:同一目录只保留第一次出现的' },
    ]);
    expect(report.created).toBe(2);
    const [, parking] = (await published()).toSorted((a, b) => a.name.length - b.name.length);
    expect(parking).toMatchObject({
      updateCycle: 'monthly',
      sharingType: 'unconditional',
      openingType: 'unconditional',
      entry: { sourceId: 'a-1', kind: 'information' },
    });
    expect(parking?.items.map(({ name }) => name)).toEqual(['名称', '位置']);
    const audits = await store.db.auditRecord.findMany();
    expect(audits).toHaveLength(2);
    expect(audits[0]).toMatchObject({ action: 'catalog.import', via: 'cli', subjectKind: 'catalog_entry' });
  });

  test('a later file changes what differs and keeps the version before', async () => {
    const csv = (cycle: string): string =>
      `id,name,department,summary,items,updateCycle\n7,空气质量信息,长沙市生态环境局,空气质量,站点、PM2.5,${cycle}`;
    await take('a.csv', csv('每日'));
    expect(await take('a.csv', csv('按日'))).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(await take('a.csv', csv('实时'))).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    const versions = await store.db.catalogVersion.findMany({ orderBy: { number: 'asc' } });
    expect(versions.map(({ number, state, updateCycle }) => [number, state, updateCycle])).toEqual([
      [1, 'superseded', 'daily'],
      [2, 'published', 'realtime'],
    ]);
  });

  test('without --publish they wait for the bureau, and what is published stays', async () => {
    const csv = (summary: string): string => `id,name,department,summary\n7,空气质量信息,长沙市生态环境局,${summary}`;
    await take('a.csv', csv('旧'));
    await take('a.csv', csv('新'), { publish: false });
    const states = await store.db.catalogVersion.findMany({ orderBy: { number: 'asc' }, select: { state: true } });
    expect(states.map(({ state }) => state)).toEqual(['published', 'submitted']);
    expect(await take('a.csv', csv('新'))).toMatchObject({ updated: 1 });
    const after = await store.db.catalogVersion.findMany({ orderBy: { number: 'asc' }, select: { state: true } });
    expect(after.map(({ state }) => state)).toEqual(['superseded', 'published']);
  });
});

test('a file saved as GBK is read', async () => {
  expect(new TextDecoder('gb18030').decode(gbk)).toContain('提供部门');
  const report = await take('old.csv', gbk);
  expect(report).toMatchObject({ created: 1, rejected: [] });
  expect((await published())[0]).toMatchObject({ sharingType: 'unconditional' });
});

test('all or nothing writes nothing when a row is rejected', async () => {
  const csv = 'name,department,summary\n甲信息,长沙市甲局,摘要\n乙信息,,摘要';
  const report = await take('a.csv', csv, { allOrNothing: true });
  expect(report).toMatchObject({ written: false, created: 0, rejected: [{ row: 3, reason: '信息资源提供方为空' }] });
  expect(await store.db.department.count()).toBe(0);
  expect(await store.db.catalogEntry.count()).toBe(0);
});

test('departments are made for the operator only', async () => {
  const csv = 'name,department,summary\n甲信息,长沙市甲局,摘要';
  const report = await take('a.csv', csv, { createDepartments: false });
  expect(report).toMatchObject({
    created: 0,
    rejected: [{ row: 2, reason: '信息资源提供方“长沙市甲局”不在部门名册中' }],
  });
});

test('slips that spreadsheets are known for are pointed out', async () => {
  const csv = [
    'name,department,summary,format,格式类型,shareType,code',
    '婚姻登记管理系统,长沙市民政局,摘要,数据库,xlsx,有条件,',
    '监测点1,长沙市民政局,摘要,,,,',
    '监测点2,长沙市民政局,摘要,,,,',
    '低保信息,长沙市民政局,摘要,,,,12',
  ].join('\n');
  const report = await take('a.csv', csv);
  expect(report.rejected.map(({ row }) => row)).toEqual([5]);
  expect(report.remarks.map(({ row, reason }) => `${row} ${reason.slice(0, 8)}`)).toEqual([
    '2 名称“婚姻登记管',
    '2 格式分类是“数据',
    '2 有条件共享,但没',
    '4 名称与上一条只差',
  ]);
});

test('a mapping file names columns, leaves some out, fills in and translates', async () => {
  const mapping = readMapping({
    columns: { 主题: 'classification', 谁管: 'department' },
    ignore: ['备注'],
    defaults: { shareType: '有条件共享', summary: '见名称' },
    values: { updateCycle: { 常常: '每日' } },
  });
  const report = await take('a.csv', '名称,谁管,主题,备注,更新周期,多余\n甲信息,长沙市甲局,交通,x,常常,y', { mapping });
  expect(report).toMatchObject({ created: 1, rejected: [], unknownHeadings: ['多余'] });
  expect((await published())[0]).toMatchObject({
    classification: '交通',
    sharingType: 'conditional',
    summary: '见名称',
    updateCycle: 'daily',
  });
});

test('what is exported imports again unchanged, as CSV and as a workbook', async () => {
  await seed(store.db, now);
  const rows = await exportRows(store.db, {});
  const count = await store.db.catalogVersion.count({ where: { state: 'published' } });
  for (const [name, bytes] of [
    ['all.csv', toCsv(rows)],
    ['all.xlsx', await toXlsx(rows)],
  ] as const) {
    expect(await take(name, bytes)).toMatchObject({ created: 0, updated: 0, unchanged: count, rejected: [] });
    const other = await freshStore();
    try {
      const report = await importCatalog(other, { name, bytes }, options);
      expect(report).toMatchObject({ created: count, rejected: [] });
      const again = await exportRows(other.db, {});
      expect(new Set(again.map(withoutNumber))).toEqual(new Set(rows.map(withoutNumber)));
    } finally {
      await other.close();
    }
  }
}, 120_000);
