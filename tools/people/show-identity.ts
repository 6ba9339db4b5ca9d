/** Who one is to the assistant, and what one may do. */
import { z } from 'zod';
import { defineTool } from '../tool.ts';
import { wording } from './wording.ts';

export const showIdentity = defineTool({
  name: 'show-identity',
  title: '查看我的身份',
  purpose: '查看当前账号绑定的身份。',
  effect: 'reads',
  article: null,
  input: z.object({}),
  output: z.object({
    bound: z.boolean(),
    name: z.string(),
    memberships: z.array(z.object({ department: z.string().nullable(), role: z.string() })),
    /** A binding request that waits for its answer. */
    waitingFor: z.string().nullable(),
  }),
  permits: { officer: 'any', lead: 'any', bureau: 'any', public: 'any', newcomer: 'any' },
  says: ['我是谁', '我的身份|我的角色|我的权限', '我 绑定了|绑了 谁|吗|没有', '我 属于|在 哪个|什么 部门|单位'],
  touches: () => null,
  async run(_, { actor, db }) {
    const { channel, channelUserId: userId } = actor;
    const waiting = await db.bindingRequest.findFirst({
      where: { channel, tenant: '', userId, state: 'pending' },
      select: { department: { select: { name: true } } },
    });
    return {
      bound: actor.personId !== null,
      name: actor.name,
      memberships: actor.memberships.map(({ departmentName, role }) => ({
        department: departmentName,
        role: wording.roleTitles[role],
      })),
      waitingFor: waiting?.department.name ?? null,
    };
  },
});
