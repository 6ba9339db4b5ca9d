/** Says at once, and not only at the end of the form, that an entry is another department's. */
import type { GivenFields } from '../field-meta.ts';
import type { Advice } from '../tool.ts';
import type { LookContext } from '../tool-context.ts';

export async function notOwnAdvice({ entryId }: GivenFields, { actor, db }: LookContext): Promise<readonly Advice[]> {
  if (typeof entryId !== 'string') return [];
  const entry = await db.catalogEntry.findUnique({
    where: { id: entryId },
    select: {
      departmentId: true,
      department: { select: { name: true } },
      versions: { select: { name: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  });
  if (!entry || actor.memberships.some(({ departmentId }) => departmentId === entry.departmentId)) return [];
  return [
    {
      id: `not-own:${entryId}`,
      text: `“${entry.versions[0]?.name ?? ''}”是${entry.department.name}的目录,只能由该部门办理。请换成本部门的目录,或者联系${entry.department.name}。`,
      article: '第七条第二款',
      blocks: true,
    },
  ];
}
