/** What the delivery itself says to people: apologies and remarks about messages it cannot hand on. */

export const wording = {
  fault: (reference: string): string =>
    `抱歉,刚才处理您的消息时出了问题,没有完成。请稍后再试一次;如果仍然不行,请把编号 ${reference} 告诉管理员。`,
  tookTooLong: (reference: string): string =>
    `抱歉,这次处理用的时间太长,已经停下。请稍后再试一次,或者换个更短的说法;需要帮助时请把编号 ${reference} 告诉管理员。`,
  nothingToRead: '没有收到文字。请直接输入您的问题;文件和图片暂时还不能接收。',
  tooLong: (limit: number): string => `这条消息太长了,最多能读 ${limit} 个字。请分成几条发送,或者只发需要办理的部分。`,
  noFiles: '暂时不能接收文件和图片。请把需要的内容用文字发给我。',
} as const;
