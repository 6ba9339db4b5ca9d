/** The one place where the conversation's core is put together from what the program knows and may do. */
import type { Answer } from '#knowledge/answers/answer.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Core, Inbound, Reply } from './channels/channel-port.ts';
import { answerReply } from './delivery/plain-text.ts';
import { answererFor } from './open-answerer.ts';

export interface CoreParts {
  readonly regulations: readonly Regulation[];
  readonly now: () => Date;
}

/** Questions of a conversation that a follow-up may lean on, and conversations they are remembered for. */
const rememberedQuestions = 4;
const rememberedConversations = 5_000;

/** Takes a second or so: the index is built here. */
export async function openCore({ regulations, now }: CoreParts): Promise<Core> {
  const ask = await answererFor(regulations);
  const title = regulations[0]?.title ?? '';
  const asked = new Map<string, readonly string[]>();
  return {
    handle: async (inbound: Inbound): Promise<readonly Reply[]> => {
      if (inbound.kind === 'join') return [answerReply(greeting(title))];
      if (inbound.kind === 'action')
        return [answerReply(smalltalk('这个按钮已经失效,请直接输入您的问题。'))];
      const place = `${inbound.channel}\n${inbound.conversationId}`;
      const previous = asked.get(place) ?? [];
      const answer = await ask(inbound.text, { previous, now: now() });
      if (asked.size >= rememberedConversations) asked.clear();
      if (answer.outcome !== 'smalltalk') asked.set(place, [...previous, inbound.text].slice(-rememberedQuestions));
      return [answerReply(answer)];
    },
  };
}

function smalltalk(text: string): Answer {
  return { outcome: 'smalltalk', text, proofs: [], nearest: [], notes: [], nextSteps: [] };
}

function greeting(title: string): Answer {
  const asks = ['共享申请几个工作日内答复?', '数据目录要写哪些内容?', '哪些数据不予共享?'];
  return {
    ...smalltalk(`您好,我是政数助手。关于《${title}》,请直接提问,回答都附条款原文。`),
    nextSteps: asks.map((question) => ({ title: question, say: question })),
  };
}
