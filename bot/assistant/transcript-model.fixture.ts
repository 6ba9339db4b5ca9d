/**
 * The model under the transcripts of the dialogue, chosen by the test project: none, one that proposes what is right, or one
 * that fails in a different way at each turn. Whatever it does, the same rows are to be in the store at the end.
 */
import type { Command } from '#bot/dialogue/command.ts';
import type { Understanding } from '#bot/dialogue/understanding.ts';
import { silentLog } from '#bot/log.ts';
import type { Store } from '#prisma/store.ts';
import { fieldsOf } from '#tools/fields-of.ts';
import type { AnyTool } from '#tools/tool.ts';
import { ModelGate } from './model-gate.ts';
import { type ChatBody, ModelServer, type ScriptedCall, type ScriptedReply } from './model-server.fixture.ts';
import { argumentsOf } from './model-tools.ts';
import { createModelUnderstanding } from './model-understanding.ts';

export type TranscriptModel = 'none' | 'proposing' | 'failing';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly transcriptModel: TranscriptModel;
  }
}

const failures: readonly ScriptedReply[] = [
  { kind: 'error', status: 401 },
  { kind: 'error', status: 429, retryAfter: 30 },
  { kind: 'error', status: 500 },
  { kind: 'stall' },
  { kind: 'cut' },
  { kind: 'garbage' },
  { kind: 'refusal', text: '我不能协助' },
  { kind: 'text', text: '好的,已经帮您提交并确认。' },
  { kind: 'calls', calls: [{ name: 'propose', args: '{"commands":[' }] },
  { kind: 'calls', calls: [{ name: 'propose', args: { commands: [{ kind: 'confirm' }] } }] },
  { kind: 'calls', calls: [{ name: 'delete-everything', args: {} }] },
];

/** Long enough for a machine that is busy to answer from loopback, short enough for a stall in every eleventh turn. */
const stalledMs = 400;

export async function underModel(
  kind: TranscriptModel,
  lexical: Understanding,
  { store, tools }: { readonly store: Store; readonly tools: () => readonly AnyTool[] },
): Promise<{ readonly understanding: Understanding; readonly close: () => Promise<void> }> {
  if (kind === 'none') return { understanding: lexical, close: () => Promise.resolve() };
  const server = await ModelServer.start();
  // Several people may speak at once: what is right is found by what was said.
  const right: { readonly said: string; readonly commands: readonly Command[] }[] = [];
  const rightFor = (body: ChatBody): readonly Command[] => {
    const content = body.messages.findLast(({ role }) => role === 'user')?.content;
    const heard = typeof content === 'string' ? content : '';
    const pattern = heard.split(/〔[^〔〕]+〕/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
    const same = new RegExp(`^${pattern.join('.+')}$`, 'su');
    return right.findLast(({ said }) => same.test(said))?.commands ?? [];
  };
  const listened: Understanding = {
    understand: async (view) => {
      const commands = await lexical.understand(view);
      right.push({ said: view.words.raw, commands });
      return commands;
    },
  };
  let turn = 0;
  server.respond((body) =>
    kind === 'proposing'
      ? proposalOf(rightFor(body), tools(), body)
      : (failures[turn++ % failures.length] ?? { kind: 'stall' }),
  );
  const gate = new ModelGate(
    {
      endpoint: { baseUrl: server.baseUrl, apiKey: null, model: 'scripted' },
      turn: { milliseconds: kind === 'failing' ? stalledMs : 20_000, calls: 6, tokens: 1e6 },
      tokensPerPersonAndDay: 1e9,
      tokensPerDay: 1e9,
      // Every turn is to meet its own failure.
      breaker: { failures: Number.POSITIVE_INFINITY, pauseMs: 0 },
    },
    { store, log: silentLog(), clock: () => performance.now() },
  );
  return {
    understanding: createModelUnderstanding({ lexical: listened, gate, store, shares: true }),
    close: () => server.close(),
  };
}

const nothing: ScriptedReply = { kind: 'text', text: '' };
const proposable = [
  'ask',
  'answer',
  'set',
  'append',
  'remove',
  'skip',
  'clear',
  'why',
  'switch',
  'keep',
  'back',
  'continue',
  'later',
  'list_drafts',
  'repeat',
  'help',
  'progress',
  'reject',
  'smalltalk',
];

/** What a model that understands as well as we do would call; nothing where the model has no words for it. */
function proposalOf(commands: readonly Command[], tools: readonly AnyTool[], body: ChatBody): ScriptedReply {
  // The calls of this turn have been made; whatever remains is said.
  if (body.messages.some(({ role }) => role === 'tool')) return nothing;
  const opening = commands.flatMap((command): ScriptedCall[] => {
    const tool = command.kind === 'open' ? tools.find(({ name }) => name === command.tool) : undefined;
    if (!tool || command.kind !== 'open') return [];
    const known = new Set(Object.keys(argumentsOf(tool).shape));
    const fits = command.fields.every(
      ({ field }) => known.has(field) || !fieldsOf(tool.input).some(({ name }) => name === field),
    );
    return fits
      ? [{ name: tool.name, args: Object.fromEntries(command.fields.map(({ field, words }) => [field, words])) }]
      : [];
  });
  const rest = commands.filter(({ kind }) => proposable.includes(kind));
  if (opening.length + rest.length !== commands.length || opening.length > 1) return nothing;
  // One opening comes before everything else, as the agent carries it out.
  if (opening.length > 0 && commands[0]?.kind !== 'open') return nothing;
  const proposing: ScriptedCall[] = rest.length > 0 ? [{ name: 'propose', args: { commands: rest } }] : [];
  return { kind: 'calls', calls: [...opening, ...proposing] };
}
