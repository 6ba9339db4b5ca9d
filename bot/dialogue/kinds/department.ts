/** A department by any of its names, by one's own (我们局), by part of a name or with a slip. */
import type { Actor } from '#tools/people/actor.ts';
import type { LookContext } from '#tools/tool-context.ts';
import {
  departmentKey,
  departmentNames,
  matchDepartment,
  type NamedDepartment,
  spotDepartments,
} from '#tools/people/department-names.ts';
import type { FieldReader, Option, Reading } from './field-reader.ts';
import { oneSlipApart, soundOf } from './likeness.ts';
import { standsNear } from './near.ts';
import { withoutPolite } from './polite.ts';

const lead = /^(?:在|是|属于|归|给|由|来自|提供部门是|我们是|我是)(?=.{2})/u;
const ours = /^(?:我们?|本|咱们?|我所在的?)(?:的)?(?:局|委|办|单位|部门|中心|支队|公司|院|自己)+(?:的)?$/u;
const oursWithin = /(?:我们|本|咱们?)(?:局|委|办|单位|部门|中心)/u;

/** Read once per turn: an actor is looked up anew for each. */
const known = new WeakMap<Actor, Promise<readonly NamedDepartment[]>>();

async function all({ actor, db }: LookContext): Promise<readonly NamedDepartment[]> {
  const names = known.get(actor) ?? departmentNames(db);
  known.set(actor, names);
  return await names;
}

function ownDepartments({ actor }: LookContext): readonly Option[] {
  const own = actor.memberships.flatMap(({ departmentId, departmentName }): Option[] =>
    departmentId === null ? [] : [{ title: departmentName ?? departmentId, value: departmentId }],
  );
  return own.filter(({ value }, index) => own.findIndex((other) => other.value === value) === index);
}

function reading(options: readonly Option[]): Reading {
  const [first] = options;
  if (!first) return { kind: 'invalid', why: null };
  return options.length === 1 ? { kind: 'value', value: first.value } : { kind: 'ambiguous', options };
}

function optionsOf(departments: readonly NamedDepartment[]): readonly Option[] {
  return departments.map(({ id, name }) => ({ title: name, value: id }));
}

/**
 * Same sound is the same name. One character off may be another department altogether (财政局, 民政局): it is asked about.
 * Words of two characters are too short to guess from.
 */
function alike(departments: readonly NamedDepartment[], words: string): Reading {
  if (words.length < 3) return { kind: 'invalid', why: null };
  const sound = soundOf(words);
  const same = departments.filter(({ keys }) => keys.some((key) => key.length > 2 && soundOf(key) === sound));
  if (same.length > 0) return reading(optionsOf(same));
  const near = departments.filter(({ keys }) => keys.some((key) => key.length > 2 && oneSlipApart(key, words)));
  return near.length === 0 ? { kind: 'invalid', why: null } : { kind: 'ambiguous', options: optionsOf(near) };
}

export const department: FieldReader = {
  kind: 'department',
  open: false,
  read: async (words, context) => {
    const bare = withoutPolite(words).plain.replace(lead, '');
    if (ours.test(bare) || ours.test(words.plain.replace(/[.!吧]+$/u, ''))) return reading(ownDepartments(context));
    const departments = await all(context);
    const key = departmentKey(bare);
    const { exact, partial } = matchDepartment(departments, key);
    if (exact.length > 0) return reading(optionsOf(exact));
    const spotted = spotDepartments(departments, key);
    if (spotted.length > 0) return reading(optionsOf([...new Set(spotted.flatMap((one) => one.departments))]));
    if (partial.length > 0) return reading(optionsOf(partial));
    return alike(departments, key);
  },
  spot: async (sentence, context) => {
    const { near } = context.field.meta;
    const own = oursWithin.exec(sentence.plain);
    const named = spotDepartments(await all(context), sentence.plain).filter(({ start, end }) =>
      standsNear(sentence.plain, start, end, near),
    );
    const [first, second] = named;
    if (first) return second ? [] : [first];
    return own &&
      ownDepartments(context).length > 0 &&
      standsNear(sentence.plain, own.index, own.index + own[0].length, near)
      ? [{ start: own.index, end: own.index + own[0].length }]
      : [];
  },
  show: async (value, context) => {
    const found = await context.db.department.findUnique({ where: { id: String(value) }, select: { name: true } });
    return found?.name ?? String(value);
  },
};
