/** The channels by the names people use, for saying where one likes to be reminded. */
export const channelNames: Readonly<Record<string, readonly string[]>> = {
  wecom: ['企业微信', '企微', '微信'],
  dingtalk: ['钉钉'],
  feishu: ['飞书'],
  botframework: ['Teams', 'teams'],
  directline: ['网页', '网页聊天', '浏览器'],
};

export function channelName(channel: string): string {
  return channelNames[channel]?.[0] ?? channel;
}
