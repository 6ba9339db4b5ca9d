/** After every turn of a form: remarks on what was given, then the next question, the wait for others, or the summary. */
import { Refusal } from '#tools/refusal.ts';
import type { AnyTool } from '#tools/tool.ts';
import { actionId } from '../action-id.ts';
import { contentMark, type Draft } from '../draft.ts';
import { markOf } from '../mark.ts';
import { runReading } from '../steps/run-reading.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { fieldOf } from './form.ts';
import { askFor } from './give-field.ts';
import { issueWords } from './issue-words.ts';
import { nextField } from './next-field.ts';
import { questionPrompt } from './question-prompt.ts';
import { sayRefused } from './say-refused.ts';
import { summaryPrompt } from './summary-prompt.ts';

export async function advance(turn: Turn): Promise<void> {
  const draft = turn.inHand;
  if (!draft || turn.quiet || turn.prompt) return;
  const { pending } = turn.state;
  if (pending?.kind === 'delegated' || pending?.kind === 'meaning') return;
  if (turn.digressed) turn.leadBack = wording.backTo(draft.name);
  if ((pending?.kind === 'pick' || pending?.kind === 'delegate') && pending.draftId === draft.id)
    return askWhich(turn, draft);
  if (await blocked(turn, draft)) return;
  const form = turn.formOf(draft);
  const next = nextField(form, draft);
  if (next) {
    const again = draft.pendingField === next.name && (turn.digressed || turn.noted.length > 0);
    askFor(turn, draft, next);
    turn.prompt = await questionPrompt(turn, draft, next, { again });
    return;
  }
  if (draft.delegations.length > 0) return waitForOthers(turn, draft);
  const checked = form.tool.input.safeParse(draft.content.values);
  if (!checked.success) return await askForWhatFails(turn, draft, checked.error.issues);
  if (form.tool.effect === 'reads') {
    await runReading(turn, draft);
    return await advance(turn);
  }
  const remarks = await remarksOn(turn, draft, form.tool, checked.data);
  if (!remarks) return;
  if (draft.state !== 'confirming') {
    draft.state = 'confirming';
    draft.changed = true;
  }
  turn.state.pending = { kind: 'confirm', draftId: draft.id, mark: contentMark(draft) };
  turn.prompt = await summaryPrompt(turn, draft, remarks);
}

/** Null: the rules refuse already what would be shown, e.g. a number that is nobody's, and the prompt says what to do. */
async function remarksOn(
  turn: Turn,
  draft: Draft,
  tool: AnyTool,
  values: Parameters<NonNullable<AnyTool['summary']>>[0],
): Promise<readonly string[] | null> {
  try {
    return (await tool.summary?.(values, turn.context)) ?? [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const field = sayRefused(turn, draft, error);
    if (field) turn.prompt = await questionPrompt(turn, draft, field);
    else stop(turn, draft);
    return null;
  }
}

/** Nothing can be asked and nothing filed until a field changes. */
function stop(turn: Turn, draft: Draft): void {
  turn.state.pending = null;
  turn.prompt = {
    text: wording.blockedHow,
    actions: [{ id: actionId({ kind: 'cancel', draft: draft.id }), title: '取消' }],
  };
}

/** Remarks are made once; one that blocks is made until a field changes. */
async function blocked(turn: Turn, draft: Draft): Promise<boolean> {
  const { tool } = turn.formOf(draft);
  const advice = (await tool.advise?.(draft.content.values, turn.context)) ?? [];
  const isNew = ({ id }: { id: string }): boolean => !draft.content.advised.includes(id);
  const words = (text: string, article: string | undefined): string =>
    article === undefined ? text : `${text}(依据:${article})`;
  for (const { text, article } of advice.filter((one) => isNew(one) && !one.blocks)) turn.say(words(text, article));
  const fresh = advice.filter(isNew).map(({ id }) => id);
  if (fresh.length > 0) {
    draft.content = { ...draft.content, advised: [...draft.content.advised, ...fresh] };
    draft.changed = true;
  }
  const [obstacle] = advice.filter(({ blocks }) => blocks);
  if (!obstacle) return false;
  // Opened with this very message: there is nothing to keep, and no form to fill in vain.
  if (draft.version === null) {
    turn.drafts = turn.drafts.filter((one) => one !== draft);
    turn.letGo(draft);
    turn.lines.splice(0, Infinity, words(obstacle.text, obstacle.article));
    turn.noted.splice(0);
    turn.digressed = true;
    await advance(turn);
    return true;
  }
  turn.say(words(obstacle.text, obstacle.article));
  stop(turn, draft);
  return true;
}

function askWhich(turn: Turn, draft: Draft): void {
  const { pending } = turn.state;
  if (pending?.kind !== 'pick' && pending?.kind !== 'delegate') return;
  const label = fieldOf(turn.formOf(draft), pending.field)?.meta.label ?? '';
  const mark = markOf(pending);
  turn.prompt = {
    text: pending.kind === 'pick' ? pickText(label, pending.options) : wording.delegateWhom(label),
    actions: pending.options.map(({ title }, index) => ({
      id: actionId({ kind: 'pick', mark, number: String(index + 1) }),
      title,
    })),
  };
}

function pickText(label: string, options: readonly { readonly title: string }[]): string {
  const [only, ...others] = options;
  return only && others.length === 0 ? wording.pickOne(label, only.title) : wording.pick(label);
}

function waitForOthers(turn: Turn, draft: Draft): void {
  const form = turn.formOf(draft);
  const parts = draft.delegations.map(({ field, personName }) =>
    wording.waitingPart(fieldOf(form, field)?.meta.label ?? field, personName),
  );
  turn.state.pending = null;
  turn.prompt = { text: wording.waitingFor(parts), actions: [] };
}

/** What the whole form says and no single field could: an issue's path names the field to ask for. */
async function askForWhatFails(turn: Turn, draft: Draft, issues: Parameters<typeof issueWords>[0][]): Promise<void> {
  const form = turn.formOf(draft);
  for (const issue of issues) {
    const field = fieldOf(form, String(issue.path[0] ?? ''));
    if (!field) continue;
    turn.say(issueWords(issue, field.meta.label));
    askFor(turn, draft, field);
    turn.prompt = await questionPrompt(turn, draft, field);
    return;
  }
  throw new Error(`the form of ${form.tool.name} cannot be completed: ${JSON.stringify(issues)}`);
}
