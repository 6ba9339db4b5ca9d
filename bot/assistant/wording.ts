/** What is said around the model: to people, and to the model itself. */
import type { WhyNothing } from './why-nothing.ts';

const reasons: Readonly<Record<WhyNothing, string>> = {
  off: '模型暂停使用',
  budget: '模型用量已到上限',
  timeout: '模型响应超时',
  unavailable: '模型暂不可用',
  nonsense: '模型的回答不可用',
  refused: '模型未作回答',
};

export const wording = {
  withoutModel: (why: WhyNothing): string => `（${reasons[why]}，本次按内置方式处理。）`,
  withModel: '（文字由模型整理，依据已逐句核对。）',
  giveUp: (name: string): string => `放弃“${name}”`,
  takeBack: '撤回上一步',
  goOn: '继续填写',
  showHelp: '看看能做什么',
  personalData: (kinds: readonly string[]): string =>
    `提醒：您发的内容里像是有${kinds.join('、')}。请不要在这里发送个人信息或涉密内容；需要时只写条数或样例格式。`,
} as const;
