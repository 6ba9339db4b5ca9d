/** What the page itself says to people. */
import type { Note, Outcome } from '#knowledge/answers/answer.ts';

/** What the roles of the roster are called. */
const roles: Readonly<Record<string, string>> = {
  officer: '数据专员',
  lead: '部门负责人',
  bureau: '市数据资源局',
  public: '公众',
};

export const wording = {
  role: (name: string): string => roles[name] ?? name,
  bot: '政数助手',
  me: '我',
  sending: '发送中',
  sent: '已发送',
  waiting: '连接中断，恢复后自动发送',
  retry: '重新发送',
  retryNow: '立即重试',
  tooMany: '发送得太快，稍后自动发送',
  refused: (code: string): string => `没有发出（${code}）`,
  serverTrouble: '服务暂时不可用，没有发出',
  connecting: '正在连接',
  reconnecting: '连接已断开，正在重新连接',
  offline: '网络已断开，恢复后自动重新连接',
  polling: '实时连接不可用，已改为定时收取，消息可能稍晚出现',
  newConversationFailed: '暂时无法开始新对话，请稍后再试',
  newMessages: (count: number): string => `${count} 条新消息`,
  toLatest: '回到最新',
  basis: '依据',
  basisCount: (count: number): string => `依据 ${count} 处条文`,
  nearest: '最接近的条文，并非答案',
  openClause: (clause: string): string => `查看${clause}的全文`,
  seeInText: '看全文',
  nextSteps: '接着可以问',
  choices: '请选择',
  copy: '复制',
  copied: '已复制',
  notCopied: '复制失败',
  copyLabel: '复制回答和条文依据',
  reference: (number: string): string => `编号 ${number}`,
  cardLoading: '正在载入卡片',
  cardBroken: '这张卡片无法显示，以下是它的文字',
  clauseLoading: '正在载入条文',
  clauseFailed: '条文暂时没有载入。',
  clauseMissing: '没有找到这一条，可能已被替换。',
  previousArticle: '往前看',
  nextArticle: '往后看',
  validUntil: (day: string): string => `有效期至 ${day}`,
  inForceFrom: (day: string): string => `${day} 起施行`,
  themeDark: '切换到深色',
  themeLight: '切换到浅色',
  visitor: '访客',
  personFailed: '暂时无法切换身份，请稍后再试',
} as const;

/** Shown above the answer, quietly; null where the answer speaks for itself. */
export const outcomeLabels: Readonly<Record<Outcome, string | null>> = {
  answered: null,
  partly_answered: '部分有规定',
  not_covered: '未规定',
  out_of_scope: '不在范围',
  clarify: '想再确认一下',
  smalltalk: null,
  not_permitted: '没有权限',
  error: '没有完成',
};

/** Heading of a remark, and what is said beside it of a remark that is no part of the regulation. */
export const noteLabels: Readonly<Record<Note['kind'], { readonly label: string; readonly outside: string | null }>> = {
  higher_law: { label: '上位法', outside: '不属于本办法的内容' },
  expiry: { label: '有效期', outside: '提示，不是条文原文' },
  contact: { label: '可以问谁', outside: null },
  understood_as: { label: '理解为', outside: null },
  mode: { label: '说明', outside: null },
};

export const standingLabels = {
  in_force: '现行有效',
  not_yet_in_force: '尚未施行',
  expired: '已过有效期',
  superseded: '已被替代',
} as const;
