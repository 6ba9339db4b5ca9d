/** The conversation core: one message in, its replies out, everything it changes written together or not at all. */
import type { Core, Inbound, Reply } from '#bot/channels/channel-port.ts';
import { composed } from './composed.ts';
import { advance } from './forms/advance.ts';
import { bringUpToDate } from './forms/bring-up-to-date.ts';
import { greeting } from './greeting.ts';
import { loadTurn } from './load-turn.ts';
import type { DialogueParts } from './parts.ts';
import { perform } from './perform.ts';
import { press } from './press.ts';
import { hasChanges, saveTurn } from './save-turn.ts';
import { StaleTurn } from './stale-turn.ts';
import { Turn } from './turn.ts';
import { viewOf } from './view-of.ts';
import { wording } from './wording.ts';

/** Two people, or one in two windows, may change the same draft; whoever comes second is taken again. */
const mostTries = 5;

export function createDialogue(parts: DialogueParts): Core {
  return {
    handle: async (inbound, start) => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await takeTurn(inbound, parts, tries === 1 ? start : null);
        } catch (error) {
          if (!(error instanceof StaleTurn) || tries >= mostTries) throw error;
        }
      }
    },
  };
}

async function takeTurn(inbound: Inbound, parts: DialogueParts, start: unknown): Promise<readonly Reply[]> {
  const loaded = await loadTurn(inbound, parts, start);
  const { last } = loaded.state;
  // Delivered again after it had been carried out: it is answered again and carried out no more.
  if (last?.messageId === inbound.messageId) return last.replies;
  const turn = new Turn(inbound, loaded, parts);
  dropDraftsOfGoneTools(turn);
  if (inbound.kind === 'join') turn.replies.push(greeting(turn));
  else {
    await carryOut(turn);
    if (!turn.saved) await advance(turn);
  }
  const replies = answered(turn);
  if (!turn.saved && hasChanges(turn)) {
    const sendOn = await parts.store.db.$transaction((db) => saveTurn(turn, db, replies));
    turn.sendOn.push(...sendOn);
  }
  for (const send of turn.sendOn) send();
  return replies;
}

async function carryOut(turn: Turn): Promise<void> {
  const { inbound, parts } = turn;
  const draft = turn.inHand;
  if (draft) bringUpToDate(turn, draft);
  if (inbound.kind === 'action') {
    for (const command of await press(turn, inbound.action?.id ?? '')) await perform(turn, command);
    return;
  }
  const view = viewOf(turn);
  if (view.delegated && turn.state.pending === null)
    turn.state.pending = { kind: 'delegated', delegationId: view.delegated.id };
  for (const command of await parts.understanding.understand(view)) {
    // What stood open is settled by whatever the person says next, unless that was about something else.
    if (turn.state.pending?.kind === 'meaning' && command.kind !== 'choose') turn.state.pending = null;
    await perform(turn, command);
    if (turn.saved) return;
  }
}

function dropDraftsOfGoneTools(turn: Turn): void {
  const gone = turn.drafts.filter(({ form }) => !turn.toolOf(form));
  turn.drafts = turn.drafts.filter((draft) => !gone.includes(draft));
  for (const draft of gone) if (turn.state.stack.includes(draft.id)) turn.say(wording.toolGone(draft.name));
}

/** Nobody is left without an answer. */
function answered(turn: Turn): readonly Reply[] {
  const replies = composed(turn);
  return replies.length > 0 ? replies : [{ text: wording.fine, actions: [] }];
}
