/** Takes a search apart: what is looked for, and the filters that stand in it in words (人社局的、有条件共享的、每月更新的). */
import type { CatalogKind, FormatCategory, OpeningType, SharingType, UpdateCycle } from '#prisma/generated/enums.ts';
import { catalogKinds, openingTypes, sharingTypes, updateCycles } from '#prisma/catalog-codes.ts';
import { type NamedDepartment, spotDepartments } from '#tools/people/department-names.ts';
import { readEnumeration } from '../exchange/read-enumeration.ts';
import { formatPatterns } from './format-wish.ts';
import type { EntryFacts } from './entry-facts.ts';

export interface CatalogFilters {
  readonly departmentIds?: readonly string[];
  readonly sharingType?: SharingType;
  readonly openingType?: OpeningType;
  readonly updateCycle?: UpdateCycle;
  readonly kind?: CatalogKind;
  readonly securityLevel?: string;
  readonly formatCategory?: FormatCategory;
  /** In lower case: xlsx, mysql. */
  readonly formatType?: string;
}

export interface Wish {
  /** What is left when the filters are taken out. */
  readonly subject: string;
  readonly filters: CatalogFilters;
  /** The filters in words. */
  readonly said: readonly string[];
}

export type Taker = (match: RegExpExecArray) => readonly [CatalogFilters, string] | null;

const sharing = (value: SharingType) => [{ sharingType: value }, sharingTypes[value].label] as const;
const opening = (value: OpeningType) => [{ openingType: value }, openingTypes[value].label] as const;
const degree = (word: string): SharingType & OpeningType =>
  word.startsWith('无') ? 'unconditional' : word.startsWith('有') ? 'conditional' : 'withheld';

/** In order; each takes its words out of the text. */
const patterns: readonly (readonly [RegExp, Taker])[] = [
  [/(无条件|有条件|不予|不)(?:地|的)?(?:向社会|对外)?开放(?:类|类型)?/u, ([, word = '']) => opening(degree(word))],
  [/(?:向社会|对外|对公众|社会)(?:完全|直接)?开放/u, () => opening('unconditional')],
  [/(无条件|有条件|不予|不能|不可以?|不)(?:地|的)?共享(?:类|类型)?/u, ([, word = '']) => sharing(degree(word))],
  [
    /(?:可以?|能)?(?:直接共享|直接(?:拿来)?用|不用(?:申请|审批)(?:就能(?:用|共享))?|免申请|随便用)/u,
    () => sharing('unconditional'),
  ],
  [/(?:需要?|要)(?:先)?(?:申请|审批)(?:才能|才可以?|后)?(?:共享|使用|用)?/u, () => sharing('conditional')],
  [/(无条件|有条件)(?:类)?(?=的|$|[、,,])/u, ([, word = '']) => sharing(degree(word))],
  [
    /((?:每个?)?(?:实时|半年|季度?|[日天周月年])度?|每\d个?月|每[三六]个月|每星期|不定期|按[需日天周月季年]度?)(?:都?要?|来|就)?(?:更新|刷新|一更)(?:一次|1次|的)?/u,
    ([, word = '']) => cycle(word),
  ],
  [/更新(?:周期|频率)(?:是|为|:|:)?([^,,、。的\s]{1,4}?)(?=的|[,,、。\s]|$)/u, ([, word = '']) => cycle(word)],
  [/一个?(月|季度|年|周|天)(?:更新|刷新)?一次(?:的)?/u, ([, word = '']) => cycle(`每${word}`)],
  [/信息资源目录|信息目录/u, () => [{ kind: 'information' }, catalogKinds.information.label]],
  [/数据资源目录/u, () => [{ kind: 'data' }, catalogKinds.data.label]],
  [
    /(?:安全等级|安全级别|敏感级别|分级)?(?:是|为)?([1-4])级(?:的|数据)/u,
    ([, level = '']) => [{ securityLevel: `${level}级` }, `安全等级 ${level}级`],
  ],
];

function cycle(word: string): readonly [CatalogFilters, string] | null {
  const value = readEnumeration('updateCycle', word);
  return value === undefined ? null : [{ updateCycle: value }, `${updateCycles[value].label}更新`];
}

/** @param text folded and simplified */
export function readWish(text: string, departments: readonly NamedDepartment[]): Wish {
  let rest = text;
  let filters: CatalogFilters = {};
  const said: string[] = [];
  const found = spotDepartments(departments, rest).filter(({ start, end }) => isFilter(rest, start, end));
  if (found.length > 0) {
    const wanted = found.flatMap((spot) => spot.departments);
    filters = { departmentIds: [...new Set(wanted.map(({ id }) => id))] };
    said.push(...new Set(wanted.map(({ name }) => name)));
    for (const { start, end } of found.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  for (const [pattern, take] of [...patterns, ...formatPatterns]) {
    const match = pattern.exec(rest);
    const taken = match && take(match);
    if (!match || !taken) continue;
    filters = { ...filters, ...taken[0] };
    said.push(taken[1]);
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
  }
  return { subject: rest.replace(/\s+/gu, ' ').trim(), filters, said };
}

/**
 * 岳麓区教育局 is not 教育局 of the city: a district just before it makes it another's, unless that one is known whole.
 * A district alone (岳麓区) is a place as often as its government, and stays a word to look for.
 */
function isFilter(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(end, end + 3);
  // 国家统计局 is not the city's; 公安 alone is one only where it stands for the department.
  if (/(?:国家|国|省|总)$/u.test(text.slice(0, start))) return false;
  if (name.length === 2 && !/[局委办院]$/u.test(name) && !/^(?:的|有|那|管|负责|部门|提供|掌握|$)/u.test(after))
    return false;
  return !/[区县]/u.test(before) && !/^.{1,6}[区县市]$/u.test(name) && !/^(?:登记|许可|信息化)/u.test(after);
}

export function satisfies(facts: EntryFacts, filters: CatalogFilters): boolean {
  const { departmentIds, sharingType, openingType, updateCycle, kind, securityLevel, formatCategory, formatType } =
    filters;
  return (
    (departmentIds === undefined || departmentIds.includes(facts.departmentId)) &&
    (sharingType === undefined || facts.sharingType === sharingType) &&
    (openingType === undefined || facts.openingType === openingType) &&
    (updateCycle === undefined || facts.updateCycle === updateCycle) &&
    (formatCategory === undefined || facts.formatCategory === formatCategory) &&
    (formatType === undefined || (facts.formatType ?? '').split(/[^a-z0-9]+/u).includes(formatType)) &&
    (kind === undefined || facts.kind === kind) &&
    (securityLevel === undefined || facts.securityLevel === securityLevel)
  );
}
