/** What kind of thing a question wants and in what shape: who, how many days, a list, a comparison, a yes or a no. */
import { z } from 'zod';
import { type WantedKind, wantedKindSchema } from '#knowledge/guide/guide.ts';
import { type Claim, claimedValues } from './claimed-values.ts';
import { readData } from './read-data.ts';

export const questionShapes = [
  'yes_no',
  'choice',
  'compare',
  'why',
  'when',
  'who',
  'list',
  'where',
  'source',
  'how',
  'amount',
  'definition',
  'open',
  'statement',
] as const;
export type QuestionShape = (typeof questionShapes)[number];

export const askedHeads = ['可以', '需要', '有', '会', '适用', '属于', '是'] as const;
/** What a yes/no question asks about: whether one may, must, there is, it will, it applies, it belongs, it is so. */
export type AskedHead = (typeof askedHeads)[number];

export interface QuestionType {
  /** All shapes found, the leading one first; `statement` alone where nothing is asked. */
  readonly shapes: readonly QuestionShape[];
  readonly wants: readonly WantedKind[];
  /** For a yes/no question: what is asked about. */
  readonly head: AskedHead | null;
  /** The thing asked about is put in the negative: 可以不备案吗, 不用申请吧. */
  readonly negated: boolean;
  /** What it takes for granted and an answer may have to correct. */
  readonly claims: readonly Claim[];
}

const pattern = z.string().transform((source) => new RegExp(source, 'u'));
const schema = z.strictObject({
  frames: z.array(pattern),
  yesNo: z.array(z.strictObject({ head: z.enum(askedHeads), pattern })),
  shapes: z.array(z.strictObject({ shape: z.enum(questionShapes), patterns: z.array(pattern) })),
  sides: pattern,
  wants: z.array(z.strictObject({ want: wantedKindSchema, patterns: z.array(pattern) })),
});

/** A-not-A asks; it does not deny. Neither do words that merely contain a negative. */
const notDenying =
  /([一-龥]{1,2})不\1|可不可以|需不需要|应不应该|允不允许|属不属于|适不适用|知不知道|有没有|是否|能否|可否|不予(?:共享|开放)|不同意|不动产|不同|不论|不管|不仅|不但|不断|不良|差不多|对不起|不好意思|不共享为例外|没问题|未经|非[^,]{0,24}不可|没(?:记|说|搞|弄|理解)错|无条件|区别|特别|级别|类别|性别|个别|识别|分别|差别|免费|(?<=[一-龥])不(?=[?]?$)/gu;
const denying = /不|没(?!有?[?]?$)|无需|无须|别(?![的人处])|未/u;

/** Endings that ask for a yes or a no whatever stands before them. */
const confirming = /(?:对吗|对吧|是吗|是吧|对不对|是不是|是这样吗|(?<!办)吧)[?]?$/u;
const interrogative = /谁|什么|啥|哪|几(?![乎率点])|多少|多久|多长|多快|怎么|如何|怎样|咋|为何|何时/u;
/** 谁都, 什么时候都, 想怎么用就怎么用: words of asking that ask nothing. */
const anyAtAll =
  /(?:谁|什么[^,]{0,4}|哪[^,]{0,4}|多少|怎么[^,]{0,3}|几[^,]{0,3})(?:都|也(?!要)|就(?:谁|什么|哪|多少|怎么|几))|[“"'《(][^”"'》)]*[”"'》)]|(?:挑|选|这|那|好)几|几乎/gu;

const longestKeywords = 24;
const keywords = /^[\p{Script=Han}a-z\d ,、"“”《》()-]{2,}$/u;
/** Signs of telling, doing or answering rather than looking something up. */
const telling =
  /^(?:我|你|他|她|咱|请|帮|把|给|将|让|不(?!予|同意|履行)|没(?!有系统)|好|是|对(?!外)|行(?!政)|可以|嗯|哦|谢|再见|同意|确认|取消|撤回|提交|修改|更改|添加|删除|新建一|导出|下一|上一|选|跳过|继续|稍后|算了|知道|明白|收到)|了$|已经|我们|昨天|今天|明天|[改换定]成|谢谢|你好|哈哈/u;

/** @returns a function from cleaned text (see read-query) to the type of its question. */
export function createQuestionTyper(): (text: string) => QuestionType {
  const { frames, yesNo, shapes, sides, wants } = readData('question-type.yaml', schema);

  return (text) => {
    const bare = frames.reduce((rest, frame) => rest.replace(frame, ''), text).trim() || text;
    const found: QuestionShape[] = shapes
      .filter(({ patterns }) => patterns.some((one) => one.test(bare)))
      .map(({ shape }) => shape)
      .filter((shape) => shape !== 'definition' || !sides.test(bare))
      .filter((shape, _, all) => shape !== 'open' || all.length === 1);
    const confirms = yesNo.find((one) => one.pattern.test(bare))?.head ?? null;
    // 有哪些要求吗 wants the list; 那一条只讲类型吗 and 想给谁就给谁吧 want a yes or a no.
    const asksWhat = found.length > 0 && !confirming.test(bare) && interrogative.test(bare.replace(anyAtAll, ''));
    const head = asksWhat && found[0] !== 'open' && found[0] !== 'how' && found[0] !== 'where' ? null : confirms;
    const leading: QuestionShape[] = head === null ? found : ['yes_no', ...found];
    if (leading.length === 0 && isKeywords(text)) leading.push('open');

    const claims = claimedValues(bare);
    return {
      shapes: leading.length === 0 ? ['statement'] : leading,
      wants: wantedOf(bare, wants, leading, claims),
      head,
      negated: head !== null && denying.test(bare.replace(notDenying, '')),
      claims,
    };
  };
}

/** A few words as typed into a search box: they ask for whatever there is. */
function isKeywords(text: string): boolean {
  return text.length <= longestKeywords && keywords.test(text) && !telling.test(text);
}

function wantedOf(
  text: string,
  wants: z.infer<typeof schema>['wants'],
  shapes: readonly QuestionShape[],
  claims: readonly Claim[],
): readonly WantedKind[] {
  const found = new Set(wants.filter(({ patterns }) => patterns.some((one) => one.test(text))).map(({ want }) => want));
  if (shapes.includes('definition')) found.add('definition');
  // 是5个工作日吧 asks for the number of days, by naming one.
  if (shapes[0] === 'yes_no' || shapes[0] === 'choice') for (const claim of claims) found.add(kindOf(claim));
  return found.size === 0 ? ['other'] : [...found];
}

function kindOf(claim: Claim): WantedKind {
  switch (claim.kind) {
    case 'actor':
    case 'date':
      return claim.kind;
    case 'cycle':
      return 'days';
    case 'number':
      return /日|天|月|年|周|星期|小时|钟头/u.test(claim.unit)
        ? 'days'
        : /元|块/u.test(claim.unit)
          ? 'amount'
          : 'number';
  }
}
