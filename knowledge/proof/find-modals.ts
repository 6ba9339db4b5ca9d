/** Finds what a text makes of an act: a duty, a permission, a prohibition or an encouragement. */

export type ModalGroup = 'must' | 'may' | 'must_not' | 'encouraged' | 'need_not';

export interface ModalMention {
  readonly group: ModalGroup;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** In order: the first that matches at a place wins. Words that only look like a modal are taken out by what stands around. */
const modals: readonly (readonly [ModalGroup, string])[] = [
  [
    'must_not',
    '不得|严禁|禁止|不可以|不能(?!力)|不准|不许|不允许|不应当?|无权|切勿|不可(?!靠|信|控|分|用|见|逆|缺|少)',
  ],
  ['need_not', '不需要|不必|无需|无须|不用(?!于)'],
  ['must', '应当|必须|务必|须|需要(?=[\\u4e00-\\u9fff]{2})(?<!履行职责需要)(?<!根据.{0,8}需要)'],
  ['must', '(?<!供|响|相|对|适|反|效|感|“)应(?!用|急|付|变|有尽有|归尽归|对(?!.{0,40}进行))'],
  [
    'may',
    '可以|可(?!用|信|控|追|能|靠|视|见|比|读|行|持|溯|是|观)(?<!许可|认可)|(?<!所)有权(?!机关)|能够|允许(?!范围)|准许',
  ],
  ['encouraged', '鼓励'],
];
const pattern = new RegExp(modals.map(([, words]) => `(${words})`).join('|'), 'g');

/** @param text in plain form, without what is quoted */
export function findModals(text: string): readonly ModalMention[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const found = modals.find((_, index) => match[index + 1] !== undefined);
    if (!found) return [];
    return [{ group: found[0], word: match[0], start: match.index, end: match.index + match[0].length }];
  });
}
