/** What is said when a reminder cannot be set, moved or stopped: message and what can be done instead. */
import { printDay } from '#tools/deadlines/print-day.ts';
import type { RefusalOptions } from '#tools/refusal.ts';

type Said = readonly [message: string, options: RefusalOptions];

export const refusals = {
  timePassed: ['这个时间已经过去了。', { remedy: '请说一个以后的时间,例如“明天上午9点”。', field: 'at' }],
  tooFar: ['最多可以设两年以内的提醒。', { remedy: '请把日期改近一些。', field: 'on' }],
  unknown: ['没有找到这条提醒,可能已经取消或者不是您的。', { remedy: '说“我的提醒”可以看现有的提醒。' }],
  alreadySent: ['这条提醒已经发过了,不用取消。', { remedy: '说“我的提醒”可以看现有的提醒。' }],
  settled: ['这条提醒说的事情已经办完,不会再提醒。', { remedy: '说“我的待办”可以看还有什么要办。' }],
  noPerson: ['您的账号还没有绑定身份。', { remedy: '请先说“我要绑定身份”。' }],
  hourOutside: (from: string, to: string): Said => [
    `提醒只在工作日${from}到${to}之间发送。`,
    { remedy: '请选这段时间里的钟点;临时的提醒可以单独说时间。', field: 'hour' },
  ],
  channelUnknown: (name: string): Said => [
    `您还没有在${name}里和我说过话,提醒送不到那里。`,
    { remedy: '请先在那里给我发一条消息,再来设置。', field: 'channel' },
  ],
  pastLimit: (until: string, article: string | null): Said => [
    `这件事最晚要在${printDay(until)}办,不能推迟到那一天以后再提醒。`,
    { remedy: `请选${printDay(until)}或者更早的日期。`, field: 'on', ...(article !== null && { article }) },
  ],
  pastDue: ['这件事的期限已经过了,不能再推迟提醒。', { remedy: '请尽快办理。' }],
  hoursBackwards: [
    '开始的时间要早于结束的时间,中间至少一小时。',
    { remedy: '请重新说开始和结束的时间。', field: 'to' },
  ],
  projectUnknown: (number: number): Said => [
    `没有编号 #${number} 的在建信息化项目。`,
    { remedy: '说“我的待办”可以看本部门的项目编号。', field: 'number' },
  ],
  milestoneUnplanned: (name: string): Said => [
    `这个项目没有登记“${name}”的日期,或者已经登记完成。`,
    { remedy: '请选另一个节点。', field: 'milestone' },
  ],
  rectificationUnknown: (number: number): Said => [
    `没有编号 #${number} 的整改任务,或者已经完成。`,
    { remedy: '说“我的待办”可以看整改任务的编号。', field: 'number' },
  ],
} as const satisfies Record<string, Said | ((...given: never[]) => Said)>;
