/** What is known of a conversation without asking the store, for as long as nobody else has changed anything there. */
import { z } from 'zod';
import type { Reply, ReplyAction } from '#bot/channels/channel-port.ts';
import type { LoggedInbound } from '../conversation-log.ts';

/** After so long it is read again: a membership may have begun or ended, by its date alone. In milliseconds. */
const longestWarmMs = 10_000;
/** After so many turns it is read again: what a turn starts from looks back only so far. */
const mostTurns = 20;
/** Earlier questions that a turn starts from. */
const mostPrevious = 4;

export interface WarmConversation {
  /** Where the store's count of changes stood when it was read. */
  readonly changes: number;
  readonly readAt: Date;
  readonly turns: number;
  readonly lastSequence: number;
  readonly offered: readonly ReplyAction[];
  /** What a turn starts from; null when the log does not read it. */
  readonly start: TurnStart | null;
}

/** The two parts of a turn's start that the log of messages itself changes; see `../turn-start-sql.ts`. */
const turnStart = z.looseObject({ lastActions: z.array(z.unknown()).nullable(), previous: z.array(z.string()) });
type TurnStart = z.infer<typeof turnStart>;

export function readStart(start: unknown): TurnStart | null {
  return start === null ? null : turnStart.parse(start);
}

export function isWarm(known: WarmConversation, changes: number, at: Date): boolean {
  const age = Math.abs(at.getTime() - known.readAt.getTime());
  return known.changes === changes && age <= longestWarmMs && known.turns < mostTurns;
}

/** The same conversation after a message and its replies. */
export function warmAfter(
  known: WarmConversation,
  message: LoggedInbound,
  replies: readonly Reply[],
): WarmConversation {
  const { start } = known;
  return {
    ...known,
    turns: known.turns + 1,
    lastSequence: message.seq + replies.length,
    offered: replies.findLast(({ actions }) => actions.length > 0)?.actions ?? [],
    start: start && {
      ...start,
      lastActions: replies.length > 0 ? [...(replies.at(-1)?.actions ?? [])] : start.lastActions,
      previous: [...start.previous, ...replies.filter(answersSomething).map(() => message.inbound.text)].slice(
        -mostPrevious,
      ),
    },
  };
}

function answersSomething({ answer }: Reply): boolean {
  return answer !== undefined && answer.outcome !== 'smalltalk' && answer.outcome !== 'error';
}
