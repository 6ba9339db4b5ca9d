/** How the results of the reminder tools are shown. */
import type { Reply, ReplyAction } from '#bot/channels/channel-port.ts';
import { cancelReminder } from '#tools/reminders/cancel-reminder.ts';
import { channelName } from '#tools/reminders/channel-names.ts';
import { demandRectification } from '#tools/reminders/demand-rectification.ts';
import { listReminders } from '#tools/reminders/list-reminders.ts';
import { muteReminder } from '#tools/reminders/mute-reminder.ts';
import { registerProject } from '#tools/reminders/register-project.ts';
import { reportProjectMilestone } from '#tools/reminders/report-project-milestone.ts';
import { reportRectification } from '#tools/reminders/report-rectification.ts';
import { setReminderHours } from '#tools/reminders/set-reminder-hours.ts';
import { setReminderPreferences } from '#tools/reminders/set-reminder-preferences.ts';
import { setReminder } from '#tools/reminders/set-reminder.ts';
import { snoozeReminder } from '#tools/reminders/snooze-reminder.ts';
import { printMoment } from '#tools/reminders/wording.ts';
import { actionId } from '../action-id.ts';
import { presenter, type Presenter } from './presenter.ts';

const plain = (text: string, actions: readonly ReplyAction[] = []): readonly Reply[] => [{ text, actions }];
const moment = (at: string): string => printMoment(new Date(at));
const cancelAction = (reminderId: string, title: string): ReplyAction => ({
  id: actionId({ kind: 'open', tool: 'cancel-reminder', fields: { reminderId } }),
  title,
});
const mostButtons = 3;

export const reminderPresenters: readonly Presenter[] = [
  presenter(setReminder, ({ output: { id, number, dueAt, text } }) =>
    plain(`好的,${moment(dueAt)}提醒您:${text}(提醒#${number})。`, [cancelAction(id, '取消这条提醒')]),
  ),
  presenter(cancelReminder, ({ output: { number, text } }) => plain(`提醒#${number}“${text}”已取消。`)),
  presenter(snoozeReminder, ({ output: { text, until } }) => plain(`好的,${moment(until)}再提醒您:${text}。`)),
  presenter(muteReminder, ({ output: { text, still } }) =>
    plain(`好的,不再提醒:${text}。${still ? '最后一天和超期时仍会提醒您。' : ''}`),
  ),
  presenter(setReminderPreferences, ({ output: { hour, channel } }) =>
    plain(
      [
        '已记下:',
        hour === null ? '' : `工作日${hour}提醒您`,
        hour !== null && channel !== null ? ',' : '',
        channel === null ? '' : `优先发到${channelName(channel)}`,
        '。',
      ].join(''),
    ),
  ),
  presenter(setReminderHours, ({ output: { from, to } }) => plain(`今后到期提醒在工作日${from}到${to}之间发送。`)),
  presenter(registerProject, ({ output: { text } }) => plain(text)),
  presenter(reportProjectMilestone, ({ output: { text } }) => plain(text)),
  presenter(demandRectification, ({ output: { text } }) => plain(text)),
  presenter(reportRectification, ({ output: { text } }) => plain(text)),
  presenter(listReminders, ({ output: { coming, received, held, hour, channel } }) => {
    const habit = [hour === null ? '' : `工作日${hour}`, channel === null ? '' : `优先发到${channelName(channel)}`];
    const lines = [
      ...(coming.length === 0 ? ['您没有设提醒。'] : [`您设的提醒有 ${coming.length} 条:`]),
      ...coming.map(({ number, text, at }) => `- 提醒#${number} ${moment(at)}:${text}`),
      ...(received.length === 0 ? [] : ['最近收到的提醒:']),
      ...received.map(({ number, text, at }) => `- 提醒#${number} ${moment(at)}:${text}`),
      ...(held.length === 0 ? [] : ['推迟或者不再提醒的:']),
      ...held.map(({ text, until }) => `- ${text}(${until === null ? '不再提醒' : `${moment(until)}再提醒`})`),
      ...(habit.join('') === '' ? [] : [`提醒习惯:${habit.filter((part) => part !== '').join(',')}`]),
    ];
    return plain(
      lines.join('\n'),
      coming.slice(0, mostButtons).map(({ id, number }) => cancelAction(id, `取消提醒#${number}`)),
    );
  }),
];
