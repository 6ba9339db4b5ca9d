/** The city with the real catalog tools, for transcripts that are judged by the rows they leave. */
import { catalogHistory } from '#tools/catalogs/catalog-history.ts';
import { fileCatalogEntry } from '#tools/catalogs/file-catalog-entry.ts';
import { reviseCatalogEntry } from '#tools/catalogs/revise-catalog-entry.ts';
import { searchCatalog } from '#tools/catalogs/search-catalog.ts';
import { showCatalogEntry } from '#tools/catalogs/show-catalog-entry.ts';
import { withdrawCatalogEntry } from '#tools/catalogs/withdraw-catalog-entry.ts';
import { City } from './chat.fixture.ts';

const tools = [
  fileCatalogEntry,
  reviseCatalogEntry,
  searchCatalog,
  catalogHistory,
  showCatalogEntry,
  withdrawCatalogEntry,
];

export async function openCatalogCity(): Promise<City> {
  return await City.open(tools);
}

/** What nobody finished is out of the way of the next transcript. */
export async function dropDrafts({ store }: City): Promise<void> {
  await store.db.draft.updateMany({ where: { state: { in: ['open', 'confirming'] } }, data: { state: 'cancelled' } });
}

/** An opening that gives everything but three optional fields. */
export const wholeEntry = (name: string): string =>
  `登记一条数据目录:名称 ${name};摘要 全市中小学体育场地的名称和地址;信息项 名称、地址、电话;来源 体育场地系统;分类 主题信息资源;标准 没有;更新周期 每季度;共享类型 无条件共享;开放类型 无条件开放;安全等级 1级;格式分类 数据库`;

export async function versionsNamed({ store }: City, name: string) {
  return await store.db.catalogVersion.findMany({
    where: { name },
    include: { items: { orderBy: { position: 'asc' } }, entry: true },
    orderBy: { number: 'asc' },
  });
}

export async function openDraftsOf({ store }: City, ownerId: string) {
  return await store.db.draft.findMany({
    where: { ownerId, state: { in: ['open', 'confirming'] } },
    orderBy: { createdAt: 'asc' },
  });
}
