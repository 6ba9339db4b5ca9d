/** A city of people on four channels, some of whom a vendor no longer knows, some on no channel, some gone; and a broadcast to all of them. */
import type { Store } from '#prisma/store.ts';
import { storedJson } from '#tools/stored-json.ts';
import type { Db } from '#tools/tool-context.ts';

export const cityDay = new Date('2026-03-02T01:00:00Z');
/** People of each channel, in order of the channels. */
export type Shares = Readonly<Record<string, number>>;

export interface CityPerson {
  readonly id: string;
  readonly departmentId: string;
  readonly channel: string;
  readonly userId: string | null;
  readonly second: { readonly channel: string; readonly userId: string } | null;
  readonly left: boolean;
}

const perDepartment = 250;
/** The vendor does not know them any more. */
export const isGone = (userId: string): boolean => userId.endsWith('-gone');
/** `wecom-p000012-gone` is person p000012. */
export const personOfUser = (userId: string): string => /p\d{6}/.exec(userId)?.[0] ?? userId;

export function cityPeople(shares: Shares): readonly CityPerson[] {
  const channels = Object.keys(shares);
  const people: CityPerson[] = [];
  for (const [place, channel] of channels.entries()) {
    for (let count = 0; count < (shares[channel] ?? 0); count += 1) {
      const index = people.length;
      const id = `p${String(index).padStart(6, '0')}`;
      const departmentId = `d${Math.floor(index / perDepartment)}`;
      // The first of each department is its contact, and there.
      const odd = index % perDepartment === 0 ? 0 : index % 100;
      const gone = odd === 7;
      const second = gone && index % 200 === 7 ? (channels[(place + 1) % channels.length] ?? null) : null;
      people.push({
        id,
        departmentId,
        channel,
        userId: odd === 13 ? null : `${channel}-${id}${gone ? '-gone' : ''}`,
        second: second === null ? null : { channel: second, userId: `${second}-${id}` },
        left: odd === 21,
      });
    }
  }
  return people;
}

export const broadcastText = '请各部门于本月20日前核对联系人信息。';

/** @returns the broadcast's id; it is due at once */
export async function fillCity({ db }: Store, people: readonly CityPerson[]): Promise<string> {
  await db.$transaction((tx) => insertCity(tx, people), { timeout: 300_000, maxWait: 60_000 });
  const { id } = await db.broadcast.create({
    data: {
      title: '核对联系人',
      payload: { text: broadcastText, act: 'receipt' },
      audience: storedJson({ who: ['officer'] }) ?? {},
      state: 'scheduled',
      createdById: 'author',
      createdAt: cityDay,
      scheduledAt: cityDay,
    },
  });
  return id;
}

async function insertCity(db: Db, people: readonly CityPerson[]): Promise<void> {
  const insert = async (table: string, columns: string, rows: readonly object[]): Promise<void> => {
    for (let start = 0; start < rows.length; start += 10_000)
      await db.$executeRawUnsafe(
        `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
        JSON.stringify(rows.slice(start, start + 10_000)),
      );
  };
  const departments = [...new Set(people.map(({ departmentId }) => departmentId))];
  const at = { createdAt: cityDay };
  await insert('Person', '"id","name","preferences","createdAt","leftAt"', [
    { id: 'author', name: '周启明', preferences: {}, ...at, leftAt: null },
    ...people.map(({ id, left }) => ({ id, name: id, preferences: {}, ...at, leftAt: left ? cityDay : null })),
  ]);
  await insert(
    'Department',
    '"id","name","shortNames","functions","kind","contactId","createdAt"',
    departments.map((id) => {
      const contactId = people.find(({ departmentId }) => departmentId === id)?.id;
      return { id, name: `部门${id}`, shortNames: [], functions: [], kind: 'municipal', contactId, ...at };
    }),
  );
  await insert(
    'Membership',
    '"id","personId","departmentId","role","since"',
    people.map(({ id, departmentId }) => ({
      id: `m-${id}`,
      personId: id,
      departmentId,
      role: 'officer',
      since: cityDay,
    })),
  );
  await insert(
    'ChannelIdentity',
    '"id","channel","tenant","userId","personId","boundBy","boundAt"',
    people.flatMap(({ id, channel, userId, second }) => {
      const bound = { tenant: '', personId: id, boundBy: 'roster' };
      // The first binding is the older one: it is preferred as the one bound last.
      return [
        ...(userId === null ? [] : [{ id: `i-${id}`, channel, userId, ...bound, boundAt: '2026-02-02T01:00:00Z' }]),
        ...(second === null ? [] : [{ id: `s-${id}`, ...second, ...bound, boundAt: '2026-01-02T01:00:00Z' }]),
      ];
    }),
  );
}
