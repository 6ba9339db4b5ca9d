/** Folds a message for the reading of dates: one width, simplified, no spaces, and the slips that hide a word this reader needs. */
import { foldText } from '#knowledge/query/fold-text.ts';
import { simplifyText } from '#knowledge/query/simplify-text.ts';

/** Slips of the keyboard; each right-hand word is one the reader looks for. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/[公供工]享/g, '共享'],
  [/申[情清晴]/g, '申请'],
  [/[答达][付覆]|回[付覆]/g, '答复'],
  [/工作曰|工做日|公作日/g, '工作日'],
  [/收[倒道]/g, '收到'],
  [/开[方芳]申请/g, '开放申请'],
  [/目[彔路](?=[更改])/g, '目录'],
  [/(?<=最[晚迟]|截止|到|最后)那(?=一?天)|那(?=一?天(?:到期|截止|[答回]复|之?前))/g, '哪'],
  [/礼拜/g, '星期'],
];

export function foldWords(text: string): string {
  let folded = simplifyText(foldText(text).text).text.toLowerCase().replace(/\n/g, ',').replace(/\s+/g, '');
  for (const [slip, right] of slips) folded = folded.replace(slip, right);
  return folded;
}
