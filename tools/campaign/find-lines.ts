/** Finds the line of a list that words mean: by its number, its name, or part of it. */
import type { ListRow } from './list-row.ts';

export interface FoundLine {
  readonly key: string;
  /** 第 3 行 婚姻登记信息 */
  readonly title: string;
}

const numbered = /^(?:第)?\s*(\d{1,5})\s*(?:行|条|项|个|号)?$/u;

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** Likeliest first; one when it is certain. */
export function findLines(rows: readonly ListRow[], words: string): readonly FoundLine[] {
  const number = numbered.exec(words.normalize('NFKC').trim())?.[1];
  if (number !== undefined) {
    const row = rows[Number(number) - 1];
    return row ? [lineOf(rows, row)] : [];
  }
  const said = folded(words.replace(/(?:这|那)?一?(?:行|条)$/u, ''));
  if (said.length < 2) return [];
  const exact = rows.filter(({ name, code }) => folded(name) === said || (code !== null && folded(code) === said));
  const found =
    exact.length > 0 ? exact : rows.filter(({ name }) => folded(name).includes(said) || said.includes(folded(name)));
  return found.map((row) => lineOf(rows, row));
}

export function lineOf(rows: readonly ListRow[], row: ListRow): FoundLine {
  return { key: row.key, title: `第 ${rows.indexOf(row) + 1} 行 ${row.name}` };
}
