/** The terminal conversation for programs: a line of JSON in, a line of JSON out. */
import { z } from 'zod';
import type { ConsoleConversation } from '#bot/channels/console.ts';
import type { LoggedReply } from '#bot/delivery/conversation-log.ts';
import type { CitationLine } from './answer-line.ts';
import { answerLine } from './answer-line.ts';

const input = z.union([z.strictObject({ text: z.string() }), z.strictObject({ press: z.string().min(1) })]);
const wanted = 'a line is {"text":"…"} or {"press":"<action id>"}';

/** One line's answer, as printed. */
export interface JsonlAnswer {
  readonly replies: readonly {
    readonly text: string;
    readonly citations?: readonly CitationLine[];
    readonly actions: readonly { readonly id: string; readonly title: string }[];
  }[];
  readonly ms: number;
}

/** Answers one line; a line that is none of ours throws with what a line should be. */
export async function answerChatLine(
  line: string,
  conversation: ConsoleConversation,
  now: () => Date,
): Promise<JsonlAnswer> {
  const begun = performance.now();
  const parsed = input.safeParse(readLine(line));
  if (!parsed.success) throw new SyntaxError(wanted);
  const said = parsed.data;
  const replies = await ('press' in said ? conversation.press(said.press, now()) : conversation.say(said.text, now()));
  return { replies: replies.map(printed), ms: Math.round((performance.now() - begun) * 1000) / 1000 };
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function printed({ reply }: LoggedReply): JsonlAnswer['replies'][number] {
  const { text, answer, actions } = reply;
  const citations = answer && answerLine('', answer, 0).citations;
  return { text, ...(citations && { citations }), actions: actions.map(({ id, title }) => ({ id, title })) };
}
