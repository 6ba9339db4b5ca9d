/** Moves broadcasts on: begins what is due, stops after the canary, asks contacts to pass it on, ends what is through, and tells the author. */
import type { Courier } from '#bot/delivery/courier.ts';
import { rowId } from '#bot/delivery/row-id.ts';
import { noticeReply } from '#bot/dialogue/notice-reply.ts';
import type { Store } from '#prisma/store.ts';
import { beginBroadcast, canaryPriority } from '#tools/broadcast/freeze.ts';
import { wording } from '#tools/broadcast/wording.ts';
import type { Offer } from '#tools/notice.ts';
import type { Db } from '#tools/tool-context.ts';
import { forwardToContacts } from './forward.ts';
import { letterReply } from './letter-reply.ts';
import * as sql from './stage-sql.ts';

export interface StagesParts {
  readonly store: Pick<Store, 'db'>;
  readonly courier: Courier;
  readonly now: () => Date;
}

interface StageRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: 'canary' | 'sending' | 'paused' | 'cancelled';
  readonly createdById: string;
  readonly canaryAt: Date | null;
  readonly forwardedAt: Date | null;
  readonly left: number;
  readonly canaryLeft: number;
  readonly canary: number;
  readonly canarySent: number;
  readonly underWay: number;
  readonly all: number;
}

/** A roster of a hundred thousand takes its time. */
const longTransaction = { timeout: 300_000, maxWait: 60_000 };

/** @returns whether anything is under way, so that the channels look for work */
export async function moveStages(parts: StagesParts): Promise<boolean> {
  const { store, now } = parts;
  const due = await store.db.$queryRawUnsafe<{ id: string }[]>(sql.startable, now());
  for (const { id } of due) {
    const options = { now: now(), payloadOf: letterReply, newId: rowId };
    await store.db.$transaction((db) => beginBroadcast(db, id, options), longTransaction);
  }
  const rows = await store.db.$queryRawUnsafe<StageRow[]>(sql.unfinished, canaryPriority);
  const sendOn: (() => void)[] = [];
  for (const row of rows)
    sendOn.push(...(await store.db.$transaction((db) => moveOne(db, row, parts), longTransaction)));
  for (const send of sendOn) send();
  return rows.some(({ state, underWay }) => state === 'canary' || state === 'sending' || underWay > 0);
}

async function moveOne(db: Db, row: StageRow, parts: StagesParts): Promise<readonly (() => void)[]> {
  const { id, state } = row;
  const name = wording.name(row.number, row.title);
  const now = parts.now();
  const offer = (title: string, tool: string): Offer => ({ title, tool, fields: { broadcastId: id } });
  if (state === 'cancelled') {
    await db.$executeRawUnsafe(sql.dropWaiting, id, wording.cancelledReason);
    if (row.underWay === 0) await db.broadcast.updateMany({ where: { id, state }, data: { finishedAt: now } });
    return [];
  }
  if (state === 'canary' && row.canaryLeft === 0) {
    const moved = { state: 'paused' as const, canaryAt: now, version: { increment: 1 } };
    const { count } = await db.broadcast.updateMany({ where: { id, state }, data: moved });
    const text = wording.canaryDone(name, row.canarySent, row.canary);
    const offers = [
      offer('继续发送', 'resume-broadcast'),
      offer('取消', 'cancel-broadcast'),
      offer('查看', 'show-broadcast'),
    ];
    return count === 0 ? [] : [await tell(db, row, 'canary', { text, offers }, parts)];
  }
  if (state !== 'sending') return [];
  if (row.left > 0) return await tellProgress(db, row, name, parts);
  if (row.forwardedAt === null) {
    const { count } = await db.broadcast.updateMany({
      where: { id, state, forwardedAt: null },
      data: { forwardedAt: now },
    });
    // Another replica is at it: what it has added is seen next time.
    if (count === 0 || (await forwardToContacts(db, id, now)) > 0) return [];
  }
  const count = await db.$executeRawUnsafe(sql.finish, id, now);
  if (count === 0) return [];
  const offers = [offer('查看结果', 'show-broadcast')];
  return [await tell(db, row, `done:${now.getTime()}`, { text: wording.finished(name), offers }, parts)];
}

/** Quarters of a large one, each said once; a small one is through before anybody could read it. */
async function tellProgress(db: Db, row: StageRow, name: string, parts: StagesParts): Promise<readonly (() => void)[]> {
  const done = row.all - row.left;
  const quarter = Math.floor((done * 4) / row.all);
  if (row.all < 1_000 || quarter === 0) return [];
  const { count } = await db.broadcast.updateMany({
    where: { id: row.id, toldQuarter: { lt: quarter } },
    data: { toldQuarter: quarter },
  });
  if (count === 0) return [];
  return [
    await tell(db, row, `quarter:${quarter}`, { text: wording.progress(name, done, row.all), offers: [] }, parts),
  ];
}

async function tell(
  db: Db,
  { id, createdById }: StageRow,
  occasion: string,
  said: { readonly text: string; readonly offers: readonly Offer[] },
  { courier, now }: StagesParts,
): Promise<() => void> {
  const notice = { personId: createdById, key: `broadcast:${id}:${occasion}`, ...said };
  return await courier.post(db, notice, noticeReply(notice), now());
}
