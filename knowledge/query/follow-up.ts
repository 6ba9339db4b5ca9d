/** Makes a follow-up question stand by itself: 那如果不同意呢, 开放呢, 几天, 依据是哪条 after the questions before it. */
import { z } from 'zod';
import { contrastTerm } from './contrast-terms.ts';
import { createMatterWords, theRegulation } from './matter-words.ts';
import { createQuestionTyper } from './question-type.ts';
import { readData } from './read-data.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface ResolvedQuestion {
  /** Self-contained. */
  readonly text: string;
  readonly dependsOnPrevious: boolean;
  /**
   * How it leans on what was asked before: the same of another thing (contrast, party), a case that befalls it, its clause
   * or its reason, more of it, the same again, how its days are counted, or its matter carried over.
   */
  readonly how:
    | 'counting'
    | 'independent'
    | 'contrast'
    | 'party'
    | 'condition'
    | 'source'
    | 'reason'
    | 'more'
    | 'again'
    | 'carried';
}

/** @param previous the person's earlier messages, cleaned, the latest last. */
export type FollowUpResolver = (current: string, previous: readonly string[]) => ResolvedQuestion;

const pattern = z.string().transform((source) => new RegExp(source, 'u'));
const schema = z.strictObject({
  contrasts: z.array(z.array(z.array(z.string()).min(2)).min(1)),
  parties: pattern,
  conditions: pattern,
  source: pattern,
  reason: pattern,
  more: pattern,
  again: pattern,
  pointing: pattern,
  counting: pattern,
  alike: pattern,
});

/** How far back a conversation is followed. */
const remembered = 6;
/** A longer message says what it is about. */
const longestFollowUp = 24;
const opening =
  /^(?:那么?(?!个|些|种|样|边|时|年|天)|哦|噢|嗯|好的?|明白了?|知道了?|ok|请问|另外|还有(?!呢|吗|没有|哪|什么|别|其)|然后(?!呢)|对了|再问一下|再问下)[,。 ]*(?=.)/u;
const namedOnly =
  /^(?:对于?|如果是|要是|换成|换作|假如是|至于|关于|反过来|跟|和)?(.{2,14}?)(?:的(?:话|数据|情况|申请|时候)?)?(?:呢|也(?:是)?(?:一样|这样|同样|如此)?(?:吗|么|吧)?|也(?:要|得|需要|可以|能|行|适用|算|归|有|由)[^?]{0,4}(?:吗|么|吧)?|一样吗|同样吗|怎么样|又如何|如何|可以吗|(?<![执进施实推银])行吗|要吗|需要吗|呢一样吗)[?]?$/u;
const place =
  /^(?:那|那么)?第?([零一二三四五六七八九十百\d]+)(条|款|项)(?:呢|说什么|讲什么|是什么|说了什么|讲了什么|怎么说|怎么规定)?[?]?$/u;
const cited =
  /第?[零一二三四五六七八九十百\d]+条(?:第?[零一二三四五六七八九十\d]+款)?(?:第?[零一二三四五六七八九十\d]+项)?/u;

export function createFollowUpResolver({ vocabulary }: { readonly vocabulary: Vocabulary }): FollowUpResolver {
  const rules = readData('follow-up.yaml', schema);
  const matter = createMatterWords({ vocabulary });
  const typeOf = createQuestionTyper();

  /** The matter of a question as a noun phrase: what it asks about without how it asks. */
  const matterOf = (question: string): string => {
    const words = [...new Set(matter.words(question))];
    return words.length > 0 ? words.join('') : matter.withoutAsking(question);
  };

  const sameAskedOf = (term: string, anchor: string): string => {
    const { shapes } = typeOf(anchor);
    if (shapes[0] === 'when') return `${term}要几天`;
    if (/^(?:谁|哪些人|什么人)(?=能|可以|要|有)/u.test(anchor)) return anchor.replace(/^(?:谁|哪些人|什么人)/u, term);
    if (shapes[0] === 'who') return `${term}由谁负责`;
    // 老系统呢 after 新建系统要留接口吗: it takes the place of the first thing named.
    const [first = ''] = matter.words(anchor);
    return `${term}${first === '' ? anchor : anchor.replace(first, '')}`;
  };

  const alike = (bare: string): boolean => rules.alike.test(bare) && !/谁|什么|哪|几|多少|怎/u.test(bare);

  const resolveOne = (current: string, anchor: string): ResolvedQuestion => {
    const alone: ResolvedQuestion = { text: current, dependsOnPrevious: false, how: 'independent' };
    const bare = current.replace(opening, '').trim();
    if (anchor === '' || bare === '' || current.length > longestFollowUp) return alone;
    const leans = (how: ResolvedQuestion['how'], text: string): ResolvedQuestion => ({
      text,
      dependsOnPrevious: true,
      how,
    });
    const stated = anchor.replace(/[?!。,]+$/u, '');

    const part = place.exec(bare);
    if (part !== null) {
      const [, number = '', unit = ''] = part;
      const citation = cited.exec(anchor)?.[0];
      if (citation === undefined) return unit === '条' ? alone : leans('carried', `${stated},第${number}${unit}`);
      const article = /^[^条]+条/u.exec(citation)?.[0] ?? citation;
      const within = unit === '项' ? citation.replace(/第?[^条款]+项$/u, '') : article;
      return leans(
        'contrast',
        anchor.replace(citation, unit === '条' ? `第${number}条` : `${within}第${number}${unit}`),
      );
    }
    if (rules.reason.test(bare)) return leans('reason', `${stated},为什么`);
    if (rules.source.test(bare)) return leans('source', `${stated.replace(/[吗呢吧]$/u, '')}的依据是哪一条`);
    if (rules.more.test(bare)) return leans('more', anchor);
    if (rules.again.test(bare)) return leans('again', anchor);
    if (rules.counting.test(bare))
      return leans('counting', `${matterOf(anchor)}的期限${bare.replace(/^(?:那么?|这个?)/u, '')}`);
    const condition = rules.conditions.exec(bare)?.[1];
    if (condition !== undefined) {
      const matter = matterOf(anchor).replace(condition, '');
      return leans(
        'condition',
        `${matter}${bare.replace(/(?:的话)?呢?[?]?$/u, '')}${/怎|谁|会/u.test(bare) ? '' : '怎么办'}`,
      );
    }
    const named = namedOnly.exec(bare)?.[1];
    if (named !== undefined && !/谁|什么|哪|几|多|怎/u.test(named)) {
      const swapped = contrastTerm(anchor, named, rules.contrasts);
      // 供热公司也算吗 stays a question for yes or no, whatever was asked before.
      if (swapped !== null)
        return leans('contrast', alike(bare) ? `${matter.withoutAsking(swapped)},${bare}` : swapped);
    }
    if (alike(bare) && !rules.parties.test(bare)) return leans('carried', `${matter.withoutAsking(stated)},${bare}`);
    const party = rules.parties.exec(bare)?.[1];
    if (party !== undefined) return leans('party', `${party},${anchor.replace(/^(?:我们局|我们单位|我们|我局)/u, '')}`);
    if (named !== undefined && /呢[?]?$/u.test(bare) && matter.topics(`${named}呢`).length > 0)
      return leans('contrast', sameAskedOf(named, anchor));

    const asks = typeOf(bare).shapes[0] !== 'statement' || /呢[?]?$/u.test(bare);
    if (cited.test(bare) || matter.words(bare)[0] === theRegulation) return { ...alone, text: bare };
    const own = matter.topics(bare.replace(rules.pointing, ' '));
    if (asks && (own.length === 0 || (rules.pointing.test(bare) && !own.some((word) => vocabulary.isTarget(word))))) {
      return leans('carried', `${matterOf(anchor)}${bare.replace(rules.pointing, '')}`);
    }
    return { ...alone, text: bare };
  };

  return (current, previous) => {
    let anchor = '';
    for (const message of previous.slice(-remembered)) {
      const resolved = resolveOne(message, anchor);
      // Thanks and small talk leave the matter as it was.
      if (resolved.dependsOnPrevious || cited.test(message) || matter.mentions(message)) anchor = resolved.text;
    }
    return resolveOne(current, anchor);
  };
}
