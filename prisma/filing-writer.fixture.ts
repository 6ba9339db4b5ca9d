/** A process that files catalog entries as fast as it can and names each one that is confirmed, until it is killed. */
import { writeSync } from 'node:fs';
import { openStore, type StoreLocation } from './store.ts';

const location = JSON.parse(process.argv[2] ?? '') as StoreLocation;
const { db } = await openStore(location);
const now = new Date('2026-03-02T01:00:00Z');

async function file(departmentId: string): Promise<void> {
  const filed = await db.$transaction(async (tx) => {
    const entry = await tx.catalogEntry.create({ data: { departmentId, kind: 'data', createdAt: now } });
    const { id } = await tx.catalogVersion.create({
      data: { entryId: entry.id, number: 1, state: 'submitted', name: '婚姻登记信息', createdAt: now },
    });
    await tx.dataItem.createMany({
      data: ['姓名', '登记日期', '登记机关'].map((name, index) => ({ versionId: id, position: index + 1, name })),
    });
    await tx.auditRecord.create({
      data: { at: now, via: 'cli', action: 'catalog.file', subjectKind: 'CatalogEntry', subjectId: entry.id },
    });
    return entry.id;
  });
  // Written straight to the pipe: what has been written there outlives this process.
  writeSync(1, `${filed}\n`);
}

const department = await db.department.upsert({
  where: { name: '长沙市民政局' },
  create: { name: '长沙市民政局', createdAt: now },
  update: {},
});
// The first one is slow, the client is still warming up: the moment of the kill counts from after it.
await file(department.id);
writeSync(1, 'ready\n');
await Promise.all(
  Array.from({ length: 3 }, async () => {
    for (;;) await file(department.id);
  }),
);
