/** A binding request by the name of who asks: among those that wait for the actor's answer. */
import { decidableBindings } from '#tools/people/pending-binding.ts';
import { wording } from '#tools/people/wording.ts';
import { entityReader } from './entity.ts';

export const bindingRequest = entityReader({
  kind: 'binding_request',
  find: async (words, { db, actor }) => {
    const name = words.replace(/的?(?:绑定)?申请$/u, '');
    const pending = await decidableBindings(db, actor);
    const named = pending.filter(({ claimedName }) => claimedName.includes(name) || name.includes(claimedName));
    return {
      certain: named.length === 1,
      candidates: named.map(({ id, claimedName, department, role }) => ({
        id,
        title: `${claimedName}(${department.name} ${wording.roleTitles[role]})`,
      })),
    };
  },
  title: async (id, { db }) => {
    const found = await db.bindingRequest.findUnique({ where: { id }, include: { department: true } });
    return found && `${found.claimedName}(${found.department.name} ${wording.roleTitles[found.role]})`;
  },
  spot: (sentence) => {
    const match = /(?:同意|通过|批准|拒绝|驳回|确认)([\p{Script=Han}·]{2,4}?)的?(?:绑定|申请)/du.exec(sentence.plain);
    const [start, end] = match?.indices?.[1] ?? [];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  },
});
