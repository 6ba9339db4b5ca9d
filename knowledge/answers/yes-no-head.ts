/** The word a yes/no answer opens with, from the guide's own yes/no questions or from the clause's modal; null when neither decides. */
import type { Modal, Point } from '../guide/guide.ts';
import { askedPolarity, denials, withoutANotA } from './asked-modal.ts';

export type Head = Point['yesNo'][number]['head'];

/** A guide question that resembles the one asked. */
export interface LikeYesNo {
  readonly ask: string;
  readonly head: Head;
  /** 0..1 */
  readonly likeness: number;
}

const SURE = 0.6;

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

function fromModal(question: string, modal: Modal): Head | null {
  const { modal: asked, negated } = askedPolarity(question);
  const group = modalGroup(modal);
  if (asked === 'may') {
    if (group === 'mustNot') return negated ? '是' : '不可以';
    if (group === 'must') return negated ? '不可以' : '可以';
    return group === 'may' && !negated ? '可以' : null;
  }
  if (asked === 'must') {
    if (group === 'must') return '需要';
    if (group === 'mustNot') return negated ? '是' : '不可以';
    return null;
  }
  return null;
}

/** The numbers a text states, so that a premise with another number is not taken for the same question. */
function stated(text: string): string {
  return [...text.matchAll(/\d+|[一二三四五六七八九十两]+(?=[个种项张年条款天类])/g)].map(([n]) => n).toSorted().join();
}

/**
 * @param question cleaned question
 * @param like the guide's yes/no questions of the same point that resemble it, best first
 */
export function yesNoHead(question: string, point: Pick<Point, 'modal' | 'kind'>, like: readonly LikeYesNo[]): Head | null {
  for (const { ask, head, likeness } of like) {
    if (likeness < SURE || stated(ask) !== stated(question)) continue;
    const parity = (denials(ask) - denials(question)) % 2;
    if (parity === 0) return head;
    if (likeness >= 0.7) return OPPOSITE[head];
  }
  return fromModal(withoutANotA(question), point.modal);
}
