/** One spelling for what is the same to a search: width, letter case, and numerals before a unit (十五日, 15日). */

const valueOf: ReadonlyMap<string, number> = new Map(
  Array.from('零一二三四五六七八九').map((character, value) => [character, value]),
);
const scaleOf: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
]);
const countedNumeral =
  /[零〇一二两三四五六七八九十百千]+(?=万?(?:个|日|天|年|月|周|小时|分钟|元|倍|人|名|次|条|款|项|种|类|级|岁|平方米|公里|米|吨|户|份))/gu;

/** 一百二十 → 120; undefined for what is no numeral in the ordinary form. */
function valueOfNumeral(numeral: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  for (const character of numeral) {
    const scale = scaleOf.get(character);
    if (scale === undefined) {
      const value = valueOf.get(character === '〇' ? '零' : character === '两' ? '二' : character);
      if (value === undefined || (digit ?? 0) !== 0) return undefined;
      digit = value;
      continue;
    }
    total += (digit ?? 1) * scale;
    digit = undefined;
  }
  return total + (digit ?? 0);
}

export function foldForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(countedNumeral, (numeral) => String(valueOfNumeral(numeral) ?? numeral));
}
