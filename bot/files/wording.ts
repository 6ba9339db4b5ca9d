/** What is said about files: where they are, and why a link leads nowhere. */
export const wording = {
  link: (name: string, url: string, minutes: number): string =>
    `下载 ${name}(只供您本人使用,${minutes}分钟内有效):${url}`,
  saved: (name: string, path: string): string => `${name} 已经存到:${path}`,
  expired: '这个下载链接已经过期。请回到对话里再要一次,会得到新的链接。',
  invalid: '这不是有效的下载链接。请从对话里打开完整的链接。',
  gone: '这个文件现在做不出来了。请回到对话里再要一次。',
} as const;
