/** Draws an answer's proofs, or a card of ours, as an Adaptive Card. */
import type { Answer, Proof } from '#knowledge/answers/answer.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import type { Card, Reply, ReplyAction } from './channel-port.ts';

/** Rich text runs are the one text element in which clients interpret no markup: what people wrote is shown as it is. */
interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly isSubtle?: boolean;
  readonly size?: 'Medium';
}
interface RichText {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: 'Medium' | 'Small';
  readonly separator?: boolean;
}
interface Submit {
  readonly type: 'Action.Submit';
  readonly title: string;
  /** What comes back when it is pressed. */
  readonly data: { readonly press: string; readonly title: string };
}

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.3';
  readonly lang: 'zh-CN';
  readonly fallbackText: string;
  readonly body: readonly RichText[];
  readonly actions: readonly Submit[];
}

/** Null when the reply has nothing a card would show better than its text. */
export function adaptiveCard(reply: Reply): AdaptiveCard | null {
  const body = reply.card ? cardBody(reply.card) : reply.answer ? answerBody(reply.answer) : [];
  if (body.length === 0 && reply.actions.length === 0) return null;
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.3',
    lang: 'zh-CN',
    fallbackText: reply.text,
    body,
    actions: reply.actions.map(submit),
  };
}

function cardBody(card: Card): RichText[] {
  return [
    paragraph({ text: card.title, weight: 'Bolder', size: 'Medium' }),
    ...card.facts.map(({ label, value }) => paragraph({ text: `${label}:`, weight: 'Bolder' }, { text: value })),
    ...(card.body ? [paragraph({ text: card.body })] : []),
  ];
}

function answerBody(answer: Answer): RichText[] {
  return [
    ...answer.proofs.flatMap(quoted),
    ...(answer.nearest.length > 0 ? [paragraph({ text: '相近的规定(没有直接回答这个问题)', isSubtle: true })] : []),
    ...answer.nearest.flatMap(quoted),
    ...answer.notes.map((note) => paragraph({ text: `注:${note.text}`, isSubtle: true })),
  ];
}

function quoted(proof: Proof): RichText[] {
  return [
    {
      ...paragraph({ text: formatCitation(proof, proof.title.replace(/^《(.*)》$/, '$1')), weight: 'Bolder' }),
      spacing: 'Medium',
    },
    { ...paragraph({ text: `“${proof.quote}”` }), spacing: 'Small' },
  ];
}

function paragraph(...runs: readonly Omit<TextRun, 'type'>[]): RichText {
  return { type: 'RichTextBlock', inlines: runs.map((run) => ({ type: 'TextRun', ...run, text: literal(run.text) })) };
}

function submit({ id, title }: ReplyAction): Submit {
  return { type: 'Action.Submit', title, data: { press: id, title } };
}

/** `{{DATE(…)}}` is the one thing clients do replace, everywhere: an invisible mark between the braces stops them. */
function literal(text: string): string {
  return text.replaceAll('{{', '{\u200B{');
}
