/** Somebody lets go of the account they speak with: it is nobody's until it is bound again. */
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import { wording } from './wording.ts';

export const unbindAccount = defineTool({
  name: 'unbind-account',
  title: '解除账号绑定',
  purpose: '解除当前聊天账号和本人身份的绑定,换设备或换账号时使用。',
  effect: 'writes',
  article: null,
  input: z.object({}),
  output: z.object({ personId: z.string() }),
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: ['解除|取消|解绑 绑定|账号|身份', '解绑'],
  touches: (_, { actor }) => ({ personId: actor.personId }),
  async run(_, { actor, db, now, record }) {
    const { channel, channelUserId: userId, personId } = actor;
    if (personId === null) throw new Refusal('NOT_BOUND', wording.notBound, { remedy: wording.notBoundRemedy });
    await db.channelIdentity.updateMany({ where: { channel, tenant: '', userId }, data: { unboundAt: now } });
    // What is meant for them must not reach whoever speaks here next.
    await db.conversation.updateMany({ where: { channel, personId }, data: { personId: null } });
    record({ subjectKind: 'person', subjectId: personId, before: { channel, userId } });
    return { personId };
  },
});
