/** Parts an article's title from its first sentence, also where a page has glued or torn them. */
import { foldWidth } from '../fold-width.ts';
import type { BodyOpenings } from './body-openings.ts';
import { squeeze } from './clean-page.ts';

/** How the titles of a document stand: not at all, in a line of their own, after the number before a gap, in brackets. */
export type TitleStyle = 'none' | 'line' | 'gap' | 'brackets';

export interface TitledBody {
  readonly title: string | null;
  /** The lines of the body, unsqueezed. */
  readonly lines: readonly string[];
  /** In Chinese, when the reading is a guess. */
  readonly doubt?: string;
}

const punctuated = /[。;,:]/;
const bracketed = /^ *[【[(](?![一二三四五六七八九十]+\))([^】\])。;,]{1,30})[】\])]/;
const gapped = /^ *([^ 。;,:]{2,25}) +(?=\S)/;

/** The words in front cut off by the pattern, and the rest; the pattern is made for half-width text. */
function leading(pattern: RegExp, line: string): { title: string; rest: string } | undefined {
  const match = pattern.exec(foldWidth(line));
  const inner = match?.[1];
  if (!match || inner === undefined) return undefined;
  const start = match[0].indexOf(inner);
  return { title: squeeze(line.slice(start, start + inner.length)), rest: line.slice(match[0].length) };
}

const nonBlank = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.trim() !== '');

/** Can the words be a title: short, without the punctuation of a sentence, not the beginning of one. */
function canBeTitle(words: string, openings: BodyOpenings): boolean {
  return words !== '' && words.length <= 25 && !punctuated.test(foldWidth(words)) && openings.find(words) !== 0;
}

/** @param bodies for each article the lines from behind its number to the next head */
export function titleStyle(bodies: readonly (readonly string[])[], openings: BodyOpenings): TitleStyle {
  const most = (test: (first: string, rest: readonly string[]) => boolean): boolean =>
    bodies.filter((lines) => {
      const [first = '', ...rest] = nonBlank(lines);
      return test(first, rest);
    }).length *
      2 >=
    bodies.length;
  if (most((first) => leading(bracketed, first) !== undefined)) return 'brackets';
  if (most((first, rest) => rest.length > 0 && canBeTitle(squeeze(first), openings))) return 'line';
  if (most((first) => canBeTitle(leading(gapped, first)?.title ?? '', openings))) return 'gap';
  return 'none';
}

/** `服务` / `数字经济和数据产业政务部门应…`: the rest of the title stands before the subject, and the body speaks of it again. */
function tornTitle(next: string, openings: BodyOpenings): string | undefined {
  const at = openings.find(next);
  if (at === undefined || at < 4) return undefined;
  const rest = next.slice(0, at);
  return !rest.endsWith('的') && next.slice(at).includes(rest) ? rest : undefined;
}

function splitOwnLine(lines: readonly string[], openings: BodyOpenings): TitledBody {
  const [first = '', next, ...others] = nonBlank(lines);
  const words = squeeze(first);
  if (!canBeTitle(words, openings) || next === undefined) {
    const at = openings.find(words);
    if (at === undefined || at === 0)
      return { title: null, lines: nonBlank(lines), ...(at === 0 ? {} : { doubt: '没有看到标题' }) };
    const title = words.slice(0, at);
    const body = [words.slice(at), ...nonBlank(lines).slice(1)];
    return { title, lines: body, doubt: `标题与正文连在一起,读作“${title}”` };
  }
  const body = squeeze(next);
  const subject = openings.tornOff(words, body);
  if (subject !== undefined && subject !== words) {
    const title = words.slice(0, -subject.length);
    return { title, lines: [subject + next.trimStart(), ...others], doubt: `标题行末尾的“${subject}”移到正文` };
  }
  const rest = tornTitle(body, openings);
  if (rest !== undefined) {
    const title = words + rest;
    return { title, lines: [body.slice(rest.length), ...others], doubt: `标题断成两段,读作“${title}”` };
  }
  return { title: words, lines: [next, ...others] };
}

export function splitTitle(lines: readonly string[], style: TitleStyle, openings: BodyOpenings): TitledBody {
  const [first = '', ...rest] = nonBlank(lines);
  if (style === 'line') return splitOwnLine(lines, openings);
  if (style === 'none') return { title: null, lines: nonBlank(lines) };
  const found = leading(style === 'brackets' ? bracketed : gapped, first);
  if (!found || (style === 'gap' && !canBeTitle(found.title, openings)))
    return { title: null, lines: nonBlank(lines), doubt: '没有看到标题' };
  return { title: found.title, lines: [found.rest, ...rest] };
}
