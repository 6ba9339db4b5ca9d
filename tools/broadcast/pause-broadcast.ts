/** Stops a broadcast under way until it is resumed; what is with a channel already cannot be called back. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { broadcastField } from './broadcast-field.ts';
import { loadBroadcast, moveBroadcast } from './broadcast-row.ts';
import { broadcastResultSchema, nameOf, resultOf } from './broadcast-result.ts';
import { wording } from './wording.ts';

export const pauseBroadcast = defineTool({
  name: 'pause-broadcast',
  title: '暂停群发',
  purpose: '暂停正在发送的群发,可以再继续或者取消。',
  effect: 'writes',
  article: null,
  input: z.object({ broadcastId: broadcastField('to_pause', '暂停哪一条群发?') }),
  output: broadcastResultSchema,
  permits: { bureau: 'any' },
  says: ['暂停|停一下|先停 群发|广播|通知|发送', '群发|广播 暂停|停一下|先停'],
  touches: () => null,
  async run({ broadcastId }, { db, record }) {
    const broadcast = await loadBroadcast(db, broadcastId);
    await moveBroadcast(db, broadcast, ['canary', 'sending'], { state: 'paused' });
    record({ subjectKind: 'broadcast', subjectId: broadcastId, before: broadcast.state, after: 'paused' });
    return resultOf(broadcast, [wording.paused(nameOf(broadcast))], ['resume', 'cancel', 'show']);
  },
});
