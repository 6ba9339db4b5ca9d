/** What a question takes for granted: numbers with units, cycles, dates and actors that an answer may have to correct. */
import { fromNumeral } from '#knowledge/citations/chinese-numeral.ts';

export type Claim =
  /** 5个工作日 → value 5, unit 工作日. */
  | { readonly kind: 'number'; readonly value: number; readonly unit: string; readonly text: string }
  /** 每半年 → times 2 per year; a year is 1, a season 4, a month 12. */
  | { readonly kind: 'cycle'; readonly perYear: number; readonly text: string }
  /** 2022年2月1日, 2月1日, 2027年: what is not said is null. */
  | {
      readonly kind: 'date';
      readonly year: number | null;
      readonly month: number | null;
      readonly day: number | null;
      readonly text: string;
    }
  /** 由市大数据中心负责 → who 市大数据中心, does 负责. */
  | { readonly kind: 'actor'; readonly who: string; readonly does: string; readonly text: string };

const numeral = '[0-9]+(?:\\.[0-9]+)?|[零〇一二两三四五六七八九十百廿卅]+';
const units =
  '个?工作日|个?自然日|天|日(?!常|期)|个?小时|个?钟头|周|个?星期|个?月|年|张|种|类|项|个?部门|个?类型|个?清单|个?原则|次|倍|分(?![类级为别管成])|级|万元|元|块钱?|%|个百分点|条(?!件)|章|款(?!项)|份|家|人|个';

/** Articles and document numbers are citations, not claims. */
const citation = new RegExp(
  `第(?:${numeral})(?:条|款|项|章|节)|〔?\\(?\\d{4}\\)?〕?\\d+号|(?<!第)(?:${numeral})(?:条|号)(?:之|第)`,
  'gu',
);
const dates = new RegExp(
  `(?:((?:19|20)\\d{2}|二[零〇][零〇一二三四五六七八九]{2})年)(?:(${numeral})月)?(?:(${numeral})[日号])?|(${numeral})月(?:(${numeral})[日号])?(?!以内)|((?:19|20)\\d{2})-(\\d{1,2})(?:-(\\d{1,2}))?`,
  'gu',
);
const numbers = new RegExp(`(?<![几第哪\\d.])(${numeral})(${units})`, 'gu');
const cycles: readonly (readonly [RegExp, number])[] = [
  [/每半年|半年一次|半年更新|一年(?:两|2|二)次|每年(?:两|2|二)次/u, 2],
  [/每个?季度?|按季度?|季度(?:一次|更新)|一年(?:四|4)次/u, 4],
  [/每个?月|按月|月月|一个月一次|每月/u, 12],
  [/每周|每个?星期|每礼拜|一周一次/u, 52],
  [/每天|每日|天天|实时更新/u, 365],
  [/每两年|两年一次|每2年|2年一次/u, 0.5],
  [/每(?:三|3)年|(?:三|3)年一次/u, 1 / 3],
  [/每(?:五|5)年|(?:五|5)年一次/u, 0.2],
  [/每(?:一)?年(?!两|二|2|四)|一年一次|按年|年年|年度/u, 1],
];
const body =
  '[\\p{Script=Han}]{0,14}?(?:局|委|办(?!法)|部门|中心|政府|机关|公司|委员会|厅|处|科|院|机构|企业|协会|领导|市长|平台|单位|办公室|档案馆|提供方|使用方|申请人|第三方)';
const deeds =
  '负责|牵头|批准|审批|审核|答复|解释|备案|管理|管|编制|制定|汇总|确认|公布|监管|归集|建设|统筹|考核|评估|追究|处分|处理|同意|决定|提供|采集|保管|归档|培育|承担|所有|出钱|出';
const actors: readonly RegExp[] = [
  new RegExp(`由(${body})(?:来|进行|统一|具体)?(${deeds})`, 'gu'),
  new RegExp(`(?<!回)归(?!集|档|类|还|口|到|进|入|上|来)(${body})(${deeds})?`, 'gu'),
  new RegExp(`(?:报|找|向)(${body})(批准|审批|备案|申请|提出|同意|审核|报备)`, 'gu'),
  new RegExp(`(?:^|[,。;!? ])(?:是|应该|应当)?(${body})(负责|牵头|批准|审批|解释)`, 'gu'),
];
const asks = /谁|哪|什么|几|多少|^[由归找向报是]/u;

function numberOf(text: string): number | undefined {
  return /^\d+\.\d+$/.test(text) ? Number(text) : fromNumeral(text);
}

export function claimedValues(text: string): readonly Claim[] {
  const claims: Claim[] = [];
  let rest = text.replace(citation, (match) => ' '.repeat(match.length));
  for (const [cycle, perYear] of cycles) {
    const match = cycle.exec(rest)?.[0];
    if (match === undefined) continue;
    claims.push({ kind: 'cycle', perYear, text: match });
    rest = rest.replace(match, ' '.repeat(match.length));
    break;
  }
  rest = rest.replace(dates, (match: string, ...groups: (string | undefined)[]) => {
    const [year, month, day, bareMonth, bareDay, isoYear, isoMonth, isoDay] = groups.map((group) =>
      typeof group === 'string' ? group : undefined,
    );
    const read = (part: string | undefined): number | null => (part === undefined ? null : (numberOf(part) ?? null));
    const date = {
      year: read(year ?? isoYear),
      month: read(month ?? bareMonth ?? isoMonth),
      day: read(day ?? bareDay ?? isoDay),
    };
    if (date.month !== null && date.month > 12) return match;
    claims.push({ kind: 'date', ...date, text: match });
    return ' '.repeat(match.length);
  });
  for (const match of rest.matchAll(numbers)) {
    const [whole, digits = '', unit = ''] = match;
    const value = numberOf(digits);
    // 一个申请, 一次 count nothing that a rule could contradict.
    if (value === undefined || (/^[一1]$/.test(digits) && /^个?$|^[项条份家人次种类]$/u.test(unit))) continue;
    const name = unit.replace(/^个(?=.)/u, '');
    if (claims.some((claim) => claim.kind === 'number' && claim.value === value && claim.unit === name)) continue;
    claims.push({ kind: 'number', value, unit: name, text: whole });
  }
  for (const actor of actors) {
    for (const [whole, who = '', does = ''] of rest.matchAll(actor)) {
      if (asks.test(who) || who.length < 2 || claims.some((claim) => claim.kind === 'actor' && claim.who === who))
        continue;
      claims.push({ kind: 'actor', who, does, text: whole.replace(/^[,。;!? ]?(?:是|应该|应当)?(?!$)/u, '') });
    }
  }
  return claims;
}
