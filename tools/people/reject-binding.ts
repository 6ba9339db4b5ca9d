/** The department's lead or the bureau says no to a binding request, and why. */
import { z } from 'zod';
import { fieldMeta } from '../field-meta.ts';
import { defineTool } from '../tool.ts';
import { requestIdField, touchesBinding } from './binding-fields.ts';
import { pendingBinding, settleBinding } from './pending-binding.ts';
import { wording } from './wording.ts';

export const rejectBinding = defineTool({
  name: 'reject-binding',
  title: '不同意绑定身份',
  purpose: '不同意一份绑定申请,并说明原因。',
  effect: 'writes',
  article: null,
  input: z.object({
    requestId: requestIdField,
    reason: z
      .string()
      .trim()
      .min(2)
      .max(200)
      .register(fieldMeta, {
        label: '不同意的原因',
        kind: 'long_text',
        aliases: ['原因', '理由'],
        ask: '请说明不同意的原因,会告诉申请人。',
        example: '通讯录里没有这个人',
      }),
  }),
  output: z.object({ requestId: z.string() }),
  permits: { lead: 'own', bureau: 'any' },
  says: ['不同意|拒绝|驳回|不通过 绑定申请|绑定'],
  touches: touchesBinding,
  async run({ requestId, reason }, { actor, db, now, record, tell }) {
    const request = await pendingBinding(db, requestId);
    await settleBinding(db, request, { state: 'rejected', decidedById: actor.personId, decidedAt: now, reason });
    record({ subjectKind: 'binding_request', subjectId: request.id, departmentId: request.departmentId, reason });
    const { channel, userId } = request;
    tell({
      identity: { channel, userId },
      key: `binding-rejected:${request.id}`,
      text: wording.bindingRejected(reason),
    });
    return { requestId };
  },
});
