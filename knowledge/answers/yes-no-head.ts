/** The word a yes/no answer opens with, from the guide's own yes/no questions or from the clause's modal; null when neither decides. */
import type { Modal, Point } from '../guide/guide.ts';
import type { QuestionType } from '../query/question-type.ts';
import { quantitiesIn } from './premise.ts';

export type Head = Point['yesNo'][number]['head'];

/** A guide question that resembles the one asked. */
export interface LikeYesNo {
  readonly ask: string;
  readonly head: Head;
  /** 0..1 */
  readonly likeness: number;
}

/** From this likeness on, a known question with the same polarity and numbers decides. */
const SURE = 0.5;
/** From this one on, even a known question put the other way round does. */
const SURE_REVERSED = 0.72;

type ModalGroup = 'must' | 'may' | 'mustNot' | 'fact';

export function modalGroup(modal: Modal): ModalGroup {
  switch (modal) {
    case '应当':
    case '应':
    case '须':
    case '负责':
      return 'must';
    case '可以':
    case '可':
    case '有权':
    case '鼓励':
      return 'may';
    case '不得':
    case '严禁':
    case '禁止':
      return 'mustNot';
    case 'none':
      return 'fact';
  }
}

const OPPOSITE: Readonly<Record<Head, Head>> = {
  是: '不是',
  不是: '是',
  可以: '不可以',
  不可以: '可以',
  需要: '不需要',
  不需要: '需要',
  有: '没有',
  没有: '有',
  会: '不会',
  不会: '会',
  属于: '不属于',
  不属于: '属于',
  适用: '不适用',
  不适用: '适用',
};

function fromModal({ head, negated }: QuestionType, modal: Modal): Head | null {
  const group = modalGroup(modal);
  if (head === '可以') {
    if (group === 'mustNot') return negated ? null : '不可以';
    if (group === 'must') return negated ? '不可以' : '可以';
    return group === 'may' && !negated ? '可以' : null;
  }
  if (head === '需要') {
    if (group === 'must') return '需要';
    return group === 'mustNot' && !negated ? '不可以' : null;
  }
  return null;
}

function stated(text: string): string {
  return quantitiesIn(text)
    .map(({ value, unit }) => `${value}${unit}`)
    .toSorted()
    .join();
}

/**
 * @param question cleaned question
 * @param typeOf types a question; used on the guide's own questions to compare polarity
 * @param like the guide's yes/no questions of the same point that resemble it, best first
 */
export function yesNoHead(
  question: string,
  typeOf: (text: string) => QuestionType,
  point: Pick<Point, 'modal'>,
  like: readonly LikeYesNo[],
): Head | null {
  const type = typeOf(question);
  for (const { ask, head, likeness } of like.slice(0, 5)) {
    if (likeness < SURE) break;
    if (stated(ask) !== stated(question)) continue;
    const known = typeOf(ask);
    if (known.head !== type.head && likeness < SURE_REVERSED) continue;
    if (known.negated === type.negated) return head;
    if (likeness >= SURE_REVERSED) return OPPOSITE[head];
  }
  return fromModal(type, point.modal);
}
