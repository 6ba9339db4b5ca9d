/** The departments, people and catalogs of the demo city as rows. */
import type { Prisma } from '../generated/client.ts';
import type { UpdateCycle } from '../generated/enums.ts';
import { dataItems, legalBases, versionAttributes } from './attributes.ts';
import { dayOf, daysAgo, workTime } from './day.ts';
import type { City, CityEntry } from './read-city.ts';

export const departmentId = (key: string): string => `demo-${key}`;
export const entryId = (key: string, index: number): string => `demo-${key}-${String(index + 1).padStart(3, '0')}`;

/** The first of a role has the plain id, the others are numbered. */
const personId = (role: string, key: string, index: number): string =>
  `demo-${role}-${key}${index === 0 ? '' : `-${index + 1}`}`;

/** Three officers nobody can write to: what a broadcast reports as unreachable. */
const UNREACHABLE = new Set(['demo-officer-dangan', 'demo-officer-gongshui', 'demo-officer-ningxiang']);

export interface PeopleRows {
  readonly people: Prisma.PersonCreateManyInput[];
  readonly memberships: Prisma.MembershipCreateManyInput[];
  readonly identities: Prisma.ChannelIdentityCreateManyInput[];
}

export function departmentRows({ departments }: City, now: Date): Prisma.DepartmentCreateManyInput[] {
  return departments.map(({ key, name, short, kind, district, parent, functions }, index) => ({
    id: departmentId(key),
    code: `4301${String(index + 1).padStart(5, '0')}`,
    name,
    shortNames: short,
    kind,
    district: district ?? null,
    parentId: parent === undefined ? null : departmentId(parent),
    contactId: `demo-officer-${key}`,
    phone: `0731-8866${String(1_000 + index)}`,
    functions,
    createdAt: workTime(now, 1_200),
  }));
}

export function peopleRows({ people: { public: publicPeople, ...staff } }: City, now: Date): PeopleRows {
  const rows: PeopleRows = { people: [], memberships: [], identities: [] };
  const since = workTime(now, 700);
  const add = (
    id: string,
    name: string,
    title: string | null,
    role: Prisma.MembershipCreateManyInput['role'],
    key: string | null,
  ): void => {
    rows.people.push({ id, name, title, createdAt: since });
    const department = key === null ? null : departmentId(key);
    rows.memberships.push({ id: `${id}-${role}`, personId: id, departmentId: department, role, since });
    if (UNREACHABLE.has(id)) return;
    for (const channel of ['directline', 'console']) {
      rows.identities.push({
        id: `${id}-${channel}`,
        channel,
        userId: id,
        personId: id,
        boundBy: 'demo',
        boundAt: since,
      });
    }
  };
  for (const [key, roles] of Object.entries(staff)) {
    for (const role of ['bureau', 'officer', 'lead'] as const) {
      for (const [index, person] of roles[role].entries()) {
        const [name = '', title = null] = person.split(' ');
        add(personId(role, key, index), name, title, role, key);
      }
    }
  }
  for (const [key, name] of Object.entries(publicPeople)) add(personId('public', key, 0), name, null, 'public', null);
  return rows;
}

export interface CatalogRows {
  readonly entries: Prisma.CatalogEntryCreateManyInput[];
  readonly versions: Prisma.CatalogVersionCreateManyInput[];
  readonly items: Prisma.DataItemCreateManyInput[];
  readonly bases: Prisma.LegalBasisCreateManyInput[];
}

/** How many days old the data of an entry are when its cycle is kept. */
const FRESH: Readonly<Record<UpdateCycle, number>> = {
  realtime: 0,
  daily: 1,
  weekly: 4,
  monthly: 17,
  quarterly: 55,
  half_yearly: 100,
  yearly: 200,
  irregular: 240,
  on_demand: 240,
};

export function catalogRows({ departments, catalogs }: City, now: Date): CatalogRows {
  const rows: CatalogRows = { entries: [], versions: [], items: [], bases: [] };
  for (const [number, { key }] of departments.entries()) {
    const prefix = `307${String(number + 1).padStart(3, '0')}`;
    for (const [index, entry] of (catalogs.get(key) ?? []).entries()) {
      const id = entryId(key, index);
      // Spread over the last year and a half, not all on one day.
      const published = 60 + (((number + 1) * 89 + index * 37) % 480);
      const { updateCycle } = versionAttributes(entry);
      rows.entries.push({
        id,
        code: `${prefix}/${String(index + 1).padStart(6, '0')}`,
        departmentId: departmentId(key),
        kind: entry.kind,
        dataUpdatedOn: daysAgo(now, entry.updated ?? FRESH[updateCycle ?? 'irregular']),
        createdAt: workTime(now, published + 9),
      });
      const { previous, ...current } = entry;
      if (previous)
        addVersion(rows, { id, key, prefix, entry: { ...current, ...previous }, number: 1, published, now, until: 30 });
      addVersion(rows, {
        id,
        key,
        prefix,
        entry: current,
        number: previous ? 2 : 1,
        published: previous ? 30 : published,
        now,
      });
    }
  }
  return rows;
}

interface VersionInput {
  readonly id: string;
  readonly key: string;
  readonly prefix: string;
  readonly entry: CityEntry;
  readonly number: number;
  /** Days since it was published, or would have been. */
  readonly published: number;
  /** Days since the next version took its place. */
  readonly until?: number;
  readonly now: Date;
}

function addVersion(rows: CatalogRows, { id, key, prefix, entry, number, published, until, now }: VersionInput): void {
  const versionId = `${id}-v${number}`;
  const state = until === undefined ? entry.state : 'superseded';
  // What is not decided yet was filed lately.
  const decided = state === 'draft' || state === 'submitted' ? null : state === 'returned' ? 2 : published;
  const age = decided ?? 3;
  const ended = until ?? (state === 'withdrawn' ? 20 : undefined);
  rows.versions.push({
    ...versionAttributes(entry),
    id: versionId,
    entryId: id,
    number,
    state,
    classificationCode: prefix,
    changeNote: number > 1 ? '按最新业务调整目录属性。' : null,
    authorId: `demo-officer-${key}`,
    createdAt: workTime(now, age + 4),
    submittedAt: state === 'draft' ? null : workTime(now, age + 2),
    decidedById: decided === null ? null : 'demo-bureau-shuju-2',
    decidedAt: decided === null ? null : workTime(now, decided, 60),
    returnReason: entry.reason ?? null,
    publishedOn: decided === null || state === 'returned' ? null : dayOf(workTime(now, decided, 60)),
    endedAt: ended === undefined ? null : workTime(now, ended),
  });
  rows.items.push(...dataItems(entry, versionId));
  rows.bases.push(...legalBases(entry, versionId));
}
