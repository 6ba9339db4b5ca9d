/** A virtual year as a plan: departments, people with their wishes, and work that begins, is put off and is done, all from one seed. */
import { randomSource } from './random-source.fixture.ts';
import { workingDays } from './workday-list.fixture.ts';

export interface PlannedPerson {
  readonly id: string;
  readonly departmentId: string;
  readonly role: 'officer' | 'lead' | 'bureau';
  /** 14:00; null: no wish. */
  readonly hour: string | null;
  /** Has a conversation that a message can be put into. */
  readonly reachable: boolean;
}

export interface PlannedWork {
  readonly id: string;
  readonly kind: 'request' | 'catalog_update' | 'rectification';
  readonly departmentId: string;
  readonly requesterId: string;
  readonly handlerId: string | null;
  /** Day 0. */
  readonly day: string;
  readonly begunAt: Date;
  /** Of a rectification: set by the bureau, any day of the week. */
  readonly dueOn: string | null;
  readonly doneAt: Date | null;
  readonly holds: readonly { readonly personId: string; readonly at: Date; readonly until: Date | null }[];
}

export interface CityPlan {
  readonly year: number;
  readonly departments: readonly { readonly id: string; readonly bureau: boolean }[];
  readonly people: readonly PlannedPerson[];
  readonly work: readonly PlannedWork[];
}

export interface PlanSize {
  readonly departments: number;
  /** Spread over the year. */
  readonly work: number;
  /** Begun in its first days, and open all at once. */
  readonly opening?: number;
}

const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`);

export function planCity(
  { departments: count, work: works, opening = 0 }: PlanSize,
  seed: number,
  year = 2026,
): CityPlan {
  const random = randomSource(seed);
  const days = workingDays(year);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const departments = Array.from({ length: count }, (_, index) => ({ id: `d${index}`, bureau: index === 0 }));
  const people = departments.flatMap(({ id, bureau }, index): PlannedPerson[] => {
    const person = (name: string, role: PlannedPerson['role'], reachable = true): PlannedPerson => ({
      id: `${id}-${name}`,
      departmentId: id,
      role,
      hour: random() < 0.3 ? pick(['06:30', '11:00', '14:00', '21:00']) : null,
      reachable,
    });
    if (bureau) return [person('b1', 'bureau'), person('b2', 'bureau'), person('b3', 'bureau', false)];
    return [
      // Some departments have nobody on a rung, or nobody there whom a message finds.
      ...(index % 11 === 5 ? [] : [person('o1', 'officer', index % 13 !== 4), person('o2', 'officer')]),
      ...(index % 7 === 3 ? [] : [person('l1', 'lead', index % 17 !== 6)]),
    ];
  });
  const providers = departments.slice(1);
  const officers = people.filter(({ role }) => role === 'officer');
  const work = Array.from({ length: opening + works }, (_, index): PlannedWork => {
    const departmentId = pick(providers).id;
    const early = index < opening;
    const begin = Math.floor(random() * (early ? 6 : days.length - 1));
    const dice = random();
    const kind = dice < 0.8 ? 'request' : dice < 0.9 ? 'catalog_update' : 'rectification';
    // Half are done in time, some late, some never.
    const after = (early ? 6 : 0) + (random() < 0.6 ? 1 + Math.floor(random() * 9) : 11 + Math.floor(random() * 12));
    const doneOn = random() < 0.85 ? days[begin + after] : undefined;
    const own = people.filter((person) => person.departmentId === departmentId);
    const day = days[begin] ?? '';
    const holdOn = days[begin + 2 + Math.floor(random() * 6)];
    const holder = own.length > 0 && holdOn !== undefined && random() < 0.15 ? pick(own) : null;
    const putOff = days[begin + 9];
    return {
      id: `w${index}`,
      kind,
      departmentId,
      requesterId: pick(officers.filter((person) => person.departmentId !== departmentId)).id,
      handlerId: random() < 0.3 ? (own.find(({ role }) => role === 'officer')?.id ?? null) : null,
      day,
      begunAt: at(day, pick(['08:20', '10:20', '15:40'])),
      dueOn:
        kind === 'rectification'
          ? new Date(at(day, '12:00').getTime() + (3 + Math.floor(random() * 25)) * 86_400_000)
              .toISOString()
              .slice(0, 10)
          : null,
      doneAt: doneOn === undefined ? null : at(doneOn, pick(['08:50', '10:30', '14:10', '16:40'])),
      holds:
        holder && holdOn !== undefined
          ? [
              {
                personId: holder.id,
                at: at(holdOn, '12:00'),
                until: random() < 0.5 || putOff === undefined ? null : at(putOff, pick(['09:30', '15:00'])),
              },
            ]
          : [],
    };
  });
  return { year, departments, people, work };
}
