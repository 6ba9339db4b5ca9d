/** Finds numbers with what they count, dates and frequencies; Arabic and Chinese numerals are the same number. */
import { fromNumeral } from '#knowledge/citations/chinese-numeral.ts';

export interface Amount {
  /** Comparable form: `10 工作日`, `2022-2-1`, `每年`. Two amounts are equal when these are. */
  readonly key: string;
  /** Kind of unit: amounts of one kind can be taken for one another. */
  readonly unit: string;
  readonly value: number;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Units that mean the same, by the word they are known under here; longer ones stand first. */
const units: readonly (readonly [string, string])[] = [
  ['工作日', '个?工作日'],
  ['日', '个?自然日|天|日'],
  ['周', '个?星期|周'],
  ['月', '个月|月'],
  ['年', '周?年'],
  ['小时', '个?小时'],
  ['分钟', '分钟'],
  ['类', '种类型|个类型|种|类|个种类'],
  ['清单', '张清单|份清单|个清单|类清单|张'],
  ['项', '个方面|方面|项|点'],
  ['条', '条'],
  ['章', '章'],
  ['款', '款'],
  ['次', '次'],
  ['倍', '倍'],
  ['元', '万元|元'],
  ['级', '级'],
  ['份', '份'],
  ['大', '大(?=能力)'],
  ['号', '号'],
  ['%', '%'],
  ['个', '个(?!人|别)'],
];
const unitPattern = units.map(([, words]) => `(${words})`).join('|');
const chinese = '[一二两三四五六七八九十百]{1,5}';
/** Set words whose numeral counts nothing. */
const setWords = '(?<![唯统专单第每任之万不同另逐“一二两三四五六七八九十百])(?<!十分)';
const date = '(\\d{4})年(?:(\\d{1,2})月(?:(\\d{1,2})日)?)?';
const pattern = new RegExp(
  `${date}|(?:百分之)(${chinese}|\\d+)|(\\d+(?:\\.\\d+)?|${setWords}${chinese})(?:${unitPattern})|(每(?:个)?(?:年度?|半年|季度|月|周|日|天|两年))|(半年|季度|定期|及时|实时|立即)|(\\d+)`,
  'g',
);
const firstUnit = 6;
const afterUnits = firstUnit + units.length;

/** @param text in plain form; citations taken out by the caller */
export function findAmounts(text: string): readonly Amount[] {
  return Array.from(text.matchAll(pattern)).flatMap((match): readonly Amount[] => {
    const words = match[0];
    const place = { words, start: match.index, end: match.index + words.length };
    const [, year, month, day, percent, number] = match;
    if (year !== undefined) {
      const parts = [year, month, day].filter((part) => part !== undefined).map(Number);
      return [{ ...place, key: parts.join('-'), unit: parts.length === 1 ? '年' : '日期', value: Number(year) }];
    }
    const frequency = match[afterUnits] ?? match[afterUnits + 1];
    if (frequency !== undefined) {
      const key = frequency.replace(/个|度(?=$)/g, '').replace(/天$/, '日');
      return [{ ...place, key, unit: '频率', value: 1 }];
    }
    const bare = match[afterUnits + 2];
    const unit = percent === undefined ? units.find((_, index) => match[firstUnit + index] !== undefined)?.[0] : '%';
    const numeral = percent ?? number ?? bare ?? '';
    const value = /^\d/.test(numeral) ? Number(numeral) : fromNumeral(numeral);
    if (value === undefined) return [];
    return [{ ...place, key: unit === undefined ? String(value) : `${value} ${unit}`, unit: unit ?? '', value }];
  });
}
