/** The statement a turn begins with, when the way in has not read its start already. */
import { statement } from '#bot/delivery/prepared-query.ts';
import { turnStart } from '#bot/delivery/turn-start-sql.ts';

/** $1 channel, $2 conversation, $3 user, $4 now, $5 whether demo bindings count. */
export const loadTurn = statement(
  'turn',
  `SELECT (${turnStart({ channel: '$1', conversation: '$2', user: '$3', now: '$4', demo: '$5' })}) AS "start"`,
);
