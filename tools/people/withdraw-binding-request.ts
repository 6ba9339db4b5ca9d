/** Whoever asked to be bound takes the request back while nobody has answered it. */
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import { wording } from './wording.ts';

export const withdrawBindingRequest = defineTool({
  name: 'withdraw-binding-request',
  title: '撤回绑定申请',
  purpose: '撤回自己提出、还没有确认的绑定申请。',
  effect: 'writes',
  article: null,
  input: z.object({}),
  output: z.object({ requestId: z.string() }),
  permits: { newcomer: 'any' },
  says: ['撤回|撤销|取消|不要 绑定申请|绑定'],
  touches: () => null,
  async run(_, { actor, db, now, record }) {
    const { channel, channelUserId: userId } = actor;
    const pending = await db.bindingRequest.findFirst({ where: { channel, tenant: '', userId, state: 'pending' } });
    if (!pending) throw new Refusal('NO_BINDING_REQUEST', wording.noRequest, { remedy: wording.noRequestRemedy });
    await db.bindingRequest.update({ where: { id: pending.id }, data: { state: 'withdrawn', decidedAt: now } });
    record({ subjectKind: 'binding_request', subjectId: pending.id, departmentId: pending.departmentId });
    return { requestId: pending.id };
  },
});
