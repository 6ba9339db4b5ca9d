/** Asks the contacts of departments to pass a broadcast on to their people whom no channel reached: one message a department. */
import { createHash } from 'node:crypto';
import { rowId } from '#bot/delivery/row-id.ts';
import { loadBroadcast } from '#tools/broadcast/broadcast-row.ts';
import { placesOf } from '#tools/broadcast/places.ts';
import { letterFor } from '#tools/broadcast/letter.ts';
import { harmless } from '#tools/broadcast/personal-words.ts';
import { outstandingAnswers } from '#tools/broadcast/outstanding.ts';
import { waysOut } from '#tools/broadcast/ways-out.ts';
import { wording } from '#tools/broadcast/wording.ts';
import { storedJson } from '#tools/stored-json.ts';
import type { Db } from '#tools/tool-context.ts';
import { letterReply } from './letter-reply.ts';
import { unreached } from './stage-sql.ts';

const forwardPriority = 30;

interface UnreachedRow {
  readonly departmentId: string;
  readonly contactId: string;
  readonly names: readonly string[];
}

/** In the transaction that marks the broadcast as forwarded. @returns how many contacts are asked */
export async function forwardToContacts(db: Db, broadcastId: string, now: Date): Promise<number> {
  const departments = await db.$queryRawUnsafe<UnreachedRow[]>(unreached, broadcastId);
  if (departments.length === 0) return 0;
  const broadcast = await loadBroadcast(db, broadcastId);
  const places = await placesOf(
    db,
    departments.map(({ contactId }) => contactId),
    await waysOut(db),
  );
  const outstanding = await outstandingAnswers(db, now);
  const named = await db.department.findMany({
    where: { id: { in: departments.map(({ departmentId }) => departmentId) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  const rows = departments.flatMap(({ departmentId, contactId, names }) => {
    const [place] = places.get(contactId) ?? [];
    if (!place) return [];
    const department = nameOf.get(departmentId) ?? '';
    const items = outstanding.get(departmentId) ?? [];
    const letter = letterFor(broadcast, { name: names.join('、'), department, items });
    const text = wording.forward(harmless(broadcast.title), names.map(harmless), letter.text);
    const payload = letterReply({ ...letter, text, receipt: false });
    const { channel, tenant, userId } = place;
    return [
      {
        id: rowId(now),
        recipient: contactId,
        messageKey: `broadcast:${broadcastId}:forward:${departmentId}`,
        channel,
        tenant,
        userId,
        broadcastId,
        payload: storedJson(payload),
        priority: forwardPriority,
        batchKey: createHash('sha256').update(JSON.stringify(payload)).digest('hex').slice(0, 16),
        notBeforeAt: now,
        createdAt: now,
      },
    ];
  });
  const { count } = await db.outbox.createMany({ data: rows, skipDuplicates: true });
  return count;
}
