import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import exceljs from 'exceljs';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { importRoster } from './import-roster.ts';
import { readRoster } from './read-roster.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.membership.deleteMany();
});

const monday = new Date('2026-03-02T01:00:00Z');
const tuesday = new Date('2026-03-03T01:00:00Z');
const take = async (csv: string | Uint8Array, now = monday) =>
  await importRoster(store, await readRoster(typeof csv === 'string' ? new TextEncoder().encode(csv) : csv), {
    now,
    via: 'cli',
  });

async function heldBy(id: string): Promise<readonly string[]> {
  const rows = await store.db.membership.findMany({
    where: { personId: id, until: null },
    include: { department: true },
    orderBy: [{ role: 'asc' }],
  });
  return rows.map(({ role, department }) => `${department?.name ?? '-'} ${role}`);
}

describe('taking in a roster', () => {
  test('people, roles and departments that were not known before', async () => {
    const report = await take(
      'id,name,department,roles\nz1,周启明,长沙市数据资源管理局,bureau\nl1,李明轩,长沙市教育局,officer;lead\ny1,岳一鸣,长沙市岳麓区民政局,officer\nc1,陈小燕,,public\n',
    );
    expect(report).toMatchObject({ created: 4, updated: 0, rejected: [] });
    expect(report.departments).toEqual(['长沙市数据资源管理局', '长沙市教育局', '长沙市岳麓区民政局']);
    expect(await heldBy('l1')).toEqual(['长沙市教育局 officer', '长沙市教育局 lead']);
    expect(await heldBy('c1')).toEqual(['- public']);
    const kinds = await store.db.department.findMany({ select: { name: true, kind: true, district: true } });
    expect(kinds).toContainEqual({ name: '长沙市数据资源管理局', kind: 'bureau', district: null });
    expect(kinds).toContainEqual({ name: '长沙市岳麓区民政局', kind: 'district', district: '岳麓区' });
  });

  test('again changes nothing; a changed line changes that person alone, and is on record', async () => {
    const csv = 'id,name,department,roles\nl2,李明轩,长沙市教育局,officer\nw2,王晓春,长沙市教育局,lead\n';
    await take(csv);
    expect(await take(csv)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const report = await take('id,name,department,roles\nl2,李明轩,长沙市民政局,lead\n', tuesday);
    expect(report).toMatchObject({ updated: 1, unchanged: 0, departments: ['长沙市民政局'] });
    expect(await heldBy('l2')).toEqual(['长沙市民政局 lead']);
    expect(await heldBy('w2')).toEqual(['长沙市教育局 lead']);
    const ended = await store.db.membership.findMany({ where: { personId: 'l2', until: { not: null } } });
    expect(ended).toMatchObject([{ role: 'officer', until: tuesday }]);
    const audits = await store.db.auditRecord.findMany({ where: { subjectId: 'l2' }, orderBy: { at: 'asc' } });
    expect(audits.map(({ action, via }) => [action, via])).toEqual([
      ['person.created', 'cli'],
      ['person.updated', 'cli'],
    ]);
  });

  test('two lines of one person are one person with two departments; short names are the departments they mean', async () => {
    await store.db.department.updateMany({ where: { name: '长沙市教育局' }, data: { shortNames: ['教育局'] } });
    const report = await take('编号,姓名,部门,角色\nd1,杜双,教育局,数据专员\nd1,杜双,长沙市民政局,负责人\n');
    expect(report).toMatchObject({ created: 1, departments: [] });
    expect(await heldBy('d1')).toEqual(['长沙市教育局 officer', '长沙市民政局 lead']);
  });

  test('lines that cannot be taken in are named, the others are in', async () => {
    const report = await take(
      'id,name,department,roles\n,无名,长沙市教育局,officer\nr1,,长沙市教育局,officer\nr2,任一,,officer\nr3,任二,长沙市教育局,boss\nr4,任三,长沙市教育局,\nr5,任四,长沙市教育局,officer\n',
    );
    expect(report.rejected).toEqual([
      { row: 2, reason: '缺少 id' },
      { row: 3, reason: '缺少姓名' },
      { row: 4, reason: '缺少部门' },
      { row: 5, reason: '没有“boss”这个角色,可用的是 officer、lead、bureau、public' },
      { row: 6, reason: '缺少角色' },
    ]);
    expect(report.created).toBe(1);
    expect(await heldBy('r5')).toEqual(['长沙市教育局 officer']);
  });

  test('somebody who had left and is on the roster again is back', async () => {
    const csv = 'id,name,department,roles\nb1,白回,长沙市教育局,officer\n';
    await take(csv);
    await store.db.person.update({ where: { id: 'b1' }, data: { leftAt: monday } });
    expect(await take(csv, tuesday)).toMatchObject({ updated: 1 });
    expect(await store.db.person.findUnique({ where: { id: 'b1' } })).toMatchObject({ leftAt: null });
  });
});

describe('reading a roster file', () => {
  test('GBK as spreadsheets here write it', async () => {
    // id,name,department,roles / g1,王,民政局,officer in GBK
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode('id,name,department,roles\ng1,'),
      0xcd,
      0xf5,
      0x2c,
      0xc3,
      0xf1,
      0xd5,
      0xfe,
      0xbe,
      0xd6,
      ...new TextEncoder().encode(',officer\n'),
    ]);
    expect((await readRoster(bytes)).rows).toEqual([
      { row: 2, id: 'g1', name: '王', department: '民政局', roles: ['officer'] },
    ]);
  });

  test('a workbook', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('名册').addRows([
      ['id', 'name', 'department', 'roles'],
      ['x1', '徐一', '长沙市教育局', 'officer;lead'],
    ]);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect((await readRoster(bytes)).rows).toMatchObject([{ id: 'x1', roles: ['officer', 'lead'] }]);
  });

  test('a file without the columns is refused', async () => {
    await expect(readRoster(new TextEncoder().encode('a,b\n1,2\n'))).rejects.toThrow('第一行要有');
  });
});
