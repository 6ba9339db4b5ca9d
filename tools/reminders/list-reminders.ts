/** 我的提醒: what one will be reminded of, was reminded of lately, and does not want to hear of. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { ownReminders } from './own-reminder.ts';
import { readPreferences } from './preferences.ts';

const item = z.object({ id: z.string(), number: z.number().int(), text: z.string(), at: z.string() });
const mostReceived = 5;

export const listReminders = defineTool({
  name: 'list-reminders',
  title: '我的提醒',
  purpose: '列出自己设的提醒、最近收到的提醒,以及推迟和不再提醒的事情。',
  effect: 'reads',
  article: null,
  input: z.object({}),
  output: z.object({
    coming: z.array(item),
    received: z.array(item),
    held: z.array(z.object({ text: z.string(), until: z.string().nullable() })),
    hour: z.string().nullable(),
    channel: z.string().nullable(),
  }),
  permits: { officer: 'own', lead: 'own', bureau: 'own', public: 'own' },
  says: ['我的|我设的|有哪些|有什么|哪些|查看|看看|列出 提醒', '提醒列表'],
  touches: (_, { actor }) => ({ personId: actor.personId }),
  async run(_, context) {
    const { db, actor, now } = context;
    const coming = await ownReminders('personal', context);
    const received = await ownReminders('received', context);
    const personId = actor.personId ?? '';
    const person = await db.person.findUnique({ where: { id: personId }, select: { preferences: true } });
    const { hour, channel } = readPreferences(person?.preferences);
    const holds = await db.reminderHold.findMany({
      where: { personId, OR: [{ until: null }, { until: { gt: now } }] },
      orderBy: { createdAt: 'desc' },
    });
    const named = new Map(received.map(({ rule, subjectId, text }) => [`${rule}:${subjectId}`, text ?? '']));
    return {
      coming: coming.map(({ id, number, text, dueAt }) => ({ id, number, text: text ?? '', at: dueAt.toISOString() })),
      received: received.slice(0, mostReceived).map(({ id, number, text, sentAt, dueAt }) => ({
        id,
        number,
        text: text ?? '',
        at: (sentAt ?? dueAt).toISOString(),
      })),
      held: holds.flatMap(({ rule, subjectId, until }) => {
        const text = named.get(`${rule}:${subjectId}`);
        return text === undefined ? [] : [{ text, until: until?.toISOString() ?? null }];
      }),
      hour: hour ?? null,
      channel: channel ?? null,
    };
  },
});
