/** The messages a turn ends in: results and answers first, then what was noted and the next question in one. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Turn } from './turn.ts';
import { wording } from './wording.ts';

export function composed({ lines, noted, leadBack, prompt, replies, state }: Turn): readonly Reply[] {
  // The summary shows what was noted, and all the rest.
  const shownBelow = prompt !== null && state.pending?.kind === 'confirm';
  const said = [...lines, noted.length === 0 || shownBelow ? '' : wording.noted(noted)].filter((line) => line !== '');
  if (said.length === 0 && prompt === null) return replies;
  const text = [...said, prompt ? (leadBack ?? '') : '', prompt?.text ?? ''].filter((part) => part !== '').join('\n');
  return [...replies, { text, ...(prompt?.card && { card: prompt.card }), actions: prompt?.actions ?? [] }];
}
