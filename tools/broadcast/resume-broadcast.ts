/** Lets a paused broadcast, or the rest after its first people, go on. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { broadcastField } from './broadcast-field.ts';
import { loadBroadcast, moveBroadcast } from './broadcast-row.ts';
import { broadcastResultSchema, nameOf, resultOf } from './broadcast-result.ts';
import { wording } from './wording.ts';

export const resumeBroadcast = defineTool({
  name: 'resume-broadcast',
  title: '继续群发',
  purpose: '让暂停的群发,或者首批之后的其余收件人,继续发送。',
  effect: 'writes',
  article: null,
  input: z.object({ broadcastId: broadcastField('to_resume', '继续哪一条群发?') }),
  output: broadcastResultSchema,
  permits: { bureau: 'any' },
  says: ['继续|恢复|接着 群发|广播|发送', '群发|广播 继续发|恢复'],
  touches: () => null,
  async run({ broadcastId }, { db, record }) {
    const broadcast = await loadBroadcast(db, broadcastId);
    // Before the first people are through it goes on with them.
    const state = broadcast.canary > 0 && broadcast.canaryAt === null ? 'canary' : 'sending';
    await moveBroadcast(db, broadcast, ['paused'], { state });
    record({ subjectKind: 'broadcast', subjectId: broadcastId, before: 'paused', after: state });
    return resultOf(broadcast, [wording.resumed(nameOf(broadcast))], ['show', 'pause']);
  },
});
