/** Begins a task: a new draft with what the sentence, the button or the roster gave already. */
import { auditRefusal } from '#tools/audit.ts';
import { mayUse } from '#tools/permission.ts';
import { Refusal } from '#tools/refusal.ts';
import type { AnyTool } from '#tools/tool.ts';
import { wording as toolWording } from '#tools/wording.ts';
import type { FieldWords } from '../command.ts';
import type { Draft } from '../draft.ts';
import { fieldOf, type Form, formOf, isNeeded, labelsOf } from '../forms/form.ts';
import { giveWords } from '../forms/give-field.ts';
import { readerOf } from '../kinds/kinds.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { wordsOf } from '../words.ts';

export interface Opening {
  readonly words?: readonly FieldWords[];
  /** Values that are known already, from a button or another tool; shown, and of fixed fields the only source. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** The values are another's: they are gone through like what the person gave, and what that one lacks is not asked for. */
  readonly copied?: boolean;
}

export async function openTask(
  turn: Turn,
  toolName: string,
  { words = [], values = {}, copied = false }: Opening,
): Promise<void> {
  const tool = turn.toolOf(toolName);
  if (!tool) return turn.say(wording.cannotDo);
  if (!mayUse(tool.permits, turn.actor)) return await refuse(turn, tool);
  const draft = newDraft(turn, tool, values);
  if (copied) takeAsGiven(draft, formOf(tool));
  const unfit = await namedInVain(turn, draft, words);
  if (unfit !== null) {
    turn.digressed = true;
    return turn.say(unfit);
  }
  letGoOfQuery(turn);
  turn.digressed = false;
  const before = turn.lines.length;
  turn.drafts.push(draft);
  turn.take(draft);
  for (const { field: name, words: said } of words) {
    const field = fieldOf(formOf(tool), name);
    if (field && !field.meta.fixed && draft.content.values[name] === undefined)
      await giveWords(turn, draft, field, wordsOf(said), { silently: true });
  }
  if (tool.effect === 'writes') turn.lines.splice(before, 0, wording.begun(draft.name));
}

function takeAsGiven(draft: Draft, { fields }: Form): void {
  const { values } = draft.content;
  const names = fields.map(({ name }) => name);
  const lacking = fields.filter((field) => values[field.name] === undefined && !isNeeded(field, values));
  draft.content = {
    ...draft.content,
    trail: names.filter((name) => values[name] !== undefined),
    skipped: lacking.map(({ name }) => name),
  };
}

/** Why a thing named by the person cannot be meant: nobody fills in a form that leads nowhere. */
async function namedInVain(turn: Turn, draft: Draft, words: readonly FieldWords[]): Promise<string | null> {
  for (const { field: name, words: said } of words) {
    const field = fieldOf(turn.formOf(draft), name);
    if (field?.meta.kind !== 'request') continue;
    const reading = await readerOf(field.meta.kind).read(wordsOf(said), turn.reading(field, draft));
    if (reading.kind === 'invalid' && reading.why !== null) return reading.why;
  }
  return null;
}

/** What was only to be looked up is not come back to once something else is begun. */
function letGoOfQuery(turn: Turn): void {
  const open = turn.inHand;
  if (!open || turn.formOf(open).tool.effect !== 'reads') return;
  open.state = 'cancelled';
  open.changed = true;
  turn.letGo(open);
}

/** The same words as the runner would use, so that nobody fills a form in vain; the attempt is on record. */
async function refuse(turn: Turn, tool: AnyTool): Promise<void> {
  const refusal = new Refusal('NOT_YOUR_ROLE', toolWording.notYourRole(tool.title), {
    remedy: toolWording.whoMay(tool.permits),
  });
  if (tool.effect === 'writes') await auditRefusal(turn.db, tool, refusal, turn);
  turn.say(wording.refused(refusal.message, refusal.remedy, refusal.article));
}

export function newDraft(turn: Turn, tool: AnyTool, given: Readonly<Record<string, unknown>>): Draft {
  const form = formOf(tool);
  const values: Record<string, unknown> = {};
  for (const { name, schema, meta } of form.fields) {
    const parsed = schema.safeParse(given[name] ?? meta.known?.(turn.actor));
    if (parsed.success && parsed.data !== undefined) values[name] = parsed.data;
  }
  const departments = [...new Set(turn.actor.memberships.flatMap(({ departmentId }) => departmentId ?? []))];
  return {
    id: turn.newId(),
    form: tool.name,
    definitionVersion: form.version,
    name: tool.draftName?.(values) ?? tool.title,
    ownerId: turn.actor.personId,
    conversationId: turn.loaded.conversationId,
    departmentId: departments.length === 1 ? (departments[0] ?? null) : null,
    content: { values, skipped: [], trail: [], advised: [], givenBy: {}, labels: labelsOf(form) },
    history: [],
    pendingField: null,
    state: 'open',
    toolRunKey: null,
    version: null,
    createdAt: turn.now,
    updatedAt: turn.now,
    delegations: [],
    changed: true,
  };
}
