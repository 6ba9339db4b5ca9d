/** Chinese numerals both ways, 0 to 999, and the reading of any numeral people write (二十二, 22, ２２, 廿二). */

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

const valueOf: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** The characters a numeral may consist of, for building patterns. */
export const numeralCharacters = '零〇一二两三四五六七八九十百廿卅0-9０-９';

function digit(n: number): string {
  const character = digits[n];
  if (character === undefined) throw new RangeError(`not a digit: ${n}`);
  return character;
}

/** 22 → 二十二, 10 → 十, 105 → 一百零五, 110 → 一百一十. */
export function toChineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 999) throw new RangeError(`not a whole number from 0 to 999: ${n}`);
  if (n < 10) return digit(n);
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor((n % 100) / 10);
  const ones = n % 10;
  let text = hundreds > 0 ? `${digit(hundreds)}百` : '';
  if (tens > 0) text += hundreds === 0 && tens === 1 ? '十' : `${digit(tens)}十`;
  else if (hundreds > 0 && ones > 0) text += '零';
  return ones > 0 ? text + digit(ones) : text;
}

/** Positional reading of 百 and 十; undefined for what is no well-formed numeral (二三十, 百百). */
function fromChinese(text: string): number | undefined {
  const plain = text.replace(/廿/g, '二十').replace(/卅/g, '三十');
  // A year or a code read digit by digit: 二〇二二.
  if (/^[零〇一二三四五六七八九]{4,}$/.test(plain))
    return Number(Array.from(plain, (character) => valueOf[character]).join(''));
  if (plain === '零' || plain === '〇') return 0;
  const match =
    /^(?:([一二两三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十))?([零〇一二两三四五六七八九])?$/.exec(plain);
  if (!match || plain === '') return undefined;
  const [, hundreds, zero, tens, ten, ones] = match;
  if (zero && (!hundreds || (ten && !tens) || (!ten && !ones))) return undefined;
  if (hundreds && ten && !tens) return undefined;
  const high = hundreds ? (valueOf[hundreds] ?? 0) * 100 : 0;
  const middle = ten ? (tens ? (valueOf[tens] ?? 0) : 1) * 10 : 0;
  const low = ones ? (valueOf[ones] ?? 0) : 0;
  // 一百五 is said for 150; written law never uses it, and reading it as 105 would be wrong.
  if (hundreds && !zero && !ten && ones) return high + low * 10;
  return high + middle + low;
}

/** The value of a numeral in any script; undefined when the whole text is not one numeral. */
export function fromNumeral(text: string): number | undefined {
  const halfWidth = text.replace(/[０-９]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
  if (/^\d+$/.test(halfWidth)) return Number(halfWidth);
  return fromChinese(halfWidth);
}
