/** A second person of the bureau releases a broadcast to many. */
import { z } from 'zod';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { broadcastField } from './broadcast-field.ts';
import { loadBroadcast, moveBroadcast } from './broadcast-row.ts';
import { broadcastResultSchema, nameOf, offersFor, resultOf } from './broadcast-result.ts';
import { isPersonal } from './personal-words.ts';
import { previewOf } from './preview.ts';
import { resolveAudience } from './resolve-audience.ts';
import { wording } from './wording.ts';

export const releaseBroadcast = defineTool({
  name: 'release-broadcast',
  title: '放行群发',
  purpose: '市数据资源局的另一位工作人员复核后,放行人数较多的群发。',
  effect: 'writes',
  article: '第六条第二款',
  input: z.object({ broadcastId: broadcastField('to_release', '放行哪一条群发?') }),
  output: broadcastResultSchema,
  permits: { bureau: 'any' },
  says: ['放行|同意发送|批准发送|复核通过 群发|广播|通知|这条', '放行'],
  touches: () => null,
  summary: async ({ broadcastId }, { db, now }) => {
    const { payload, audience } = await loadBroadcast(db, broadcastId);
    const personal = isPersonal(payload.text) || payload.act === 'items';
    const { lines } = await previewOf(db, audience, await resolveAudience(db, audience, now), personal);
    return [payload.text, ...lines];
  },
  async run({ broadcastId }, { db, now, actor, record, tell }) {
    const broadcast = await loadBroadcast(db, broadcastId);
    if (broadcast.createdById === actor.personId)
      throw new Refusal('SECOND_PERSON', wording.secondPerson, { remedy: wording.secondPersonRemedy });
    const data = { state: 'scheduled', releasedById: actor.personId, releasedAt: now } as const;
    await moveBroadcast(db, broadcast, ['awaiting_release'], data);
    record({
      subjectKind: 'broadcast',
      subjectId: broadcastId,
      after: { state: 'scheduled', releasedBy: actor.personId },
    });
    const name = nameOf(broadcast);
    tell({
      personId: broadcast.createdById,
      key: `broadcast:${broadcastId}:released`,
      text: wording.released(actor.name, name),
      offers: offersFor(broadcast, ['show', 'pause']),
    });
    return resultOf(broadcast, [wording.released(actor.name, name)], ['show', 'pause']);
  },
});
