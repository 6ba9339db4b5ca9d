/** Every sentence the assistant says to a question about a request's own clock. */
export const caseWording = {
  clock: (title: string, clock: string): string => `${title}:${clock}。`,
  overdue: '已经超期,可以请市数据资源局协调。',
  escalated: '已经请市数据资源局协调,可以直接联系市数据资源局了解进展。',
  notYet: (provider: string, phone: string | null): string =>
    `还没有到期。现在可以直接联系${provider}${phone === null ? '' : `(${phone})`};到期还没有答复的,可以请市数据资源局协调。`,
  awaited: '等对方补充材料期间,答复期限照常计算;补齐之前不能以材料不全为由答复不同意,可以先同意,也可以再联系申请方。',
  coordinate: { title: '请市数据资源局协调', say: (number: number): string => `请市数据资源局协调#${number}` },
  extension: (number: number): { readonly title: string; readonly say: string } => ({
    title: '申请延长答复期限',
    say: `申请延长#${number}的答复期限`,
  }),
  look: (number: number): { readonly title: string; readonly say: string } => ({
    title: `查看 #${number}`,
    say: `#${number} 到哪一步了`,
  }),
} as const;
