/** Carries out one command on the turn; what cannot be done is said, never thrown. */
import type { Command } from './command.ts';
import type { Draft } from './draft.ts';
import { fieldOf, formOf } from './forms/form.ts';
import { answerAbout, openAbout } from './steps/about.ts';
import { changeList } from './steps/change-list.ts';
import { choose, noneOfThese } from './steps/choose.ts';
import { confirm } from './steps/confirm.ts';
import { copy } from './steps/copy.ts';
import { delegate, takeBack } from './steps/delegate.ts';
import { cancel, cancelNamed, goOn, listDrafts, putAside, switchTo } from './steps/drafts.ts';
import {
  answerAsked,
  askAgain,
  askedField,
  askWhatToChange,
  clear,
  refuseToInvent,
  correct,
  setFields,
} from './steps/give.ts';
import { giveDelegated } from './steps/give-delegated.ts';
import { offerMeanings } from './steps/meanings.ts';
import { openTask } from './steps/open-task.ts';
import { ask, askOr, help, repeat, smalltalk } from './steps/talk.ts';
import { progress } from './steps/progress.ts';
import { undo } from './steps/undo.ts';
import { keep, skip, stepBack } from './steps/walk.ts';
import { why } from './steps/why.ts';
import type { Turn } from './turn.ts';
import { wording } from './wording.ts';

export async function perform(turn: Turn, command: Command): Promise<void> {
  switch (command.kind) {
    case 'open':
      return await openTask(turn, command.tool, { words: command.fields });
    case 'about':
      return await openAbout(turn, command);
    case 'copy':
      return await copy(turn, command);
    case 'ask':
      return await ask(turn, command.question);
    case 'ask_or':
      return await askOr(turn, command);
    case 'cancel_named':
      return cancelNamed(turn, command.words);
    case 'smalltalk':
      return smalltalk(turn, command.what);
    case 'unsure':
      return offerMeanings(turn, command.words, command.meanings);
    case 'remark':
      return turn.say(command.text);
    case 'unplaced':
      return turn.say(wording.unplaced(command.words));
    case 'help':
      return help(turn);
    case 'repeat':
      return await repeat(turn);
    case 'undo':
      return await undo(turn);
    case 'choose':
      for (const next of await choose(turn, command.number)) await perform(turn, next);
      return;
    case 'none_of_these':
      return noneOfThese(turn);
    case 'continue':
      return goOn(turn);
    case 'list_drafts':
      return listDrafts(turn);
    case 'switch':
      return switchTo(turn, command.words);
    case 'later':
      return putAside(turn);
    case 'why':
      return explain(turn, command.field);
    case 'answer':
      if (turn.state.pending?.kind === 'delegated')
        return await giveDelegated(turn, turn.state.pending.delegationId, command.words);
      break;
    default:
  }
  const draft = turn.inHand;
  if (!draft) return turn.say(wording.noDraft);
  await performOn(turn, draft, command);
}

type OnDraft = Exclude<Command, { kind: 'open' | 'ask' | 'smalltalk' | 'unsure' | 'choose' | 'switch' | 'why' }>;

async function performOn(turn: Turn, draft: Draft, command: Command | OnDraft): Promise<void> {
  switch (command.kind) {
    case 'answer':
      return await answerAsked(turn, draft, command.words);
    case 'set':
      return await setFields(turn, draft, command.fields);
    case 'correct':
      return await correct(turn, draft, command.words, command.instead);
    case 'answer_about':
      return await answerAbout(turn, draft);
    case 'append':
    case 'remove':
      return await changeList(turn, draft, command);
    case 'ask_again':
      return await askAgain(turn, draft, command.field);
    case 'clear':
      return clear(turn, draft, command.field);
    case 'skip':
      return skip(turn, draft, command.field);
    case 'keep':
      return await keep(turn, draft);
    case 'back':
      return await stepBack(turn, draft);
    case 'confirm':
      return await confirm(turn, draft, turn.state.pending?.kind === 'confirm' ? turn.state.pending.mark : null);
    case 'reject':
      return askWhatToChange(turn);
    case 'cancel':
      return cancel(turn, draft);
    case 'delegate':
      return await delegate(turn, draft, command.field, command.words);
    case 'take_back':
      return takeBack(turn, draft);
    case 'progress':
      return await progress(turn, draft);
    case 'invent':
      return refuseToInvent(turn, draft);
    default:
  }
}

/** Of the form in hand, or of the field a colleague is asked for. */
function explain(turn: Turn, field: string | null): void {
  const draft = turn.inHand;
  const { pending } = turn.state;
  if (pending?.kind === 'delegated') {
    const asked = turn.loaded.askedOfMe.find(({ id }) => id === pending.delegationId);
    const tool = turn.toolOf(asked?.form ?? '');
    if (asked && tool && fieldOf(formOf(tool), asked.field) && why(turn, formOf(tool), asked.field)) return;
  }
  if (!draft || !why(turn, turn.formOf(draft), field ?? askedField(turn, draft))) turn.say(wording.whichField);
}
