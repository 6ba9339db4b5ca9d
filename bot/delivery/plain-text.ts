/** Says everything in plain text: an answer with its proofs, and any reply with its buttons as numbered choices. */
import type { Reply, ReplyAction } from '#bot/channels/channel-port.ts';
import type { Answer, Proof } from '#knowledge/answers/answer.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import { sayAction } from './press.ts';

/** 《…》第二十二条第二款:“…” */
export function proofText(proof: Proof): string {
  const title = proof.title.replace(/^《(.*)》$/, '$1');
  return `${formatCitation(proof, title)}:“${proof.quote}”`;
}

/** The answer complete in itself: sentence, proofs, nearest clauses, remarks, reference number. */
export function answerText(answer: Answer): string {
  return [
    answer.text,
    block('依据:', answer.proofs.map(proofText)),
    block('相近的规定(没有直接回答这个问题):', answer.nearest.map(proofText)),
    block(
      '',
      answer.notes.map((note) => `注:${note.text}`),
    ),
    answer.reference !== undefined && !answer.text.includes(answer.reference) ? `编号:${answer.reference}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The reply that carries an answer: what it offers next becomes buttons that speak for the person. */
export function answerReply(answer: Answer): Reply {
  return { text: answerText(answer), answer, actions: answer.nextSteps.map(({ title, say }) => sayAction(title, say)) };
}

/** What a person sees where there are no buttons. */
export function plainText(reply: Reply): string {
  return reply.actions.length === 0 ? reply.text : `${reply.text}\n\n${choicesText(reply.actions)}`;
}

/** Numbered, because the number typed back is a press. */
export function choicesText(actions: readonly ReplyAction[]): string {
  const lines = actions.map(({ title }, index) => `${index + 1}. ${title}`);
  return [...lines, '(回复序号即可,也可以直接输入)'].join('\n');
}

function block(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return (heading === '' ? lines : [heading, ...lines]).join('\n');
}
