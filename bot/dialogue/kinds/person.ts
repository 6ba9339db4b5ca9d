/** A person of the roster: by name, with the department where several are called the same. */
import { findPeople } from '#tools/people/find-person.ts';
import { entityReader } from './entity.ts';

export const person = entityReader({
  kind: 'person',
  find: async (words, context) => {
    const name = words
      .replace(/(?:同志|同事|老师|主任|科长|处长|局长)$/u, '')
      .replace(/^(?:让|请|由|给|找|转给|交给|是)(?=.{2})/u, '');
    const found = await findPeople(name, context.among === 'anybody' ? 'anybody' : 'colleagues', context);
    const exact = found.filter((one) => one.name === name);
    const likely = exact.length > 0 ? exact : found;
    return {
      certain: exact.length === 1,
      candidates: likely.map(({ id, name: called, where }) => ({
        id,
        title: where === '' ? called : `${called}(${where})`,
      })),
    };
  },
  title: async (id, { db }) => {
    const found = await db.person.findUnique({ where: { id }, select: { name: true } });
    return found?.name ?? null;
  },
});
