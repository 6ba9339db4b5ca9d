/** What is no paperwork: a question about the rules, small talk, help, saying it again. */
import { z } from 'zod';
import type { Reply } from '#bot/channels/channel-port.ts';
import { answerCaseQuestion } from '#bot/dialogue/case-question/case-question.ts';
import { answerReply } from '#bot/delivery/plain-text.ts';
import { sayAction } from '#bot/delivery/press.ts';
import { mayUse } from '#tools/permission.ts';
import type { AskOr } from '../command.ts';
import { suggestionsFor } from '../suggestions.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { offerMeanings } from './meanings.ts';

export async function ask(turn: Turn, question: string): Promise<void> {
  const { previous } = turn.loaded;
  const answer =
    (await answerCaseQuestion(turn, question)) ??
    (await turn.parts.ask(question, { previous, now: turn.now, actor: turn.actor }));
  turn.replies.push(answerReply(answer));
  turn.digressed = true;
}

/** What is no question is answered with what may have been meant; how to do something, also with the offer to begin. */
export async function askOr(turn: Turn, { question, meanings, when }: AskOr): Promise<void> {
  await ask(turn, question);
  const last = turn.replies.at(-1);
  if (when === 'answered') return offerMeanings(turn, question, meanings, wording.mayBegin);
  if (last?.answer?.outcome !== 'out_of_scope') return;
  turn.replies.pop();
  offerMeanings(turn, question, meanings);
}

export type Smalltalk = 'hello' | 'thanks' | 'bye' | 'praise' | 'fine' | 'sorry' | 'who' | 'unclear';

export function smalltalk(turn: Turn, what: Smalltalk): void {
  turn.say(wording[what]);
  turn.digressed = true;
  if (turn.inHand) {
    if (what === 'bye') turn.quiet = true;
    return;
  }
  if (what === 'hello' || what === 'who')
    turn.prompt = { text: '', actions: suggestionsFor(turn.actor).map((say) => sayAction(say, say)) };
}

export function help(turn: Turn): void {
  const draft = turn.inHand;
  turn.digressed = true;
  if (draft) return turn.say(wording.helpInForm(draft.name));
  const usable = turn.parts.tools.filter(({ permits, effect }) => effect === 'writes' && mayUse(permits, turn.actor));
  turn.prompt = {
    text: wording.help(usable.slice(0, 8).map(({ title }) => title)),
    actions: suggestionsFor(turn.actor).map((say) => sayAction(say, say)),
  };
}

const logged = z.object({
  text: z.string(),
  actions: z.array(z.object({ id: z.string(), title: z.string() })),
});

/** The last messages that went out, as they were. */
export async function repeat(turn: Turn): Promise<void> {
  const last = await turn.db.message.findFirst({
    where: { conversationId: turn.loaded.conversationId, direction: 'outbound' },
    orderBy: { sequence: 'desc' },
    select: { answers: true, sequence: true },
  });
  if (!last) {
    turn.digressed = true;
    return;
  }
  const rows = await turn.db.message.findMany({
    where: {
      conversationId: turn.loaded.conversationId,
      direction: 'outbound',
      ...(last.answers === null ? { sequence: last.sequence } : { answers: last.answers }),
    },
    orderBy: { sequence: 'asc' },
  });
  turn.quiet = true;
  for (const { answer, card, ...row } of rows) {
    const { text, actions } = logged.parse(row);
    // Written by us as a Reply, in the same two columns.
    turn.replies.push({ text, actions, ...(answer !== null && { answer }), ...(card !== null && { card }) } as Reply);
  }
}
