/** Sends a draft to its author alone, as a receiver would see it. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { broadcastField } from './broadcast-field.ts';
import { loadBroadcast, moveBroadcast } from './broadcast-row.ts';
import { broadcastResultSchema, nameOf, resultOf } from './broadcast-result.ts';
import { letterFor } from './letter.ts';
import { resolveAudience } from './resolve-audience.ts';
import { wording } from './wording.ts';

export const rehearseBroadcast = defineTool({
  name: 'rehearse-broadcast',
  title: '试发群发',
  purpose: '把起草好的群发先发给自己一个人看实际效果,别人收不到。',
  effect: 'writes',
  article: null,
  input: z.object({ broadcastId: broadcastField('to_send', '试发哪一条群发?') }),
  output: broadcastResultSchema,
  permits: { bureau: 'any' },
  says: ['试发|彩排|预演 群发|广播|通知|一下|这条|给我', '试发|试发一下', '先 发给我|发我 看看|看一下|试试'],
  touches: () => null,
  async run({ broadcastId }, { actor, db, now, record, tell }) {
    const broadcast = await loadBroadcast(db, broadcastId);
    await moveBroadcast(db, broadcast, ['draft', 'rehearsed'], { state: 'rehearsed', rehearsedAt: now });
    const { people, outstanding } = await resolveAudience(db, broadcast.audience, now);
    // As somebody with something to do would see it, else as the first one.
    const planned = people.filter(({ state }) => state === 'planned');
    const sample =
      planned.find(({ departmentId }) => (outstanding.get(departmentId) ?? []).length > 0) ?? planned[0] ?? null;
    const letter = letterFor(broadcast, {
      name: sample?.name ?? actor.name,
      department: sample?.department ?? actor.memberships[0]?.departmentName ?? '',
      items: sample === null ? [] : (outstanding.get(sample.departmentId) ?? []),
    });
    // No buttons: they belong to the receivers' own work.
    const buttons = [...letter.offers.map(({ title }) => title), ...(letter.receipt ? [wording.receivedButton] : [])];
    tell({
      personId: actor.personId ?? '',
      key: `broadcast:${broadcastId}:rehearsal:${now.getTime()}`,
      text: [
        wording.rehearsalHead,
        letter.text,
        ...(buttons.length === 0 ? [] : [buttons.map((title) => `[${title}]`).join(' ')]),
      ].join('\n'),
    });
    record({ subjectKind: 'broadcast', subjectId: broadcastId, after: { state: 'rehearsed' } });
    return resultOf(broadcast, [wording.rehearsed(nameOf(broadcast))], ['send', 'cancel']);
  },
});
