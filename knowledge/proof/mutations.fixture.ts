/** Ways to falsify a true sentence: another number, another actor, another modal; each with what it changed. */
import { actors, findActors } from './find-actors.ts';
import { findAmounts } from './find-amounts.ts';
import { findModals, type ModalGroup } from './find-modals.ts';
import { plainText, withoutQuoted } from './plain-text.ts';

export interface Mutation {
  readonly kind: 'number' | 'actor' | 'modal';
  readonly text: string;
  /** What stands where: `10→15`. */
  readonly change: string;
  readonly start: number;
  readonly end: number;
  /** The actor put in, and the one that was there; for `actor` only. */
  readonly actor?: string;
  readonly was?: string;
}

const otherModals: Readonly<Record<ModalGroup, readonly string[]>> = {
  must: ['可以', '不得', '严禁', '鼓励'],
  may: ['应当', '必须', '不得'],
  must_not: ['可以', '应当', '须'],
  encouraged: ['应当', '不得', '可以'],
  need_not: ['应当', '不得'],
};

function otherNumbers(words: string): readonly string[] {
  const arabic = /^\d+/.exec(words)?.[0];
  if (arabic !== undefined) {
    const rest = words.slice(arabic.length);
    return [1, 5, 10, -1]
      .map((step) => `${Math.max(Number(arabic) + step, 1)}${rest}`)
      .filter((other) => other !== words);
  }
  const chinese = /^[一二两三四五六七八九十]+/.exec(words)?.[0];
  if (chinese !== undefined)
    return ['两', '三', '六', '十二']
      .map((other) => other + words.slice(chinese.length))
      .filter((other) => other !== words);
  return ['每月', '每季度', '每半年', '每两年', '实时'].filter((other) => other !== words);
}

/** Every single falsification of a sentence, in plain form. */
export function mutationsOf(sentence: string): readonly Mutation[] {
  const plain = plainText(sentence);
  const bare = withoutQuoted(plain);
  const put = (
    kind: Mutation['kind'],
    start: number,
    end: number,
    words: string,
    actor?: string,
    was?: string,
  ): Mutation => ({
    kind,
    text: plain.slice(0, start) + words + plain.slice(end),
    change: `${plain.slice(0, start)}【${plain.slice(start, end)}→${words}】${plain.slice(end)}`,
    start,
    end,
    ...(actor === undefined || was === undefined ? {} : { actor, was }),
  });
  return [
    ...findAmounts(bare).flatMap(({ start, end, words }) =>
      otherNumbers(words).map((other) => put('number', start, end, other)),
    ),
    ...findModals(bare).flatMap(({ group, start, end }) =>
      otherModals[group].map((other) => put('modal', start, end, other)),
    ),
    ...findActors(bare).flatMap(({ actor, start, end }) =>
      actors.filter((other) => other !== actor).map((other) => put('actor', start, end, other, other, actor)),
    ),
  ];
}
