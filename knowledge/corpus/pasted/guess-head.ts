/** Guesses title, number, issuer and dates from the words around a pasted regulation; the operator may overrule each. */
import { fromNumeral } from '#knowledge/citations/chinese-numeral.ts';

import type { Article } from '../regulation.ts';
import { squeeze } from './clean-page.ts';

export interface GuessedHead {
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly registration: string | null;
  readonly issuer: string | null;
  readonly issued: string | null;
  readonly inForceFrom: string | null;
  readonly validUntil: string | null;
  readonly validityArticle: number | null;
}

type Validity = Pick<GuessedHead, 'inForceFrom' | 'validUntil' | 'validityArticle'>;

const kindOfDocument = '(?:办法|条例|规定|细则|法|规则|规范|方案|意见|指南|章程|制度|决定)';
const dayPattern = /(\d{4})年(\d{1,2})月(\d{1,2})日/;

function isoDay(words: string | undefined): string | null {
  const match = words === undefined ? null : dayPattern.exec(words);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The last day of a validity of so many years: the day before the anniversary. */
function lastDay(from: string, years: number): string {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() + years);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

function validity(articles: readonly Article[], issued: string | null): Validity {
  for (const article of articles.toReversed()) {
    const words = article.paragraphs.map(({ text }) => text).join('');
    if (!/施行|实施|有效期/.test(words)) continue;
    const start = /自?(\d{4}年\d{1,2}月\d{1,2}日)起(?:正式)?(?:施行|实施|生效|执行)/.exec(words)?.[1];
    const inForceFrom = isoDay(start) ?? (/自(?:公布|发布|印发)之日起(?:施行|实施)/.test(words) ? issued : null);
    const years = fromNumeral(/有效期(?:为)?([\d一二三四五六七八九十]+)年/.exec(words)?.[1] ?? '');
    const until = isoDay(/有效期(?:至|到|截至)(\d{4}年\d{1,2}月\d{1,2}日)/.exec(words)?.[1]);
    const validUntil = until ?? (years !== undefined && inForceFrom !== null ? lastDay(inForceFrom, years) : null);
    if (inForceFrom === null && validUntil === null) continue;
    return { inForceFrom, validUntil, validityArticle: validUntil === null ? null : article.number };
  }
  return { inForceFrom: null, validUntil: null, validityArticle: null };
}

function titleIn(lines: readonly string[]): string | null {
  const named = new RegExp(
    `^《?(?!第.{1,4}[章节条])([\\u4e00-\\u9fff()\\uff08\\uff09]{2,40}${kindOfDocument}(?:[(\\uff08][^)\\uff09]{1,12}[)\\uff09])?)》?$`,
  );
  const own = lines.toReversed().flatMap((line) => named.exec(line)?.[1] ?? [])[0];
  const quoted = new RegExp(`《([^《》]{2,40}${kindOfDocument}(?:[(\\uff08][^)\\uff09]{1,12}[)\\uff09])?)》`);
  return own ?? lines.toReversed().flatMap((line) => quoted.exec(line)?.[1] ?? [])[0] ?? null;
}

/** @param preamble what stands before the first head, cleaned */
export function guessHead(preamble: string, articles: readonly Article[]): GuessedHead {
  const lines = preamble.split('\n').map(squeeze);
  const words = lines.join('\n');
  const order = /([\u4e00-\u9fff]{2,12})令[(\uff08]?第(\d{1,4})号/.exec(words);
  const fileNumber =
    /(?:^|[^\u4e00-\u9fff]|文件|通知|号)([\u4e00-\u9fff]{2,8}[〔[(\uff08]\d{4}[〕\])\uff09]\d{1,4}号)/m.exec(
      words,
    )?.[1] ?? null;
  const issuerLine = lines.find((line) => /^[\u4e00-\u9fff]{4,30}文件/.test(line));
  const issued = isoDay(words.match(/(?:^|\n|[\u4e00-\u9fff(\uff08])\d{4}年\d{1,2}月\d{1,2}日/g)?.at(-1)) ?? null;
  return {
    title: titleIn(lines),
    documentNumber: fileNumber ?? (order ? `${order[1]}令第${order[2]}号` : null),
    registration: /[A-Z]{2,6}[—–-]\d{4}[—–-]\d{3,6}/.exec(words)?.[0] ?? null,
    issuer: issuerLine?.replace(/文件.*$/, '') ?? order?.[1] ?? null,
    issued,
    ...validity(articles, issued),
  };
}
