/** What the broadcast tools say: previews, results, refusals and the notices they send. */
import type { BroadcastState } from '#prisma/generated/enums.ts';

const states: Readonly<Record<BroadcastState, string>> = {
  draft: '草稿',
  rehearsed: '已试发,待发送',
  awaiting_release: '等待另一位同事放行',
  scheduled: '等待发送',
  canary: '正在发送首批',
  sending: '正在发送',
  paused: '已暂停',
  done: '已发完',
  cancelled: '已取消',
};

export const wording = {
  states,
  name: (number: number, title: string): string => `群发 #${number}《${title}》`,

  unknown: '没有这条群发。',
  unknownRemedy: '可以说“群发列表”查看。',
  wrongState: (state: string): string => `这条群发现在的状态是“${state}”,不能这样操作。`,
  wrongStateRemedy: '可以说“群发进度”查看现在的情况。',
  nobody: '按这个范围,现在没有人可以收到。',
  nobodyRemedy: '请换一个收件范围,或者先请对方绑定账号。',
  secondPerson: '人数较多的群发要由另一位同事放行,不能由起草人自己放行。',
  secondPersonRemedy: '请市数据资源局的另一位同事说“放行群发”。',
  pastTime: '指定的发送时间已经过去。',
  pastTimeRemedy: '请换一个以后的时间,或者不指定时间马上发送。',
  timeUnread: '没有读懂发送时间。',
  timeRemedy: '请说出日期和钟点,例如“明天上午9点10分”。',
  badFields: (fields: readonly string[]): string => `正文里的${fields.join('、')}不是可以代入的内容。`,
  fieldsKnown: '可以用的有{姓名}、{部门}、{待办}、{超期数}。',
  nothingFailed: '这条群发没有发送失败或联系不上的人。',
  nothingFailedRemedy: '可以说“群发进度”查看结果。',
  notForYou: '这条通知不是发给您的。',
  notForYouRemedy: '请核对是不是换了账号。',
  nobodyReceived: '这条群发还没有人收到,没有可以更正或撤回的对象。',
  nobodyReceivedRemedy: '还没发出的可以直接说“取消群发”。',

  people: (count: number): string => `${count} 人`,
  seconds: (milliseconds: number): string => {
    if (milliseconds < 60_000) return '不到 1 分钟';
    const minutes = Math.ceil(milliseconds / 60_000);
    return minutes < 60 ? `约 ${minutes} 分钟` : `约 ${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`;
  },
  audience: (words: string): string => `收件范围:${words}`,
  total: (all: number, planned: number, excluded: number, unreachable: number): string =>
    `共 ${all} 人:可以送达 ${planned} 人,不发 ${excluded} 人,联系不上 ${unreachable} 人`,
  byChannel: (parts: readonly string[]): string => `送达方式:${parts.join('、')}`,
  because: (head: string, parts: readonly string[]): string => `${head}:${parts.join(';')}`,
  excludedHead: '不发',
  unreachableHead: '联系不上(将转请所在部门联系人代为转达)',
  doubtful: (count: number): string => `其中 ${count} 人上次没有送达,会照常再试`,
  duration: (time: string): string => `预计用时:${time}`,
  moreNames: (count: number): string => `等 ${count} 人`,
  needsRelease: (above: number): string => `超过 ${above} 人,确认后还要由另一位同事放行才会发出`,
  sendsAt: (time: string): string => `发送时间:${time}`,
  shifted: '整点和半点各家通道最拥挤,已顺延 3 分钟',
  canaryFirst: (count: number): string => `先发 ${count} 人,看过结果再发其余的人`,

  drafted: (name: string): string => `${name}已起草,还没有发给任何人。`,
  rehearsed: (name: string): string => `${name}已试发给您自己,请在对话里查看实际效果。`,
  rehearsalHead: '【试发,仅您可见】',
  waitsForRelease: (name: string): string => `${name}等待另一位同事放行,已通知他们。`,
  releaseAsked: (by: string, name: string, lines: readonly string[]): string =>
    [`${by}请您放行${name}:`, ...lines].join('\n'),
  accepted: (name: string, when: string | null): string =>
    when === null ? `${name}马上开始发送。` : `${name}将在${when}发送。`,
  released: (by: string, name: string): string => `${by}已放行${name}。`,
  paused: (name: string): string => `${name}已暂停,已经交给通道的几条除外。`,
  resumed: (name: string): string => `${name}继续发送。`,
  cancelled: (name: string, left: number): string =>
    left === 0 ? `${name}已取消。` : `${name}已取消,还没发出的 ${left} 人不再发送。`,
  retried: (name: string, count: number): string => `${name}正在重发给上次没有成功的 ${count} 人,其他人不会重复收到。`,
  correction: (title: string, text: string): string => `【更正】此前《${title}》的通知有误,请以本条为准。\n${text}`,
  recall: (title: string, text: string): string => `【撤回】此前《${title}》的通知作废,请不要照办。\n${text}`,
  correctionTitle: (recalls: boolean, title: string): string => `${recalls ? '撤回' : '更正'}:${title}`,
  corrected: (name: string, count: number): string => `${name}已起草,收件人是已经收到或可能收到上一条的 ${count} 人。`,
  acknowledged: '已登记:收到。',
  cancelledReason: '群发已取消',

  canaryDone: (name: string, sent: number, all: number): string =>
    `${name}的首批 ${all} 人已有结果:送达 ${sent} 人。其余的人等您确认后再发。`,
  progress: (name: string, done: number, all: number): string => `${name}已完成 ${done}/${all} 人。`,
  finished: (name: string): string => `${name}已发完。`,
  forward: (title: string, names: readonly string[], text: string): string =>
    `以下同事没有收到《${title}》,请代为转达:${names.join('、')}。\n通知内容:\n${text}`,

  itemsNone: '(没有待答复的申请)',
  itemsMore: (count: number): string => `还有 ${count} 件`,
  receivedButton: '收到',
  workButton: '查看我的待办',
} as const;
