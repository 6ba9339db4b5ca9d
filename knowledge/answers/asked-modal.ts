/** What a yes/no question asks about: whether one may, must or is, and whether it asks it in the negative. */

export type AskedModal = 'may' | 'must' | 'is';

export interface AskedPolarity {
  readonly modal: AskedModal;
  /** "可以不答复吗", "不用备案吧": the thing asked about is the leaving undone. */
  readonly negated: boolean;
}

/** A-not-A forms ask; they do not deny. */
const A_NOT_A = [
  [/是不是|是否|有没有|属不属于|算不算/g, '是'],
  [/能不能|可不可以|可否|能否|行不行|允不允许|得不得/g, '可以'],
  [/要不要|需不需要|用不用|应不应该|该不该|必不必须/g, '需要'],
] as const;

const DENIES =
  /不用|不需要|不需|不必|无需|无须|不想|可以不|能不(?!能)|不交|不报|不编|不更新|不提供|不给|不说|不管|不理|不走|不备案|不答复|不公布|不清洗|不整改|不归集|不申请|不用管|没必要|没有必要|免得|免了|省了|跳过|绕过|绕开/;
const FORBIDS = /不能|不可以|不得|不允许|不准|不许|禁止|严禁|不让/;
const MUST = /必须|需要|应当|应该|得要|一定要|非得|非要|务必|须|要求|强制|硬性|(?<![不只想])要(?!是|求|么|不)|(?<![获取觉值免])得(?=[先经向报走交做填写])/;
const MAY = /可以|能够|(?<![职功可才智节])能(?!力|源|耗)|允许|有权|准许|可行|行吗|行么|行不|成吗|没问题/;

/** A-not-A folded to its positive form. */
export function withoutANotA(text: string): string {
  return A_NOT_A.reduce((out, [pattern, positive]) => out.replace(pattern, positive), text);
}

/** How many times a text denies, after A-not-A is folded; likeness across different parities is not trusted. */
export function denials(text: string): number {
  const plain = withoutANotA(text);
  return [...plain.matchAll(/不(?!同|良|宜|予|等|论|管是)|没(?!收)|无(?!条件)|未(?!来)|别(?![的人处])|免(?!费)|严禁|禁止/g)].length;
}

export function askedPolarity(text: string): AskedPolarity {
  const plain = withoutANotA(text);
  const denies = DENIES.test(plain);
  if (/可以不|能不(?!能)/.test(plain)) return { modal: 'may', negated: true };
  if (/不用|不需要|不需|不必|无需|无须|没必要|没有必要|免得|免了/.test(plain)) return { modal: 'must', negated: true };
  if (FORBIDS.test(plain)) return { modal: 'may', negated: true };
  if (MAY.test(plain)) return { modal: 'may', negated: denies };
  if (MUST.test(plain)) return { modal: 'must', negated: denies };
  return { modal: 'is', negated: denies };
}
