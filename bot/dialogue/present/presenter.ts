/** How the result of a tool is shown: a tool knows no wording of the chat, so its result is put into words here. */
import type { z } from 'zod';
import type { Reply } from '#bot/channels/channel-port.ts';
import type { DeliverFile } from '#bot/files/deliver-file.ts';
import type { AnyTool, Tool } from '#tools/tool.ts';
import type { LookContext } from '#tools/tool-context.ts';

export interface Presented<Output, Input> {
  readonly output: Output;
  readonly input: Input;
  /** The run had been done before: nothing was written this time. */
  readonly repeated: boolean;
  readonly context: LookContext;
  /** Null: there is no way but to show its text. */
  readonly deliverFile: DeliverFile | null;
}

export interface Presenter {
  readonly tool: AnyTool;
  present(result: Presented<unknown, unknown>): Promise<readonly Reply[]>;
}

/** Ties the wording to the tool's own types. */
export function presenter<Input extends z.ZodObject, Output>(
  tool: Tool<Input, Output>,
  present: (result: Presented<Output, z.infer<Input>>) => Promise<readonly Reply[]> | readonly Reply[],
): Presenter {
  return {
    tool,
    present: async ({ output, input, ...rest }) =>
      // A stored result or draft passes the tool's schemas again before it is shown.
      await present({ ...rest, output: tool.output.parse(output), input: tool.input.parse(input) }),
  };
}
