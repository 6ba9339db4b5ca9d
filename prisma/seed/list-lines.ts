/** The lines of the demo city's three lists, made from its catalogs and approved requests as they are loaded. */
import { openingMethods, sharingMethods, updateCycles } from '../catalog-codes.ts';
import type { ListKind } from '../generated/enums.ts';
import { departmentId, type CatalogRows } from './city-rows.ts';
import type { City } from './read-city.ts';
import type { RequestRows } from './request-rows.ts';

/** As the lists store a line. */
export interface Line {
  readonly key: string;
  readonly name: string;
  readonly code: string | null;
  readonly type: 'unconditional' | 'conditional' | null;
  readonly basis: string | null;
  readonly methods: readonly string[];
  readonly cycle: string | null;
  readonly data: string | null;
  readonly provider: string | null;
  readonly scope: string | null;
  readonly legal: string | null;
  readonly until: string | null;
}
export type Lines = Readonly<Record<ListKind, readonly Line[]>>;

const nothing = {
  code: null,
  type: null,
  basis: null,
  methods: [],
  cycle: null,
  data: null,
  provider: null,
  scope: null,
  legal: null,
  until: null,
} as const;

/** By department key. */
export function linesOf(city: City, { entries, versions }: CatalogRows, { requests, events }: RequestRows) {
  const published = new Map(
    versions.filter(({ state }) => state === 'published').map((version) => [version.entryId, version]),
  );
  const granted = new Set(
    events.filter(({ kind }) => kind === 'approved' || kind === 'access_given').map(({ requestId }) => requestId),
  );
  return (key: string): Lines => {
    const own = entries
      .filter((entry) => entry.departmentId === departmentId(key) && published.has(entry.id ?? ''))
      .toSorted((a, b) => (a.code ?? '').localeCompare(b.code ?? '', 'en'));
    const listed = (side: 'sharing' | 'opening'): Line[] =>
      own.flatMap((entry): Line[] => {
        const version = published.get(entry.id ?? '');
        if (!version) return [];
        const type = (side === 'sharing' ? version.sharingType : version.openingType) ?? null;
        if (type === 'withheld') return [];
        const basis = (side === 'sharing' ? version.sharingBasis : version.openingBasis) ?? null;
        return [
          {
            ...nothing,
            key: `entry:${entry.id}`,
            name: version.name,
            code: entry.code ?? null,
            type,
            basis: type === 'conditional' ? basis : null,
            methods:
              side === 'sharing'
                ? labels(sharingMethods, version.sharingMethods)
                : labels(openingMethods, version.openingMethods),
            cycle: version.updateCycle ? updateCycles[version.updateCycle].label : null,
          },
        ];
      });
    const scenarios = requests
      .filter(
        ({ id, kind, requesterDepartmentId }) =>
          kind === 'share' && requesterDepartmentId === departmentId(key) && granted.has(id ?? ''),
      )
      .toSorted((a, b) => Number(a.submittedAt) - Number(b.submittedAt))
      .map((request): Line => ({
        ...nothing,
        key: `request:${request.id}`,
        name: request.scenario,
        data: published.get(request.entryId)?.name ?? null,
        provider: city.departments.find((one) => departmentId(one.key) === request.providerDepartmentId)?.name ?? null,
        methods: request.sharingMethod ? [sharingMethods[request.sharingMethod].label] : [],
        scope: request.businessScope ?? null,
        legal: request.legalBasis ?? null,
      }));
    return { sharing: listed('sharing'), opening: listed('opening'), scenarios };
  };
}

function labels<Value extends string>(
  coded: Readonly<Record<Value, { readonly label: string }>>,
  values: unknown,
): string[] {
  return Array.isArray(values) ? values.map((value: Value) => coded[value].label) : [];
}

/** What the lists said a year ago: some data were not there yet, some have been withdrawn since, some were shared otherwise. */
export function lastYearLines(key: string, { sharing, opening, scenarios }: Lines): Lines {
  const earlier = (lines: readonly Line[]): readonly Line[] => [
    ...lines.filter((_, index) => index % 5 !== 2).map((line, index) => (index % 4 === 1 ? otherwise(line) : line)),
    { ...nothing, key: `entry:${departmentId(key)}-old`, name: '业务系统升级前历史台账信息', type: 'unconditional' },
  ];
  return {
    sharing: earlier(sharing),
    opening: earlier(opening),
    scenarios: scenarios.filter((_, index) => index % 2 === 0),
  };
}

function otherwise(line: Line): Line {
  if (line.type === 'conditional') return { ...line, type: 'unconditional', basis: null };
  return line.cycle === null ? line : { ...line, cycle: line.cycle === '每年' ? '每半年' : '每年' };
}
