/** Finds the broadcast that words mean: #3, words of its title, or 刚才那条; among those the step is possible for. */
import type { Prisma } from '#prisma/generated/client.ts';
import type { Db } from '#tools/tool-context.ts';

const scopes = {
  any: {},
  to_send: { state: { in: ['draft', 'rehearsed'] } },
  to_release: { state: 'awaiting_release' },
  to_pause: { state: { in: ['canary', 'sending'] } },
  to_resume: { state: 'paused' },
  to_cancel: { state: { notIn: ['done', 'cancelled'] } },
  to_retry: { state: { in: ['done', 'paused'] } },
  to_correct: { startedAt: { not: null } },
} as const satisfies Readonly<Record<string, Prisma.BroadcastWhereInput>>;
export type BroadcastScope = keyof typeof scopes;

/** A field's own restriction, which stands in its meta as a plain word. */
export function broadcastScopeOf(word: string | undefined): BroadcastScope {
  const known = Object.keys(scopes).find((scope): scope is BroadcastScope => scope === word);
  if (!known) throw new Error(`no broadcasts are called ${word ?? 'nothing'}: name a scope of find-broadcasts.ts`);
  return known;
}

export interface FoundBroadcast {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

const select = { id: true, number: true, title: true } as const;
const fillers =
  /[这那]?[一]?[条个份次](?:群发|通知|广播|消息)?|群发|通知|广播|消息|刚才|刚刚|最近|最新|上一|的|了|吧|给|把|进度|结果|情况|报告/gu;
const most = 8;

/** Newest first; `certain`: named exactly, or the only one it can be. */
export async function findBroadcasts(
  words: string,
  scope: BroadcastScope,
  db: Db,
): Promise<{ readonly certain: boolean; readonly rows: readonly FoundBroadcast[] }> {
  const where: Prisma.BroadcastWhereInput = scopes[scope];
  const number = /[#\uFF03]\s*(\d{1,9})/u.exec(words)?.[1] ?? /^\s*第?(\d{1,9})\s*[号条]?/u.exec(words)?.[1];
  if (number !== undefined) {
    const rows = await db.broadcast.findMany({ where: { AND: [where, { number: Number(number) }] }, select });
    return { certain: rows.length === 1, rows };
  }
  const title = words.replace(fillers, '').replace(/[《》“”"\s]/gu, '');
  const called: Prisma.BroadcastWhereInput = title.length < 2 ? {} : { title: { contains: title } };
  const rows = await db.broadcast.findMany({
    where: { AND: [where, called] },
    select,
    orderBy: { number: 'desc' },
    take: most,
  });
  // 刚才那条: the latest; 群发: the only one.
  const latest = /刚才|刚刚|最近|最新|上一|这条|那条/u.test(words) ? rows.slice(0, 1) : rows;
  return { certain: latest.length === 1, rows: latest };
}
