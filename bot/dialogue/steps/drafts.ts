/** Between drafts: cancel, put aside, go on, switch, list. */
import type { ReplyAction } from '#bot/channels/channel-port.ts';
import { actionId } from '../action-id.ts';
import type { Draft } from '../draft.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';

export function cancel(turn: Turn, draft: Draft): void {
  draft.state = 'cancelled';
  draft.changed = true;
  for (const { id } of draft.delegations) turn.delegationWrites.push({ kind: 'close', id });
  turn.letGo(draft);
  turn.state.undoable = { what: 'cancelled', draftId: draft.id, at: turn.now.toISOString() };
  turn.digressed = true;
  turn.say(wording.cancelled(draft.name));
}

/** Another draft than the one in hand. */
export function cancelNamed(turn: Turn, words: string): void {
  const named = turn.drafts.filter((draft) => draft.name.toLowerCase().includes(words));
  const [only] = named;
  if (only && named.length === 1) return cancel(turn, only);
  turn.prompt = { text: wording.whichDraft, actions: draftButtons(named) };
}

/** Puts everything aside: nothing is asked until the person comes back to it. */
export function putAside(turn: Turn): void {
  const draft = turn.inHand;
  turn.state.stack = [];
  turn.state.pending = null;
  turn.quiet = true;
  turn.say(draft ? wording.parked(draft.name) : wording.fine);
}

export function resume(turn: Turn, draft: Draft): void {
  turn.take(draft);
  turn.say(wording.resumed(draft.name));
}

/** The draft in hand, else the one touched last. */
export function goOn(turn: Turn): void {
  const draft = turn.inHand ?? turn.drafts.filter(({ state }) => state !== 'cancelled').at(-1);
  if (!draft) return turn.say(wording.noDraft);
  resume(turn, draft);
}

export function switchTo(turn: Turn, words: string): void {
  const others = turn.drafts.filter((draft) => draft !== turn.inHand);
  const wanted = words.replace(/\s+/g, '');
  const named = wanted === '' ? others : turn.drafts.filter((draft) => callsIt(turn, draft, wanted));
  const [only] = named;
  if (only && named.length === 1) {
    turn.take(only);
    turn.say(wording.switched(only.name));
    return;
  }
  if (named.length === 0) {
    turn.say(wanted === '' ? wording.noDraft : wording.noSuchDraft(words));
    if (turn.drafts.length > 0) listDrafts(turn);
    return;
  }
  turn.prompt = { text: wording.whichDraft, actions: draftButtons(named) };
}

/** By its name, part of it, or what kind of task it is. */
function callsIt(turn: Turn, draft: Draft, words: string): boolean {
  const title = turn.toolOf(draft.form)?.title ?? '';
  const values = Object.values(draft.content.values).filter((value): value is string => typeof value === 'string');
  return [draft.name, title, ...values].some(
    (name) => name.includes(words) || (name.length > 1 && words.includes(name)),
  );
}

export function listDrafts(turn: Turn): void {
  if (turn.drafts.length === 0) return turn.say(wording.noDraft);
  turn.prompt = { text: wording.drafts(turn.drafts.length), actions: draftButtons(turn.drafts.slice(-9)) };
}

/** Those called alike are told apart by when they were begun. */
function draftButtons(drafts: readonly Draft[]): readonly ReplyAction[] {
  const alike = (draft: Draft): boolean => drafts.some((other) => other !== draft && other.name === draft.name);
  return drafts.map((draft) => ({
    ...resumeButton(draft),
    title: alike(draft) ? wording.begunAt(draft.name, begunAt.format(draft.createdAt)) : draft.name,
  }));
}

const begunAt = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

export function resumeButton({ id, name }: Pick<Draft, 'id' | 'name'>): ReplyAction {
  return { id: actionId({ kind: 'resume', draft: id }), title: name };
}
