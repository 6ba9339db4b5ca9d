/** The word a yes/no answer opens with; null when neither a known question nor the classifier is sure. */
import type { Modal, Point } from '#knowledge/guide/guide.ts';
import type { QuestionType } from '#knowledge/query/question-type.ts';

export type Head = Point['yesNo'][number]['head'];

/** A guide question that resembles the one asked. */
export interface LikeYesNo {
  readonly ask: string;
  readonly head: Head;
  /** 0..1 */
  readonly likeness: number;
}

export function isNo(head: Head): boolean {
  return head.startsWith('不') || head.startsWith('没');
}

export function modalGroup(modal: Modal): 'must' | 'may' | 'mustNot' | 'fact' {
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

const YES: Readonly<Record<NonNullable<QuestionType['head']>, readonly [yes: Head, no: Head]>> = {
  可以: ['可以', '不可以'],
  需要: ['需要', '不需要'],
  有: ['有', '没有'],
  会: ['会', '不会'],
  适用: ['适用', '不适用'],
  属于: ['属于', '不属于'],
  是: ['是', '不是'],
};

/** Log-odds on either side of zero within which nothing is said: a wrong word is worse than none. */
const UNSURE = 0.2;
/** A known question this alike lends its own word where the question shows none. */
const SAME = 0.7;

/**
 * @param no log-odds that the answer is no
 * @param like the guide's yes/no questions of the same point that resemble it, best first
 */
export function yesNoHead(type: QuestionType, no: number, like: readonly LikeYesNo[]): Head | null {
  if (Math.abs(no) < UNSURE) return null;
  const [nearest] = like;
  if (type.head === null && nearest && nearest.likeness >= SAME && isNo(nearest.head) === no > 0) return nearest.head;
  // 不用备案吧 — "no" means that one has to: 不是 says it, 不需要 would say the opposite.
  if (type.head === '需要' && type.negated) return no > 0 ? '不是' : '需要';
  return YES[type.head ?? '是'][no > 0 ? 1 : 0];
}
