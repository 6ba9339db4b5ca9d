/**
 * What the plan promises, told from the plan alone: days are places in a list of working days, people are walked through
 * one by one, and nothing of the rules, clocks or calendar under test takes part.
 */
import type { CityPlan, PlannedPerson, PlannedWork } from './city-plan.fixture.ts';
import { workingDays } from './workday-list.fixture.ts';

/** `<work> <step> <person> <the minute it is sent> <late or not>` */
export type Promised = string;

interface Rung {
  readonly step: string;
  readonly day: string;
  readonly to: readonly ('handler' | 'lead' | 'bureau')[];
  readonly always: boolean;
}

const opens = '09:00';
const closes = '17:30';
const lastCall = '17:00';
const moment = (at: Date): { day: string; time: string } => {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return { day: local.slice(0, 10), time: local.slice(11, 16) };
};

function ladderOf(work: PlannedWork, days: readonly string[]): readonly Rung[] {
  const firstAfter = days.findIndex((day) => day > work.day);
  // The tenth working day; of a catalog update too, for higher law sets ten where the city sets fifteen.
  const dueDay = work.dueOn ?? days[firstAfter + 9] ?? '';
  const lastWorking = days.findLastIndex((day) => day <= dueDay);
  const next = days.findIndex((day) => day > dueDay);
  const rung = (step: string, place: number, to: Rung['to'], always = false): Rung[] => {
    const day = days[place];
    return day !== undefined && day > work.day ? [{ step, day, to, always }] : [];
  };
  return [
    ...rung('T-5', lastWorking - 5, ['handler']),
    ...rung('T-3', lastWorking - 3, ['handler']),
    ...rung('T-1', lastWorking - 1, ['handler', 'lead']),
    ...rung('T0', lastWorking, ['handler', 'lead'], true),
    ...rung('T+1', next, ['handler', 'lead', 'bureau'], true),
  ];
}

/** Handler, officers, leads, bureau: the first of these anybody can be reached on. */
function peopleFor(rung: Rung, work: PlannedWork, people: readonly PlannedPerson[]): ReadonlySet<string> {
  const reached = people.filter(({ reachable }) => reachable);
  const own = reached.filter(({ departmentId }) => departmentId === work.departmentId);
  const handler = work.kind === 'request' ? own.filter(({ id }) => id === work.handlerId) : [];
  const officers = handler.length > 0 ? handler : own.filter(({ role }) => role === 'officer');
  const leads = own.filter(({ role }) => role === 'lead');
  const bureau = reached.filter(({ role }) => role === 'bureau');
  const ladder = { handler: [officers, leads, bureau], lead: [leads, bureau], bureau: [bureau] };
  return new Set(rung.to.flatMap((name) => (ladder[name].find((some) => some.length > 0) ?? []).map(({ id }) => id)));
}

interface Thread {
  readonly work: PlannedWork;
  readonly person: PlannedPerson;
  readonly rungs: readonly Rung[];
  readonly sent: Set<string>;
}

function threadsOf(plan: CityPlan, days: readonly string[]): readonly Thread[] {
  const byDepartment = new Map<string, PlannedPerson[]>();
  const bureau = plan.people.filter(({ role }) => role === 'bureau');
  for (const person of plan.people)
    byDepartment.set(person.departmentId, [...(byDepartment.get(person.departmentId) ?? []), person]);
  return plan.work.flatMap((work) => {
    const ladder = ladderOf(work, days);
    const people = [...(byDepartment.get(work.departmentId) ?? []), ...bureau];
    const audiences = ladder.map((rung) => peopleFor(rung, work, people));
    return people.flatMap((person) => {
      const rungs = ladder.filter((_, index) => audiences[index]?.has(person.id));
      return rungs.length === 0 ? [] : [{ work, person, rungs, sent: new Set<string>() }];
    });
  });
}

/** @param looks every moment at which the process was up and looked */
export function expectedReminders(
  plan: CityPlan,
  looks: readonly Date[],
): { readonly reminders: readonly Promised[]; readonly messages: number } {
  const days = workingDays(plan.year);
  const workday = new Set(days);
  const reminders: Promised[] = [];
  let messages = 0;
  let left = threadsOf(plan, days);
  const toldOn = new Map<string, string>();
  for (const look of looks) {
    const { day, time } = moment(look);
    if (!workday.has(day) || time < opens || time > closes) continue;
    left = left.filter(({ work }) => work.doneAt === null || work.doneAt > look);
    const told = new Set<string>();
    for (const thread of left) {
      const found = dueOf(thread, look, day, time);
      if (found === null || thread.sent.has(found.step)) continue;
      if (toldOn.get(thread.person.id) === day && !found.urgent) continue;
      thread.sent.add(found.step);
      told.add(thread.person.id);
      reminders.push(
        [thread.work.id, found.step, thread.person.id, look.toISOString(), found.late ? 'late' : 'in time'].join(' '),
      );
    }
    for (const person of told) toldOn.set(person, day);
    messages += told.size;
  }
  return { reminders, messages };
}

function dueOf(
  { work, person, rungs }: Thread,
  look: Date,
  day: string,
  time: string,
): { step: string; late: boolean; urgent: boolean } | null {
  if (work.begunAt > look) return null;
  const rung = rungs.findLast((one) => one.day <= day);
  if (!rung) return null;
  const wish = person.hour ?? opens;
  const hour = wish < opens ? opens : wish > lastCall ? lastCall : wish;
  const dueAt = new Date(`${rung.day}T${hour}:00+08:00`);
  const overAnHour = (since: Date): boolean => look.getTime() - since.getTime() > 3_600_000;
  const hold = work.holds.find(({ personId, at }) => personId === person.id && at <= look);
  if (hold?.until && hold.until <= look && hold.until > dueAt)
    return { step: `again-${hold.until.toISOString()}`, late: overAnHour(hold.until), urgent: true };
  if (hold && (hold.until === null || hold.until > look) && !rung.always) return null;
  if (time < hour) return null;
  return {
    step: rung.step,
    late: work.begunAt <= dueAt && overAnHour(dueAt),
    urgent: rung.always && rung.day === day,
  };
}
