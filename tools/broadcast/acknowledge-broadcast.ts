/** The receiver of a broadcast says that it was received. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { wording } from './wording.ts';

export const acknowledgeBroadcast = defineTool({
  name: 'acknowledge-broadcast',
  title: '确认收到通知',
  purpose: '收件人确认收到市数据资源局的通知;由通知下面的“收到”按钮办理。',
  effect: 'writes',
  article: null,
  input: z.object({
    broadcastId: z.string().register(fieldMeta, { label: '通知', kind: 'text', fixed: true }),
  }),
  output: z.object({ text: z.string() }),
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: [],
  touches: (_, { actor }) => ({ personId: actor.personId }),
  async run({ broadcastId }, { actor, db, now, record }) {
    const personId = actor.personId ?? '';
    const { count } = await db.broadcastRecipient.updateMany({
      where: { broadcastId, personId, acknowledgedAt: null },
      data: { acknowledgedAt: now },
    });
    // Pressed again, or by somebody it was never sent to.
    const known = count > 0 || (await db.broadcastRecipient.count({ where: { broadcastId, personId } })) > 0;
    if (!known) throw new Refusal('NOT_A_RECIPIENT', wording.notForYou, { remedy: wording.notForYouRemedy });
    await db.broadcastRecipient.updateMany({ where: { broadcastId, personId, readAt: null }, data: { readAt: now } });
    record({ subjectKind: 'broadcast', subjectId: broadcastId, after: { acknowledgedBy: personId } });
    return { text: wording.acknowledged };
  },
});
