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

/** What holds digits and is no day: a time of the day, a telephone, the number of a paper. */
const noDays: readonly RegExp[] = [
  /(?<=\d)[t ]\s*(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:\+08:00|z)?/g,
  /(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?/g,
  /(?<!\d)(?:0\d{2,3}[- ]?\d{7,8}|1[3-9]\d{9})(?!\d)/g,
  /(?:编号|文号|单号|流水号|受理号|工单号?|业务号|序号)[是为:]?\s*[a-z0-9()〔〕[\]_/-]{4,}号?/g,
  /(?<![a-z])[a-z]{1,8}[-_]?\d{4,}[a-z0-9_-]*/g,
];

export function foldWords(text: string): string {
  let folded = simplifyText(foldText(text).text).text.toLowerCase();
  for (const pattern of noDays) folded = folded.replace(pattern, '');
  folded = folded.replace(/\n/g, ',').replace(/\s+/g, '');
  for (const [slip, right] of slips) folded = folded.replace(slip, right);
  return folded;
}
