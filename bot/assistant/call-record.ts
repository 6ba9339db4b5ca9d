/** Listens to LangChain: counts every model call against the budgets and keeps what was sent, what came and what it cost. */
import { BaseCallbackHandler } from '@langchain/core/callbacks/base';
import type { Serialized } from '@langchain/core/load/serializable';
import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import type { LLMResult } from '@langchain/core/outputs';
import type { TurnBudget } from './turn-budget.ts';
import { BudgetSpent } from './why-nothing.ts';

export interface RecordedCall {
  readonly sent: readonly { readonly role: string; readonly content: unknown; readonly calls?: unknown }[];
  received: unknown;
  promptTokens: number;
  completionTokens: number;
  milliseconds: number;
  failed: boolean;
}

export class CallRecord extends BaseCallbackHandler {
  readonly name = 'zhengshu-call-record';
  /** So that a spent budget stops the call that asks for more. */
  override raiseError = true;
  override awaitHandlers = true;
  readonly calls: RecordedCall[] = [];
  readonly #open = new Map<string, { call: RecordedCall; begun: number }>();
  readonly #budget: TurnBudget;
  readonly #clock: () => number;

  constructor(budget: TurnBudget, clock: () => number) {
    super();
    this.#budget = budget;
    this.#clock = clock;
  }

  override handleChatModelStart(_: Serialized, messages: BaseMessage[][], runId: string): void {
    const begun = this.#clock();
    if (!this.#budget.begin(begun)) throw new BudgetSpent();
    const sent = messages.flat().map((message) => ({
      role: message.getType(),
      content: message.content,
      ...(message instanceof AIMessage && message.tool_calls?.length ? { calls: message.tool_calls } : {}),
    }));
    const call = { sent, received: null, promptTokens: 0, completionTokens: 0, milliseconds: 0, failed: true };
    this.calls.push(call);
    this.#open.set(runId, { call, begun });
  }

  override handleLLMEnd(output: LLMResult, runId: string): void {
    const open = this.#close(runId);
    if (!open) return;
    open.failed = false;
    const [generation] = output.generations.flat();
    const message = generation && 'message' in generation ? generation.message : null;
    if (!(message instanceof AIMessage)) return;
    open.received = { content: message.content, calls: message.tool_calls ?? [] };
    const { input_tokens: prompt = 0, output_tokens: completion = 0 } = message.usage_metadata ?? {};
    open.promptTokens = prompt;
    open.completionTokens = completion;
    this.#budget.spent(prompt + completion);
  }

  override handleLLMError(_: unknown, runId: string): void {
    this.#close(runId);
  }

  #close(runId: string): RecordedCall | undefined {
    const open = this.#open.get(runId);
    this.#open.delete(runId);
    if (open) open.call.milliseconds = Math.round(this.#clock() - open.begun);
    return open?.call;
  }
}
