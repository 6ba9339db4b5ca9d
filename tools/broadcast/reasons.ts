/** What channels answer when they refuse somebody, in words people understand. */

const words: Readonly<Record<string, string>> = {
  invaliduser: '账号在企业微信中无效',
  invalidStaffId: '账号在钉钉中无效',
  'no conversation': '还没有打开过网页对话',
  'not in the answer': '通道的答复里没有提到',
  'the sender ended before the channel answered': '发送中断,通道没有来得及答复',
};

export function reasonWords(said: string): string {
  return words[said] ?? `通道答复:${said}`;
}
