/** Shows the result of a run with the tool's own presenter, or plainly says that it is done. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type { AnyTool } from '#tools/tool.ts';
import type { Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { subjectOf } from './subject-of.ts';

export async function present(
  turn: Turn,
  tool: AnyTool,
  output: unknown,
  input: unknown,
  repeated: boolean,
): Promise<readonly Reply[]> {
  turn.state.subject = subjectOf(tool, output) ?? turn.state.subject;
  const presenter = turn.parts.presenters.find((one) => one.tool.name === tool.name);
  if (presenter)
    return await presenter.present({
      output,
      input,
      repeated,
      context: turn.context,
      deliverFile: turn.parts.deliverFile ?? null,
    });
  return [{ text: wording.done(tool.title), actions: [] }];
}
