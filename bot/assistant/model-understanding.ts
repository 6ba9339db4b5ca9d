/**
 * Understanding with a model: a LangChain agent with the project's tools proposes, its proposals become commands, and the
 * lexical understanding goes first where it is sure and last where the model gives nothing.
 */
import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { createAgent, modelCallLimitMiddleware, tool as langchainTool } from 'langchain';
import { z } from 'zod';
import type { Command } from '#bot/dialogue/command.ts';
import type { TurnView, Understanding } from '#bot/dialogue/understanding.ts';
import type { Store } from '#prisma/store.ts';
import { Mask } from './mask.ts';
import { commandOf, type Proposal, proposalSchema } from './model-commands.ts';
import type { ModelGate, ModelHands } from './model-gate.ts';
import { type CalledTool, modelToolsFor } from './model-tools.ts';
import { hideRosterNames } from './roster-names.ts';
import { situationOf, understandingRules } from './understanding-prompt.ts';
import { isSure } from './sure-commands.ts';
import { wording } from './wording.ts';
import { Nonsense } from './why-nothing.ts';

/** One call, two repairs of what was malformed, and room to look something up. */
const mostCalls = 5;
const mostMalformed = 2;
const mostCommands = 8;
/** A longer message is a pasted table or text: it goes into a field as it is. */
const longestForModel = 1_500;

export interface ModelUnderstandingParts {
  readonly lexical: Understanding;
  readonly gate: ModelGate;
  readonly store: Pick<Store, 'db'>;
  /** Whether what people file and what catalogs hold may leave the house. */
  readonly shares: boolean;
}

export function createModelUnderstanding(parts: ModelUnderstandingParts): Understanding {
  const { lexical, gate, shares } = parts;
  return {
    understand: async (view) => {
      const own = await lexical.understand(view);
      const { raw } = view.words;
      // Where nothing that is filed may leave, a message into an open form does not either.
      const private_ = !shares && (view.inHand !== null || view.delegated !== null);
      if (isSure(own, view) || private_ || raw.length > longestForModel) return own;
      const { actor, now } = view.context;
      const result = await gate.ask({ purpose: 'understand', actor, now }, (hands) => propose(view, parts, hands));
      if (result.kind === 'given') return result.value.length > 0 ? result.value : own;
      return [{ kind: 'remark', text: wording.withoutModel(result.why) }, ...own];
    },
  };
}

async function propose(view: TurnView, parts: ModelUnderstandingParts, hands: ModelHands): Promise<readonly Command[]> {
  const { store, shares } = parts;
  const mask = new Mask();
  const leaving = [view.words.raw, ...view.previous, JSON.stringify(view.inHand?.draft.content.values ?? {})];
  await hideRosterNames(mask, leaving.join('\n'), store);
  const called: CalledTool[] = [];
  const proposals: Proposal[] = [];
  const proposing = langchainTool(
    (given: unknown) => {
      proposals.push(...z.object({ commands: z.array(proposalSchema) }).parse(mask.restoreIn(given)).commands);
      return '已记录。';
    },
    {
      name: 'propose',
      description: '说明用户这句话的意思(不是办一件新事时)',
      schema: z.object({ commands: z.array(proposalSchema).min(1).max(mostCommands) }),
      returnDirect: true,
    },
  );
  const tools = modelToolsFor({ store, view, mask, called, shares });
  const agent = createAgent({
    model: hands.model,
    tools: [proposing, ...tools],
    systemPrompt: understandingRules,
    middleware: [modelCallLimitMiddleware({ runLimit: mostCalls, exitBehavior: 'end' })],
  });
  const messages = [
    new SystemMessage(`情况:${situationOf(view, { previous: view.previous, mask, shares })}`),
    new HumanMessage(mask.hide(view.words.raw).text),
  ];
  let malformed = 0;
  for (let unread = true; unread;) {
    unread = false;
    const stream = await agent.stream({ messages }, { ...hands.config, streamMode: 'updates' });
    for await (const update of stream) {
      // A call of no such tool, or with arguments of another shape, comes back to the model as an error.
      malformed += failedCalls(update);
      // A call that is no JSON ends the run: it is begun anew.
      if (brokenCalls(update)) {
        malformed += 1;
        unread = called.length === 0 && proposals.length === 0;
      }
      if (malformed > mostMalformed) throw new Nonsense('its calls fit no tool');
    }
  }
  return commandsOf(called, proposals, view);
}

const toolUpdate = z.object({
  tools: z.object({ messages: z.array(z.looseObject({ status: z.string().optional() })) }),
});

function failedCalls(update: unknown): number {
  const read = toolUpdate.safeParse(update);
  return read.success ? read.data.tools.messages.filter(({ status }) => status === 'error').length : 0;
}

const modelUpdate = z.object({
  model_request: z.object({
    messages: z.array(z.looseObject({ invalid_tool_calls: z.array(z.unknown()).optional() })),
  }),
});

function brokenCalls(update: unknown): boolean {
  const read = modelUpdate.safeParse(update);
  return (
    read.success && read.data.model_request.messages.some(({ invalid_tool_calls: broken = [] }) => broken.length > 0)
  );
}

/** What was only looked up on the way is not shown; when nothing else came of it, the last look is what the person wanted. */
function commandsOf(called: readonly CalledTool[], proposals: readonly Proposal[], view: TurnView): readonly Command[] {
  const commands = proposals.flatMap((proposal) => commandOf(proposal, view) ?? []);
  const writes = called.filter(({ tool }) => tool.effect === 'writes');
  const look = writes.length === 0 && commands.length === 0 ? called.slice(-1) : [];
  const opened = [...writes, ...look].map(({ tool, fields }): Command => ({
    kind: 'open',
    tool: tool.name,
    fields: [...fields],
  }));
  return [...opened.slice(0, 2), ...commands].slice(0, mostCommands);
}
