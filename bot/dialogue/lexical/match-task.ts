/** Which task a sentence asks for: the tools' own ways of being asked, and whether it is asked for at all. */
import { remembered } from '#knowledge/remembered.ts';
import { fieldsOf } from '#tools/fields-of.ts';
import type { AnyTool } from '#tools/tool.ts';
import { moodOf } from './mood.ts';
import type { SpeaksOfRules } from './rule-language.ts';

export interface TaskMatch {
  readonly tool: AnyTool;
  /** Characters of the sentence that speak for it, less what stands between them. */
  readonly score: number;
  /** Where the first of its words stands. */
  readonly start: number;
  /** Its words as they stand in the sentence. */
  readonly words: string;
}

const widestGap = 28;

/** A task is asked for at the beginning of a message, or in one that is not long. */
const lookedAt = 400;

type MatchTasks = (message: string) => readonly TaskMatch[];

/** One for each list of tools; a turn looks more than once, and the same things are said all day. */
const matching = new WeakMap<readonly AnyTool[], MatchTasks>();

/** Best first; each tool once. */
export function matchTasks(message: string, tools: readonly AnyTool[]): readonly TaskMatch[] {
  const known = matching.get(tools);
  if (known) return known(message);
  const match: MatchTasks = remembered(
    (said) => matchAnew(said, tools),
    (said) => said,
  );
  matching.set(tools, match);
  return match(message);
}

function matchAnew(message: string, tools: readonly AnyTool[]): readonly TaskMatch[] {
  const plain = message.slice(0, lookedAt);
  const sentence: Sentence = { plain, starts: wordStarts(plain) };
  return tools
    .flatMap((tool) => {
      const matches = tool.says.flatMap((say) => matchSay(sentence, say));
      const [best] = matches.toSorted((a, b) => b.score - a.score);
      // 登记一条数据目录 is told from 登记 on, though 一条数据目录 says more.
      return best ? [{ tool, ...best, start: Math.min(...matches.map(({ start }) => start)) }] : [];
    })
    .toSorted((a, b) => b.score - a.score);
}

interface Sentence {
  readonly plain: string;
  /** Where words begin. */
  readonly starts: ReadonlySet<number>;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Words the segmenter takes apart: 筛|查. */
const tailOfWord = /[筛检调核巡审抽普督侦盘排稽]查|[主改汇]编/gu;

function wordStarts(plain: string): ReadonlySet<number> {
  const words = Array.from(segmenter.segment(plain));
  // 编个 is 编 and a measure; 建成 is a word of its own.
  const verbs = words.filter(({ segment }) => segment.length === 1 || /^.[个一条份下了张项两几]/u.test(segment));
  const starts = new Set(verbs.map(({ index }) => index));
  for (const { index } of plain.matchAll(tailOfWord)) starts.delete(index + 1);
  return starts;
}

function matchSay({ plain, starts }: Sentence, say: string): readonly Omit<TaskMatch, 'tool'>[] {
  const pattern = patternOf(say);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    const pieces = match.slice(1);
    const isWord = (_: string, index: number): boolean => index % 2 === 0;
    // A verb of one character must not be the tail of another word: 查 stands in 检查.
    const verb = pieces[0] ?? '';
    // 每月更新的目录 names a thing and asks for nothing.
    const attribute = pieces.length > 1 && plain[match.index + verb.length] === '的';
    const whole = (verb.length > 1 || starts.has(match.index)) && !attribute;
    pattern.lastIndex = match.index + 1;
    if (!whole) continue;
    const words = pieces.filter(isWord).join('');
    // Sentences end between words that belong together: what lies across a sign counts less.
    const gaps = pieces.filter((piece, index) => !isWord(piece, index)).join('');
    const score = words.length - gaps.length * 0.05 - (/[,;.\n]/u.test(gaps) ? 1 : 0);
    return [{ score, start: match.index, words }];
  }
  return [];
}

const patterns = new Map<string, RegExp>();

/** Made once per way of saying. */
function patternOf(say: string): RegExp {
  const known = patterns.get(say);
  if (known) return known;
  const parts = say.split(' ').filter((part) => part !== '');
  const source = parts.map((part) => `(${part.split('|').map(escaped).join('|')})`).join(`(.{0,${widestGap}}?)`);
  const pattern = new RegExp(source, 'gsu');
  patterns.set(say, pattern);
  return pattern;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()[\]\\]/g, '\\$&');
}

const wanting =
  /帮(?:我|忙|我们)|麻烦|劳驾|我们?(?:还|也|现在|就|再)*(?:要|想)|想要|我来|给我|替我|需要(?:你|您)?(?:帮|办)?|请(?:你|您)?(?:帮|给|把|将|查|找|编|建|列|看)|(?:能|可以|能不能|可不可以|可否)(?:请)?(?:你|您)?(?:帮|给我|把)|现在(?:就)?(?:编|建|办|填)|开始(?:编|办|填)|要(?:编|新建|新增|登记|申请|报|撤|办)/u;
const asksHow = /(?:怎么|如何|怎样|咋)(?:才能|去|来|样)?[^,.;]{0,6}$/u;

/** 怎么编目录: how the task is done is what is asked. */
export function asksHowTo(plain: string, { start }: Pick<TaskMatch, 'start'>): boolean {
  return asksHow.test(plain.slice(0, start));
}

/** 谁还没交清单: how things stand is what is asked, in whatever words the rules have too. */
const standing = /没有?[交报签]|没有?提交|未[交报]|未提交|还没|[交报]了|已[交报]|[超逾]期|待确认/u;

/** What needs no further words is asked for in few: 部门把清单报上来后我们要做什么 is about something else. */
function isAside({ input }: AnyTool, plain: string, words: string): boolean {
  const asksNothing = fieldsOf(input).every(({ required, meta }) => !required && meta.ask === undefined);
  return asksNothing && words.length / plain.length < 0.3;
}

export type Wish = 'asked' | 'told' | 'named' | 'none';

/**
 * `asked`: in so many words (帮我…); `told`: an order (编一条…, 查一下…); `named`: the thing is merely mentioned;
 * `none`: it is a question about it.
 */
export function wishOf(plain: string, { start, words, tool }: TaskMatch, ofRules: SpeaksOfRules): Wish {
  if (asksHow.test(plain.slice(0, start))) return 'none';
  const mood = moodOf(plain);
  const wants = wanting.test(plain);
  if (/(?:能|可以|能不能|可不可以|可否)(?:请)?(?:你|您)?(?:帮|给我|替我)/u.test(plain)) return 'asked';
  // Looking something up is asked for with a question.
  if (tool.effect === 'reads' && /谁|哪|有没有|什么|多少|几|吗|怎样/u.test(words))
    return (ofRules(plain) && !standing.test(words)) || isAside(tool, plain, words) ? 'none' : 'asked';
  if (mood === 'question' && !/^(?:帮我?|请|麻烦)?(?:查|找|搜|看|列)(?!出来)/u.test(plain)) return 'none';
  // 再编一条: said after something else, it answers nothing.
  if (wants || /^(?:那|好的?|嗯|[, ])*(?:再|另外|顺便|还|然后|接着).{0,2}$/u.test(plain.slice(0, start)))
    return 'asked';
  const lead = plain
    .slice(0, start)
    .replace(/^(?:那|先|再|然后|接着|嗯|好的?|另外|还|也|顺便|请|重新|直接|尽快|马上|立即|今天|赶紧|现在|[, ])+/gu, '');
  return lead.length <= 1 ? 'told' : 'named';
}
