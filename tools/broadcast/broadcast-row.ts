/** A broadcast as its tools read it: the row, its words, its audience, and the refusals when it cannot be used so. */
import { z } from 'zod';
import type { Prisma } from '#prisma/generated/client.ts';
import type { BroadcastState } from '#prisma/generated/enums.ts';
import { Refusal } from '#tools/refusal.ts';
import type { Db } from '#tools/tool-context.ts';
import { audienceSchema, type Audience } from './audience.ts';
import { wording } from './wording.ts';

/** What the receiver can do: see to their own open items, say that it was received, or nothing. */
export const acts = ['items', 'receipt', 'none'] as const;
export const payloadSchema = z.object({ text: z.string(), act: z.enum(acts) });
export type BroadcastPayload = z.infer<typeof payloadSchema>;

export const broadcastInclude = {
  createdBy: { select: { id: true, name: true } },
  releasedBy: { select: { id: true, name: true } },
  corrects: { select: { id: true, number: true, title: true } },
} as const satisfies Prisma.BroadcastInclude;
type Row = Prisma.BroadcastGetPayload<{ include: typeof broadcastInclude }>;

export interface BroadcastRow extends Omit<Row, 'payload' | 'audience'> {
  readonly payload: BroadcastPayload;
  readonly audience: Audience;
}

/** @throws Refusal BROADCAST_UNKNOWN */
export async function loadBroadcast(db: Db, id: string): Promise<BroadcastRow> {
  const row = await db.broadcast.findUnique({ where: { id }, include: broadcastInclude });
  if (!row) throw new Refusal('BROADCAST_UNKNOWN', wording.unknown, { remedy: wording.unknownRemedy });
  return { ...row, payload: payloadSchema.parse(row.payload), audience: audienceSchema.parse(row.audience) };
}

/** Moves a broadcast on, only from a state that allows it and only if nobody was quicker. @throws Refusal BROADCAST_STATE */
export async function moveBroadcast(
  db: Db,
  { id, state, version }: Pick<BroadcastRow, 'id' | 'state' | 'version'>,
  from: readonly BroadcastState[],
  data: Prisma.BroadcastUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = from.includes(state)
    ? await db.broadcast.updateMany({ where: { id, version, state }, data: { ...data, version: { increment: 1 } } })
    : { count: 0 };
  if (count === 0)
    throw new Refusal('BROADCAST_STATE', wording.wrongState(wording.states[state]), {
      remedy: wording.wrongStateRemedy,
    });
}
