/** Binding requests that wait for the actor's yes or no. */
import { z } from 'zod';
import { defineTool } from '../tool.ts';
import { decidableBindings } from './pending-binding.ts';
import { wording } from './wording.ts';

export const listBindingRequests = defineTool({
  name: 'list-binding-requests',
  title: '查看绑定申请',
  purpose: '查看等待自己确认的绑定申请。',
  effect: 'reads',
  article: null,
  input: z.object({}),
  output: z.object({
    requests: z.array(
      z.object({ id: z.string(), name: z.string(), department: z.string(), role: z.string(), askedAt: z.string() }),
    ),
  }),
  permits: { lead: 'own', bureau: 'any' },
  says: ['哪些|有没有|什么|查看|看看|列出|谁 绑定|申请绑定', '绑定申请 有哪些|列表|名单'],
  touches: () => null,
  async run(_, { actor, db }) {
    const pending = await decidableBindings(db, actor);
    return {
      requests: pending.map(({ id, claimedName, department, role, askedAt }) => ({
        id,
        name: claimedName,
        department: department.name,
        role: wording.roleTitles[role],
        askedAt: askedAt.toISOString(),
      })),
    };
  },
});
