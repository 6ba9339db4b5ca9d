/** When it is not clear what was meant: the two or three likely meanings as choices; free text still works. */
import { actionId } from '../action-id.ts';
import type { Meaning } from '../command.ts';
import { markOf } from '../mark.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';

export function offerMeanings(
  turn: Turn,
  words: string,
  meanings: readonly Meaning[],
  text: string = wording.meant,
): void {
  const options = meanings.slice(0, 3).map(({ title, commands }) => ({ title, commands: [...commands] }));
  const pending = { kind: 'meaning' as const, words, options };
  turn.state.pending = pending;
  const mark = markOf(pending);
  turn.prompt = {
    text,
    actions: options.map(({ title }, index) => ({
      id: actionId({ kind: 'meaning', mark, number: String(index + 1) }),
      title,
    })),
  };
}
