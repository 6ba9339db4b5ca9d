/** The first words in a conversation: who is spoken to, what to try, and what was left unfinished. */
import type { Reply } from '#bot/channels/channel-port.ts';
import { sayAction } from '#bot/delivery/press.ts';
import { actionId } from './action-id.ts';
import { resumeButton } from './steps/drafts.ts';
import { suggestionsFor } from './suggestions.ts';
import type { Turn } from './turn.ts';
import { wording } from './wording.ts';

export function greeting(turn: Turn): Reply {
  const { actor, drafts, loaded } = turn;
  const department = actor.memberships.find(({ departmentName }) => departmentName !== null)?.departmentName ?? null;
  const asked = loaded.askedOfMe.slice(0, 2);
  const open = drafts.slice(-2);
  return {
    text: [
      wording.greeting(turn.parts.regulationTitle, actor.personId === null ? null : actor.name, department),
      asked.length === 0 ? '' : wording.greetingAsked(asked.length),
      open.length === 0 ? '' : wording.greetingDrafts(drafts.length),
    ]
      .filter((line) => line !== '')
      .join('\n'),
    actions: [
      ...asked.map(({ id, draftName }) => ({
        id: actionId({ kind: 'delegated', delegation: id }),
        title: `填写:${draftName}`,
      })),
      ...open.map((draft) => ({ ...resumeButton(draft), title: `继续:${draft.name}` })),
      ...suggestionsFor(actor).map((say) => sayAction(say, say)),
    ],
  };
}
