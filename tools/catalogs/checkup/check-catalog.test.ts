import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCitation } from '#knowledge/citations/parse-citation.ts';
import { resolveCitation } from '#knowledge/citations/resolve-citation.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { readCity } from '#prisma/seed/read-city.ts';
import { seed } from '#prisma/seed.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { emptyContent, type EntryContent } from '../entry-content.ts';
import { type CheckUp, checkCatalog, checkEntry } from './check-catalog.ts';
import { findDoubles } from './doubles.ts';
import type { CheckedEntry } from './finding.ts';

const now = new Date('2026-03-02T01:00:00Z');

const complete: EntryContent = {
  ...emptyContent('学校基本信息'),
  summary: '全市学校',
  source: '教育业务',
  classification: '主题信息资源/公共服务',
  standard: '无',
  updateCycle: 'monthly',
  sharingType: 'unconditional',
  openingType: 'unconditional',
  securityLevel: '1级',
  formatCategory: 'spreadsheet',
  formatType: 'xlsx',
  items: ['学校名称', '地址', '学段', '电话'].map((name) => ({
    name,
    field: null,
    type: null,
    length: null,
    description: null,
    personal: false,
    sensitive: false,
  })),
};

function entry(content: Partial<EntryContent>, more: Partial<CheckedEntry> = {}): CheckedEntry {
  return {
    entryId: 'e1',
    departmentId: 'd1',
    department: '长沙市教育局',
    district: null,
    kind: 'data',
    dataUpdatedOn: '2026-02-20',
    content: { ...complete, ...content },
    ...more,
  };
}

const rules = (checked: CheckedEntry): readonly string[] =>
  checkEntry(checked, now).map(({ rule, fix }) => `${rule} ${fix.field}`);

describe('each rule', () => {
  test('a complete entry has no finding', () => {
    expect(rules(entry({}))).toEqual([]);
  });

  test.each<[string, Partial<EntryContent>, readonly string[]]>([
    [
      'an attribute of Art. 16 is missing',
      { source: null, securityLevel: ' ' },
      ['missing-attribute source', 'missing-attribute securityLevel'],
    ],
    ['no data items', { items: [] }, ['missing-attribute items']],
    ['a condition is missing', { sharingType: 'conditional' }, ['conditional-without-condition sharingBasis']],
    [
      'a basis is missing',
      { sharingType: 'withheld', openingType: 'withheld' },
      ['withheld-without-basis sharingBasis', 'withheld-without-basis openingBasis'],
    ],
    ['the name is a system', { name: '智慧校园管理平台' }, ['name-is-a-system name']],
    ['format and type differ', { formatType: 'mysql' }, ['format-mismatch formatType']],
    ['a spreadsheet given as a table', { form: 'table' }, ['format-mismatch form']],
    [
      'an identity number in what is open',
      {
        items: [
          ...complete.items,
          { ...complete.items[0], name: '公民身份号码', personal: true } as EntryContent['items'][number],
        ],
      },
      ['personal-items-openly-shared openingType', 'personal-items-openly-shared sharingType'],
    ],
  ])('%s', (_, content, expected) => {
    expect(rules(entry(content))).toEqual(expected);
  });

  test.each([
    ['2026-01-16', []],
    ['2026-01-14', ['cycle-missed updateCycle']],
  ])('a monthly entry refreshed on %s', (dataUpdatedOn, expected) => {
    expect(rules(entry({}, { dataUpdatedOn }))).toEqual(expected);
  });

  test('doubles are of another department, not of a district beside the city', () => {
    const mine = entry({});
    const theirs = entry({ name: '学校 信息' }, { entryId: 'e2', departmentId: 'd2', department: '长沙市统计局' });
    const district = entry({}, { entryId: 'e3', departmentId: 'd3', department: '岳麓区教育局', district: '岳麓区' });
    const doubles = findDoubles([mine, theirs, district]).map(
      ({ entry: one, other }) => `${one.entryId} ${other.entryId}`,
    );
    expect(doubles).toEqual(['e1 e2', 'e2 e1']);
  });
});

describe('the demo city', () => {
  let store: Store;
  let result: CheckUp;
  beforeAll(async () => {
    store = await freshStore();
    await seed(store.db, now);
    result = await checkCatalog(store.db, { now });
  }, 60_000);
  afterAll(() => store.close());

  /** What the city's files say should be found, in the words of the rules. */
  const planted = [...readCity().catalogs.values()]
    .flat()
    .filter(({ state }) => state === 'published')
    .flatMap(({ name, finding }) =>
      (finding ?? '')
        .split(', ')
        .filter(Boolean)
        .map((one) => `${name} ${one}`),
    )
    .flatMap((one) => (one.endsWith('missing-standard-and-level') ? [one, one] : [one]))
    .map((one) => one.replace(/missing-(?:source|standard-and-level)$/u, 'missing-attribute'));

  test('everything planted is found, and nothing else', () => {
    const found = result.findings
      // The department that is the source is told of the double as well.
      .filter(({ rule, department }) => rule !== 'duplicate-of-another-department' || department.includes('税务'))
      .map(({ name, rule }) => `${name} ${rule}`);
    expect(found.toSorted((a, b) => a.localeCompare(b))).toEqual(planted.toSorted((a, b) => a.localeCompare(b)));
  });

  test('every clause of the measures that is cited exists', () => {
    const regulation = loadRegulations().find(({ id }) => id === 'changsha-2021-80');
    for (const { clause } of result.findings.filter(({ clause }) => clause.instrument.startsWith('长沙市'))) {
      const place = parseCitation(clause.article);
      expect(regulation && place && resolveCitation(place, regulation)).toMatchObject({ found: true });
    }
  });

  test('one department sees its own findings only', async () => {
    const { findings, entries } = await checkCatalog(store.db, { now, departmentId: 'demo-jiaoyu' });
    expect(entries).toBeLessThan(result.entries);
    expect(new Set(findings.map(({ department }) => department))).toEqual(new Set(['长沙市教育局']));
  });
});
