/** What a message asks: a day, how it stands, what counts, a plain number of working days on or back. */
import { fromNumeral } from '#knowledge/citations/chinese-numeral.ts';

/** 最晚哪天, 什么时候到期, 截止?, deadline */
export function asksDay(text: string): boolean {
  return /最[晚迟后](?!一份|一次)|截止|截至|到期|期限(?:是|到|在|截|哪|什么|[?]|$)|deadline|ddl|哪一?[天日]|什么时[候间]|啥时[候间]?|何[时日]|几号|几时|几[日天][之以]?前(?![收接提])|几月几|多会儿|(?:哪个|什么|啥)日子|(?:周|星期)几|到哪[天日]|为止|[期届]满|红线|底线|时限|(?:答复|办理|办结)期限[/:,]|到点|止(?:于|[:]?[?])|能(?:不能)?(?:有|拿到|收到|出|等到)[^,]{0,4}(?:答复|结果)/.test(
    text,
  );
}

/** 几天内, 多久: the number itself, which the rule gives without a date. */
export function asksAmount(text: string): boolean {
  return /几天|多少天|几个工作日|多少个?工作日|多久|多长时间|几日/.test(text);
}

/** 还剩几天, 过了几天, 超期了没有, 来得及吗 */
export function asksStanding(text: string): boolean {
  return /还?(?:剩|有|差)(?:下|余)?(?:几|多少)|过了?(?:几|多少)|过去(?:了)?(?:几|多少)|第几个?(?:工作)?[天日]|超期|逾期|过期|过了?(?:答复)?期限|在(?:答复)?[期时]限[之以]?[内里]|超时|超限|超了|来得及|来不及|赶得[上及]|到期了[吗没]|晚了[吗没]|误期|还够|按时|准时|按期|拖了|晚不晚|迟不迟|[超逾]没[超逾]|[超逾]不[超逾]/.test(
    text,
  );
}

export function asksExtension(text: string): boolean {
  return /延期|延长|展期|宽限|拖到/.test(text);
}

/** It came in: 收到, 接到, 提交. */
export function tellsReceipt(text: string): boolean {
  return /(?<![验征招回吸])收(?!集|费|入|录|益|尾|回|藏)|接[到收]|提交|递交|提了|提出|来了|来的|到的|发来|报来|转来|送来/.test(
    text,
  );
}

export interface PlainCount {
  readonly days: number;
  readonly backwards: boolean;
}

const number = '(\\d{1,3}|[一二两三四五六七八九十百]{1,4})个?工作日';
/** 算一个工作日吗 asks what counts. */
const notAsked = '(?![以之]?内|[吗么嘛吧不])';
const onwards = [
  `${number}(?:[之以]?后|[是到](?:哪|几|什么))`,
  `(?:再?过|往后推?|后推|顺延|加上?|数)${number}`,
  `第${number}`,
  `[+]${number}`,
  `(?:起|开始|算|[天日号])(?:的|,|往后)?${number}${notAsked}`,
];
const back = [
  `距离?[^,]{1,10}还?[有差剩]${number}`,
  `(?:[往向]前|倒着?|提前|前|回)(?:推|数|算|计)?${number}`,
  `减去?${number}`,
  `${number}[之以]?前(?![收接提])`,
];

function numberIn(text: string, patterns: readonly string[]): number | undefined {
  for (const pattern of patterns) {
    const match = new RegExp(pattern).exec(text)?.[1];
    const value = match === undefined ? undefined : fromNumeral(match);
    if (value !== undefined && value >= 1 && value <= 250) return value;
  }
  return undefined;
}

/** 10个工作日后, 往前推5个工作日; null where the number is a limit (10个工作日内). */
export function plainCountIn(text: string): PlainCount | null {
  const before = numberIn(text, back);
  if (before !== undefined) return { days: before, backwards: true };
  const after = numberIn(text, onwards);
  return after === undefined ? null : { days: after, backwards: false };
}
