/** One turn as a line of the journal: everything its rows in the store will hold, their ids included. */
import type { LoggedInbound, TurnRecord } from '../conversation-log.ts';
import { rowId } from '../row-id.ts';
import { payloadOf } from '../stored-row.ts';
import { storable } from '../storable.ts';

/** JSON: `{payload, at, place, seen, said, replies: [{messageId, reply}]}`; read by `record-turns-sql.ts`. */
export function turnLine({ message, replies, at }: Pick<TurnRecord, 'message' | 'replies' | 'at'>): string {
  const receivedAt = message.inbound.at;
  return storable({
    payload: payloadOf(message satisfies LoggedInbound),
    at,
    // Should the conversation be new to the store, which it only is when the store was replaced.
    place: rowId(receivedAt),
    seen: rowId(receivedAt),
    said: rowId(receivedAt),
    replies: replies.map((reply) => ({ messageId: rowId(at), reply })),
  });
}
