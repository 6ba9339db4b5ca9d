/** The demo city written out and brought back, embedded and, with TEST_DATABASE_URL, through PostgreSQL. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup } from './backup.ts';
import { fillEmptyTables } from './every-table.fixture.ts';
import { Prisma } from './generated/client.ts';
import { restore } from './restore.ts';
import { readTables } from './table-catalog.ts';
import { seed } from './seed.ts';
import { freshEmbeddedStore, freshStore } from './test-store.ts';
import type { Store } from './store.ts';

const now = new Date('2026-03-02T01:02:03.004Z');
let original: Store;
let lines: string[];

beforeAll(async () => {
  original = await freshEmbeddedStore();
  await seed(original.db, now);
  await addAwkwardRows(original);
  lines = await collect(original);
});
afterAll(() => original.close());

/** Rows with what is hard to carry over. */
async function addAwkwardRows({ db }: Store): Promise<void> {
  // The child sorts before its parent.
  await db.department.createMany({
    data: [
      { id: 'b', name: '长沙市岳麓区', kind: 'district', district: '岳麓区', createdAt: now },
      { id: 'a', name: '岳麓区"数据"局\n第二行', shortNames: ['区数据局', 'a,b', ''], parentId: 'b', createdAt: now },
    ],
  });
  await db.person.create({
    data: { id: 'p', name: '周敏', createdAt: now, preferences: { hours: [9, 17.5], 渠道: '企业微信' } },
  });
  await db.setting.createMany({
    data: [
      { key: 'null', value: Prisma.JsonNull, updatedAt: now },
      { key: 'number', value: 0.1, updatedAt: now },
      { key: 'text', value: 'null', updatedAt: now },
    ],
  });
  const entry = await db.catalogEntry.create({ data: { departmentId: 'a', kind: 'data', createdAt: now } });
  await db.catalogVersion.create({
    data: {
      entryId: entry.id,
      number: 1,
      state: 'published',
      name: '婚姻登记信息',
      createdAt: now,
      sharingType: 'conditional',
      sharingMethods: ['result_verification', 'data_push'],
      items: { create: [{ position: 1, name: '姓名', personal: true }] },
    },
  });
  await db.duty.create({
    data: {
      number: 41,
      kind: 'project',
      departmentId: 'a',
      title: '新建系统',
      occurredOn: '2026-03-02',
      openedAt: now,
    },
  });
  await fillEmptyTables(db, 'p', 'a', now);
  await db.auditRecord.create({
    data: { at: now, via: 'cli', action: 'x', subjectKind: 'Person', subjectId: 'p', before: Prisma.JsonNull },
  });
}

async function collect(store: Store): Promise<string[]> {
  const collected: string[] = [];
  for await (const line of backup(store.pool)) collected.push(line);
  return collected;
}

async function* from(source: readonly string[]): AsyncGenerator<string> {
  yield* source;
}

test('writes every record as one line of JSON with its table, a table after those it refers to', () => {
  const tables = lines.map((line) => (JSON.parse(line) as { table: string }).table);
  expect(tables.filter((table) => table === 'Setting')).toHaveLength(4);
  expect(tables.filter((table) => table === 'CatalogVersion').length).toBeGreaterThan(200);
  expect(tables.indexOf('Department')).toBeLessThan(tables.indexOf('CatalogEntry'));
  expect(tables.indexOf('CatalogVersion')).toBeLessThan(tables.indexOf('DataItem'));
});

test('leaves no table out', async () => {
  const written = new Set(lines.map((line) => (JSON.parse(line) as { table: string }).table));
  const client = await original.pool.connect();
  const tables = (await readTables(client)).map(({ name }) => name);
  client.release();
  // A table that is new here wants a row in every-table.fixture.ts.
  expect(tables.filter((name) => !written.has(name))).toEqual([]);
  expect(tables.length).toBeGreaterThan(30);
});

test('comes back equal record by record, from embedded through the tested back end to embedded', async () => {
  const middle = await freshStore();
  const last = await freshEmbeddedStore();
  await restore(middle.pool, from(lines));
  const carried = await collect(middle);
  expect(carried).toEqual(lines);
  await restore(last.pool, from(carried));
  expect(await collect(last)).toEqual(lines);
  await middle.close();
  await last.close();
});

test('a restored store counts on, and still looks after its references', async () => {
  const restored = await freshStore();
  await restore(restored.pool, from(lines));
  const duty = { kind: 'project', title: '又一系统', occurredOn: '2026-03-03', openedAt: now } as const;
  expect(await restored.db.duty.create({ data: { ...duty, departmentId: 'a' } })).toMatchObject({ number: 42 });
  await expect(restored.db.duty.create({ data: { ...duty, departmentId: 'nowhere' } })).rejects.toMatchObject({
    code: 'P2003',
  });
  const { rows } = await restored.pool.query(
    `SELECT count(*)::int AS n FROM pg_constraint WHERE contype = 'f' AND condeferrable AND connamespace = 'public'::regnamespace`,
  );
  expect(rows).toEqual([{ n: 0 }]);
  await restored.close();
});

test('refuses a store that is not empty, a cut-off file and a file of a newer version, and changes nothing', async () => {
  const target = await freshStore();
  await expect(restore(original.pool, from(lines))).rejects.toMatchObject({ code: 'not_empty' });
  const cut = restore(target.pool, from(lines.slice(0, -4)));
  await expect(cut).rejects.toMatchObject({ code: 'backup_unreadable', message: expect.stringContaining('cut off') });
  const newer = '{"table":"_prisma_migrations","row":{"name":"99990101000000_later","checksum":"0"}}';
  await expect(restore(target.pool, from([newer, ...lines]))).rejects.toMatchObject({ code: 'backup_unreadable' });
  const broken = restore(target.pool, from([...lines.slice(0, 5), '{"table":']));
  await expect(broken).rejects.toMatchObject({ message: expect.stringContaining('line 6 is not a record') });
  expect(await target.db.department.count()).toBe(0);
  await target.close();
});

test('refuses a record that refers to one that is not there', async () => {
  const target = await freshStore();
  const orphaned = lines.map((line) =>
    line.startsWith('{"table":"AuditRecord"') ? line.replace('"actorId":null', '"actorId":"nobody"') : line,
  );
  const attempt = restore(target.pool, from(orphaned));
  await expect(attempt).rejects.toThrow('AuditRecord_actorId_fkey');
  await target.close();
});
