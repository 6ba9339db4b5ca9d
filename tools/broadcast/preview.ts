/** What a broadcast would be, before anything is sent: how many, who is left out and why, who cannot be reached, how long it takes. */
import type { Db } from '#tools/tool-context.ts';
import { type Audience, describeAudience } from './audience.ts';
import { sendingTime } from './channel-limits.ts';
import type { Roster, RosterPerson } from './resolve-audience.ts';
import { limitsOf } from './ways-out.ts';
import { wording } from './wording.ts';

export interface Preview {
  readonly all: number;
  readonly planned: number;
  readonly excluded: number;
  readonly unreachable: number;
  readonly milliseconds: number;
  /** Plain Chinese. */
  readonly lines: readonly string[];
}

const namesShown = 5;

/** @param personal each department has its own words: calls are for one department's people at most */
export async function previewOf(db: Db, audience: Audience, roster: Roster, personal: boolean): Promise<Preview> {
  const { people, ways } = roster;
  const of = (state: RosterPerson['state']): readonly RosterPerson[] => people.filter((one) => one.state === state);
  const [planned, excluded, unreachable] = [of('planned'), of('excluded'), of('unreachable')];
  const byChannel = groups(planned, ({ place }) => place?.channel ?? '');
  const times = [...byChannel].map(([channel, there]) => {
    const limits = limitsOf(ways, channel);
    if (!limits) return 0;
    const words = groups(there, ({ departmentId }) => (personal ? departmentId : ''));
    const calls = [...words.values()].reduce((sum, { length }) => sum + Math.ceil(length / limits.batch), 0);
    return sendingTime(limits, there.length, calls);
  });
  const milliseconds = Math.max(0, ...times);
  const doubtful = planned.filter(({ place }) => place?.doubtful === true).length;
  const title = (channel: string): string => limitsOf(ways, channel)?.title ?? channel;
  const lines = [
    wording.audience(await audienceWords(db, audience)),
    wording.total(people.length, planned.length, excluded.length, unreachable.length),
    ...(byChannel.size === 0
      ? []
      : [wording.byChannel([...byChannel].map(([channel, there]) => `${title(channel)} ${there.length} 人`))]),
    ...(doubtful === 0 ? [] : [wording.doubtful(doubtful)]),
    ...(excluded.length === 0 ? [] : [wording.because(wording.excludedHead, reasons(excluded))]),
    ...(unreachable.length === 0 ? [] : [wording.because(wording.unreachableHead, reasons(unreachable))]),
    wording.duration(wording.seconds(milliseconds)),
  ];
  const counts = { planned: planned.length, excluded: excluded.length, unreachable: unreachable.length };
  return { all: people.length, ...counts, milliseconds, lines };
}

export async function audienceWords(db: Db, audience: Audience): Promise<string> {
  const { departmentIds = [], except } = audience;
  const ids = [...departmentIds, ...except.departmentIds];
  const departments = await db.department.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const people = await db.person.findMany({
    where: { id: { in: except.personIds } },
    select: { id: true, name: true },
  });
  const names = new Map([...departments, ...people].map(({ id, name }) => [id, name]));
  return describeAudience(audience, (id) => names.get(id) ?? id);
}

/** 已离开通讯录 2 人(张三、李四) */
function reasons(people: readonly RosterPerson[]): readonly string[] {
  return [...groups(people, ({ reason }) => reason ?? '')].map(([reason, those]) => {
    const names = those.slice(0, namesShown).map(({ name, department }) => `${name}(${department})`);
    const more = those.length > namesShown ? wording.moreNames(those.length) : '';
    return `${reason} ${those.length} 人:${names.join('、')}${more}`;
  });
}

function groups<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const known = found.get(keyOf(one));
    if (known) known.push(one);
    else found.set(keyOf(one), [one]);
  }
  return found;
}
