/** The people a step of a matter goes to: a rung nobody can be reached on is taken by the next one up. */
import type { Matter, Rung, Step } from './matter.ts';
import { rungs } from './matter.ts';
import type { Roster, RosterPerson } from './roster.ts';

export function audienceOf(matter: Matter, { to, on }: Step, roster: Roster): readonly RosterPerson[] {
  const people = new Set<RosterPerson>();
  for (const rung of to) for (const person of firstReached(matter, rung, roster)) people.add(person);
  // Whoever took office after that day hears of the next step.
  return [...people].filter(({ posts }) => posts.some(({ since }) => since <= on));
}

function firstReached(matter: Matter, rung: Rung, roster: Roster): readonly RosterPerson[] {
  for (const upwards of rungs.slice(rungs.indexOf(rung))) {
    const found = peopleOn(upwards, matter, roster);
    if (found.length > 0) return found;
    // A person's own matter is nobody else's business.
    if (matter.departmentId === null && matter.personId !== null) return [];
  }
  return [];
}

function peopleOn(rung: Rung, { departmentId, personId }: Matter, roster: Roster): readonly RosterPerson[] {
  if (rung === 'bureau') return roster.holding('bureau', null);
  if (rung === 'lead') return departmentId === null ? [] : roster.holding('lead', departmentId);
  const handler = personId === null ? undefined : roster.person(personId);
  if (handler && (departmentId === null || handler.posts.some((post) => post.departmentId === departmentId)))
    return [handler];
  if (departmentId === null) return [];
  const officers = roster.holding('officer', departmentId);
  // Where the bureau itself is the department, its staff are the officers.
  return officers.length > 0 ? officers : roster.holding('bureau', departmentId);
}
