/** A reminder: 提醒#3, some words of it, or 这件事, which is the one that came last. */
import { ownReminder, ownReminders, reminderTitle } from '#tools/reminders/own-reminder.ts';
import { reminderScopeOf } from '#tools/reminders/reminder-fields.ts';
import { Refusal } from '#tools/refusal.ts';
import { entityReader } from './entity.ts';

const lastOne = /^(?:(?:这|那|刚才|上面|最近)(?:那|的)?|)(?:件|个|一?条)?(?:事情?|提醒)$/u;

export const reminder = entityReader({
  kind: 'reminder',
  find: async (words, { among, ...context }) => {
    const rows = await ownReminders(reminderScopeOf(among), context);
    const candidates = rows.map((row) => ({ id: row.id, title: reminderTitle(row) }));
    const number = /^(?:提醒)?\s*#?\s*(\d{1,9})号?$/u.exec(words)?.[1];
    const numbered = rows.find((row) => String(row.number) === number);
    if (numbered) return { certain: true, candidates: candidates.filter(({ id }) => id === numbered.id) };
    if (lastOne.test(words)) {
      // What came in one message is one choice.
      const [newest] = rows;
      const together = rows.filter(({ sentAt }) => sentAt?.getTime() === newest?.sentAt?.getTime());
      const ids = new Set(together.map(({ id }) => id));
      return { certain: ids.size === 1, candidates: candidates.filter(({ id }) => ids.has(id)) };
    }
    const named = candidates.filter(({ title }) => title.includes(words));
    return { certain: named.length === 1, candidates: named };
  },
  title: async (id, context) => {
    try {
      return reminderTitle(await ownReminder(id, context));
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  },
  spot: (sentence) => {
    const match =
      /(提醒\s*#\s*\d{1,9}|[这那](?:件事|个提醒|条提醒))|(?:取消|删除|删掉|推迟|延后)提醒[:"“ ]*(?<named>[^,.;"”到]{2,30})/du.exec(
        sentence.plain,
      );
    const [start, end] = match?.indices?.[1] ?? match?.indices?.groups?.['named'] ?? [];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  },
});
