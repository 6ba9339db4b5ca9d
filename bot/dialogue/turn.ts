/** The workspace of one turn: what was read, what will be written, what will be said. Nothing is stored until it ends. */
import { randomUUID } from 'node:crypto';
import type { Inbound, Reply } from '#bot/channels/channel-port.ts';
import type { Field } from '#tools/fields-of.ts';
import type { Notice } from '#tools/notice.ts';
import type { Actor } from '#tools/people/actor.ts';
import type { AnyTool } from '#tools/tool.ts';
import type { Db, LookContext } from '#tools/tool-context.ts';
import type { DialogueState } from './dialogue-state.ts';
import type { Draft } from './draft.ts';
import { type Form, formOf } from './forms/form.ts';
import type { ReadingContext } from './kinds/field-reader.ts';
import type { LoadedTurn } from './load-turn.ts';
import type { DialogueParts } from './parts.ts';

/** A write besides the drafts: the rows of delegations. */
export type DelegationWrite =
  | {
      readonly kind: 'ask';
      readonly draftId: string;
      readonly field: string;
      readonly personId: string;
      readonly id: string;
    }
  | { readonly kind: 'answer'; readonly id: string; readonly value: unknown }
  | { readonly kind: 'close'; readonly id: string };

export class Turn {
  readonly inbound: Inbound;
  readonly parts: DialogueParts;
  readonly loaded: LoadedTurn;
  readonly actor: Actor;
  readonly now: Date;
  /** The open transaction while a tool's run is being closed, else the plain client. */
  db: Db;
  state: DialogueState;
  drafts: Draft[];
  /** Drafts of others that this turn changed: a colleague's field was given. */
  readonly others: Draft[] = [];
  /** Whole messages: answers, results. */
  readonly replies: Reply[] = [];
  /** Sentences said before the next question, in one message with it. */
  readonly lines: string[] = [];
  /** Fields that were given for the first time: label and value, said in one sentence. */
  readonly noted: (readonly [string, string])[] = [];
  /** The next question, or the summary. */
  prompt: Reply | null = null;
  /** Messages for others, with what they see. */
  readonly notices: { readonly notice: Notice; readonly reply: Reply }[] = [];
  readonly delegationWrites: DelegationWrite[] = [];
  /** The person has left the form for a moment: what is asked next says where we were. */
  digressed = false;
  /** Says which form the question leads back to. */
  leadBack: string | null = null;
  /** Nothing is asked this time. */
  quiet = false;
  /** Sends messages to others on, once what was written is safe. */
  readonly sendOn: (() => void)[] = [];
  /** Written already, together with a tool's run. */
  saved = false;

  constructor(inbound: Inbound, loaded: LoadedTurn, parts: DialogueParts) {
    this.inbound = inbound;
    this.loaded = loaded;
    this.parts = parts;
    this.actor = loaded.actor;
    this.now = inbound.at;
    this.db = parts.store.db;
    this.state = structuredClone(loaded.state);
    this.drafts = loaded.drafts;
  }

  get context(): LookContext {
    return { actor: this.actor, now: this.now, db: this.db };
  }

  /** The draft that questions are about; one that is gone is taken off the pile. */
  get inHand(): Draft | null {
    for (let id = this.state.stack.at(-1); id !== undefined; id = this.state.stack.at(-1)) {
      const draft = this.drafts.find((one) => one.id === id);
      if (draft) return draft;
      this.state.stack = this.state.stack.slice(0, -1);
    }
    return null;
  }

  take(draft: Draft): void {
    this.state.stack = [...this.state.stack.filter((id) => id !== draft.id), draft.id].slice(-10);
    this.state.pending = null;
  }

  letGo(draft: Draft): void {
    this.state.stack = this.state.stack.filter((id) => id !== draft.id);
    if (this.state.pending && 'draftId' in this.state.pending && this.state.pending.draftId === draft.id)
      this.state.pending = null;
  }

  /** Undefined when the tool is gone from the list since the draft was made. */
  toolOf(name: string): AnyTool | undefined {
    return this.parts.tools.find((tool) => tool.name === name);
  }

  formOf(draft: Pick<Draft, 'form'>): Form {
    const tool = this.toolOf(draft.form);
    if (!tool) throw new Error(`no tool called ${draft.form}`);
    return formOf(tool);
  }

  reading(field: Field, draft: Pick<Draft, 'content'>): ReadingContext {
    return { ...this.context, field, given: draft.content.values };
  }

  say(...lines: readonly string[]): void {
    this.lines.push(...lines.filter((line) => line !== ''));
  }

  newId(): string {
    return randomUUID();
  }
}
