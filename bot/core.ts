/** The one place where the conversation's core is put together from what the program knows and may do. */
import { answerOne } from '#knowledge/answers/answer-one.ts';
import { createAnswerParts } from '#knowledge/answers/answer-parts.ts';
import type { Answer } from '#knowledge/answers/answer.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Core, Inbound, Reply } from './channels/channel-port.ts';
import { answerReply } from './delivery/plain-text.ts';

export interface CoreParts {
  readonly regulations: readonly Regulation[];
}

/** Takes a second or so: the index is built here. */
export function openCore({ regulations }: CoreParts): Core {
  const parts = createAnswerParts(regulations);
  const title = regulations[0]?.title ?? '';
  return {
    handle: (inbound: Inbound): Promise<readonly Reply[]> => {
      if (inbound.kind === 'join') return Promise.resolve([answerReply(greeting(title))]);
      if (inbound.kind === 'action')
        return Promise.resolve([answerReply(remark('这个按钮已经失效,请直接输入您的问题。', 'smalltalk'))]);
      const day = inbound.at.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
      const judged = answerOne(parts, { text: inbound.text, context: '', articles: [], day });
      const answer = judged?.answer ?? remark(`这个问题不在《${title}》的范围内。`, 'out_of_scope');
      return Promise.resolve([answerReply(answer)]);
    },
  };
}

function remark(text: string, outcome: Answer['outcome']): Answer {
  return { outcome, text, proofs: [], nearest: [], notes: [], nextSteps: [] };
}

function greeting(title: string): Answer {
  const asks = ['共享申请几个工作日内答复?', '数据目录要写哪些内容?', '哪些数据不予共享?'];
  return {
    ...remark(`您好,我是政数助手。关于《${title}》,请直接提问,回答都附条款原文。`, 'smalltalk'),
    nextSteps: asks.map((ask) => ({ title: ask, say: ask })),
  };
}
