import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '#prisma/seed.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { raiseCatalogRevision } from '../catalog-revision.ts';
import { CatalogSearch } from './catalog-search.ts';
import { storeStamp } from './entry-facts.ts';
import { findingsText } from './findings-text.ts';
import { loadCatalogIndex } from './index-file.ts';

const now = new Date('2026-03-02T01:00:00Z');
const folder = mkdtempSync(path.join(tmpdir(), 'zhengshu-index-'));
let store: Store;
let search: CatalogSearch;
beforeAll(async () => {
  store = await freshStore();
  await seed(store.db, now);
  search = await CatalogSearch.open(store.db, folder);
}, 60_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function names(words: string, limit = 5): Promise<readonly string[]> {
  return (await search.search(words, { limit })).hits.map(({ entry }) => entry.name);
}

describe('what is looked for', () => {
  test.each([
    ['谁有婚姻登记的数据', '婚姻登记信息'],
    ['hunyin dengji', '婚姻登记信息'],
    ['婚因登记', '婚姻登记信息'],
    ['養老機構', '养老机构基本信息'],
    ['敬老院床位', '养老机构基本信息'],
    ['驾照', '机动车驾驶人信息'],
  ])('%s', async (words, name) => {
    expect((await names(words))[0]).toBe(name);
  });

  test.each(['火星探测数据', '宠物狗登记', '股票账户持仓', '核电站运行参数'])(
    'says plainly that there is nothing: %s',
    async (words) => {
      const findings = await search.search(words, { limit: 5 });
      expect(findings).toMatchObject({ hits: [], none: true });
      expect(findingsText(findings)).toMatch(/^已发布的目录中没有与“.+”相符的数据。$/u);
    },
  );

  test('words that only ask look for nothing', async () => {
    const findings = await search.search('请问有没有', { limit: 5 });
    expect(findings.none).toBe(true);
    expect(findingsText(findings)).toContain('没有看出要找什么数据');
  });
});

describe('filters in words', () => {
  test('all three at once', async () => {
    const { hits, said } = await search.search('人社局的、有条件共享的、每月更新的', { limit: 50 });
    expect(said).toEqual(['长沙市人力资源和社会保障局', '有条件共享', '每月更新']);
    expect(hits.length).toBeGreaterThan(0);
    for (const { entry } of hits)
      expect(entry).toMatchObject({ departmentId: 'demo-renshe', sharingType: 'conditional', updateCycle: 'monthly' });
  });

  test('one alone lists and counts all that satisfy it', async () => {
    const { hits, total, subject } = await search.search('哪些无条件开放', { limit: 7 });
    expect(hits).toHaveLength(7);
    expect(subject).toBe('');
    expect(total).toBe(
      await store.db.catalogVersion.count({ where: { state: 'published', openingType: 'unconditional' } }),
    );
  });

  test('says so when only without them there is something', async () => {
    const findings = await search.search('民政局的空气质量', { limit: 5 });
    expect(findings).toMatchObject({ relaxed: true, none: false });
    expect(findingsText(findings)).toContain('没有同时符合条件(长沙市民政局)的目录');
  });
});

describe('keeps in step with the store', () => {
  test('a saved index is read again, and not when the store or the file is another', async () => {
    const stamp = await storeStamp(store.db);
    expect((await loadCatalogIndex(folder, stamp))?.index.size).toBe(search.size);
    expect(await loadCatalogIndex(folder, 'of another store')).toBeNull();
    const again = await CatalogSearch.open(store.db, folder);
    expect((await again.search('婚姻登记', { limit: 1 })).hits[0]?.entry.name).toBe('婚姻登记信息');
    writeFileSync(path.join(folder, 'catalog-index.bin'), 'damaged');
    expect(await loadCatalogIndex(folder, stamp)).toBeNull();
  });

  test('finds what was published since, and no longer what was withdrawn', async () => {
    const entry = await store.db.catalogEntry.create({
      data: {
        departmentId: 'demo-minzheng',
        kind: 'data',
        createdAt: now,
        versions: { create: { number: 1, state: 'published', name: '红白理事会备案信息', createdAt: now } },
      },
    });
    expect(await names('红白理事会')).toEqual([]);
    await raiseCatalogRevision(store.db, [entry.id], now);
    await search.follow(store.db);
    expect(await names('红白理事会')).toEqual(['红白理事会备案信息']);
    await store.db.catalogVersion.updateMany({ where: { entryId: entry.id }, data: { state: 'withdrawn' } });
    await raiseCatalogRevision(store.db, null, now);
    await search.follow(store.db);
    expect(await names('红白理事会')).toEqual([]);
  });
});
