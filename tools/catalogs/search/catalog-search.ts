/** Searches the published catalog entries: filters in words, slips put right, and a plain no when nothing really matches. */
import { departmentNames, type NamedDepartment } from '#tools/people/department-names.ts';
import type { Db } from '#tools/tool-context.ts';
import { buildCatalogIndex, type CatalogIndex, followStore } from './catalog-index.ts';
import { createDistricts, inDistricts, ofDistrict, withoutDistricts } from './districts.ts';
import { storeStamp, type EntryFacts } from './entry-facts.ts';
import { withFormerNames } from './former-names.ts';
import { loadCatalogIndex, saveCatalogIndex } from './index-file.ts';
import { createNameReader, type NameReader } from './name-vocabulary.ts';
import { type CatalogHit, noSubject, rankEntries } from './rank-entries.ts';
import { readEnglish } from './read-english.ts';
import { type CatalogFilters, readWish, satisfies } from './read-wish.ts';

export interface CatalogFindings {
  /** Best first. */
  readonly hits: readonly CatalogHit[];
  /** How many there are in all, where only filters were given; otherwise as many as `hits`. */
  readonly total: number;
  /** Nothing in the catalogs is what was looked for. */
  readonly none: boolean;
  /** What was looked for once the filters were taken out. */
  readonly subject: string;
  readonly filters: CatalogFilters;
  /** The filters in words. */
  readonly said: readonly string[];
  /** With the filters there was nothing; these are without them. */
  readonly relaxed: boolean;
  /** 婚因 → 婚姻 */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
}

export interface SearchLimits {
  readonly limit: number;
  /** Whether the person may see the entry at all; default: all that is published. */
  readonly visible?: (entry: EntryFacts) => boolean;
  /** Shows what is surely something else as well, for fitting the weights. */
  readonly doubtful?: boolean;
}

export class CatalogSearch {
  readonly #catalog: CatalogIndex;
  #departments: readonly NamedDepartment[];
  #read: NameReader | null = null;

  private constructor(catalog: CatalogIndex, departments: readonly NamedDepartment[]) {
    this.#catalog = catalog;
    this.#departments = withFormerNames(departments);
  }

  /** @param folder where the index is kept between starts; null: nowhere */
  static async open(db: Db, folder: string | null): Promise<CatalogSearch> {
    const departments = await departmentNames(db);
    if (folder === null) return new CatalogSearch(await buildCatalogIndex(db), departments);
    const stamp = await storeStamp(db);
    const saved = await loadCatalogIndex(folder, stamp);
    if (saved) return new CatalogSearch(saved, departments);
    const built = await buildCatalogIndex(db);
    await saveCatalogIndex(folder, stamp, built);
    return new CatalogSearch(built, departments);
  }

  /** Made with the first search, and anew when the words have changed; `warm` does it ahead. */
  #reader(): NameReader {
    return (this.#read ??= createNameReader(this.#catalog.words, this.#departments));
  }

  /** Makes what is otherwise made by the first search and the first one in pinyin. */
  async warm(): Promise<void> {
    this.#reader().read('shuju');
    await this.search('数据', { limit: 1 });
  }

  get size(): number {
    return this.#catalog.facts.size;
  }

  facts(entryId: string): EntryFacts | undefined {
    return this.#catalog.facts.get(entryId);
  }

  /** Sees what has been published since the last time. */
  async follow(db: Db): Promise<void> {
    const before = this.#catalog.words;
    if (!(await followStore(this.#catalog, db))) return;
    const words = this.#catalog.words;
    if (words === before) return;
    this.#departments = withFormerNames(await departmentNames(db));
    this.#read = null;
  }

  async search(
    words: string,
    { limit, visible: shown = () => true, doubtful = false }: SearchLimits,
  ): Promise<CatalogFindings> {
    const reader = this.#reader();
    const read = reader.read(readEnglish(words));
    const districts = createDistricts(this.#departments)(read.text);
    const visible = (entry: EntryFacts): boolean => shown(entry) && inDistricts(entry, districts);
    const wish = readWish(read.text, this.#departments);
    const { subject, filters, said } = wish;
    const asWritten = read.text === read.folded ? null : readWish(read.folded, this.#departments);
    const subjects = [subject, ...(asWritten ? [asWritten.subject] : [])].map((one) =>
      withoutDistricts(one, districts),
    );
    const base = { subject, filters, said, corrections: read.corrections };
    const find = (narrowed: boolean): Promise<readonly CatalogHit[]> =>
      rankEntries(this.#catalog, subjects, {
        limit,
        doubtful,
        preferred: (entry) => ofDistrict(entry, districts),
        filtered: said.length > 0,
        needed: reader.elsewhere(read.text),
        accepts: narrowed ? (entry) => visible(entry) && satisfies(entry, filters) : visible,
      });
    const hits = await find(said.length > 0);
    if (hits === noSubject)
      return {
        ...base,
        subject: '',
        ...(said.length > 0 ? this.#listed((entry) => visible(entry) && satisfies(entry, filters), limit) : nothing),
        relaxed: false,
      };
    if (hits.length > 0 || said.length === 0)
      return { ...base, hits, total: hits.length, none: hits.length === 0, relaxed: false };
    const wider = await find(false);
    return { ...base, hits: wider, total: wider.length, none: wider.length === 0, relaxed: wider.length > 0 };
  }

  /** Filters alone: everything that satisfies them, by name. */
  #listed(accepts: (entry: EntryFacts) => boolean, limit: number): Pick<CatalogFindings, 'hits' | 'total' | 'none'> {
    const found = [...this.#catalog.facts.values()].filter(accepts);
    const hits = found
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .slice(0, limit)
      .map((entry): CatalogHit => ({ entry, score: 1, cover: 1 }));
    return { hits, total: found.length, none: found.length === 0 };
  }
}

const nothing = { hits: [], total: 0, none: true } as const;
