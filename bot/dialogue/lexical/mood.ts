/** Whether words ask something, state something, or could do either. */

import { sliceWords, type Words } from '../words.ts';

export type Mood = 'question' | 'perhaps' | 'statement';

/** Names and set phrases that hold a word of asking and ask nothing. */
const asksNothing =
  /谁执法谁普法|谁(?:主管|经手|使用|提供|采集|管理)谁[^,;.?]{1,4}|几何|几乎|什么的|多少都|怎么都|无论如何|不管怎[么样]|如何如何|有没有都/gu;

const ends =
  /[?]$|(?:吗|么(?<!什么|怎么|这么|那么|多么)|呢|没有|什么|哪些|哪个|多少|谁|啥|对不对|[对是]吧|就行了?吧|这样吧|了吧|是[^,.;]{2,30}吧|[一-龥]不|会[^,.;]{1,8}不|是不是|行不行|可不可以|好不好)[.!~ ]*$/u;
const begins =
  /^(?:请问|想问|问一?下|请教|我想知道|我想问|我想了解|想了解|想知道|了解一下|什么|哪|谁|怎么|怎样|如何|为什么|为啥|为何|几(?:天|个|日|月|年|次)|多少|多久|是不是|是否|能否|可否|能不能|可不可以|要不要|需不需要|有没有|该不该|解释一?下|讲讲|讲一?下|说说|介绍一?下|告诉我)/u;
const holds =
  /是什么|什么是|什么意思|啥意思|是啥|有什么|有啥|什么时候|什么情况|怎么(?:办|填|写|申请|弄|算|做|编|报|走|用|选|处理|理解|规定|要求|说)|如何(?:办理?|填|写|申请|确定|处理|理解|界定)|几个?(?:工作日|天|日|月|年|次|份|条|项|种|类)|多少(?=[天个钱分条项份次人家])|哪几|哪家|咋|啥|会怎样|是不是|百分之几|几(?:名|位|成|小时|分钟|级|家|倍|折)|([一-龥])不\1|([一-龥]{2})不\2|还?有没有[用效]|了没(?=$|[?.!])|等于几|几比几|还是[^,.;]{1,12}[啊呢]?$|有效期多长|有多长|给还是不给|多大|请?解释(?:一下)?(?=.{2})|讲讲|讲一讲|多久|哪些|哪个|哪里|哪儿|在哪|(?:向|找|问|跟|由|给|归)谁|哪一?[条款项种类]|有哪|区别|还是[^,.;]{1,8}(?:好|合适)|要?[写填]多[长细少详短]|为什么|为啥|是否(?:需要|可以|必须|应当)|要不要|需不需要|能不能|可不可以|会不会|算不算|谁(?:来|负责|可以|能|管)/u;
const anyAsking = /什么|怎么|怎样|如何|哪|谁|几(?=[个天日月年次])|多少|是否|能否|可否|为何|吗|呢/u;

/** Said to the assistant, not into a field: 给我写首诗, 把这句翻译成英文. */
const bids =
  /^(?:(?:请|麻烦|你|直接)*(?:帮我|给我|替我|帮忙|让我看)|请?(?:假装|忽略|无视)|从现在起|讲个|说个|解一?下|推荐|system[:;]|把[^,.;]{1,30}(?:翻译|导出|打印|发给|删掉|告诉|念))/u;

/** What no field of a form could hold, though a day or a number may stand in it. */
const errand = /翻译[成为]|^解一?下|推荐[个只支]/u;

/** A bare article number, asked for as people do: 第二十二条, 22条第三款. */
const article =
  /^(?:第)?[〇零一二三四五六七八九十百\d]{1,4}条(?:第?[一二三四五六七八九十\d]{1,2}款)?(?:第?[((]?[一二三四五六七八九十\d]{1,2}[))]?项)?(?:的?(?:内容|原文|规定|是什么))?[.!?]?$/u;

/** A name ends so, a question hardly ever. */
const endsAsName =
  /(?:信息|清单|名单|名录|目录|数据|指南|表|情况|台账|记录|档案|系统|平台|资料|结果|报告|标准|库)[.!]?$/u;

export interface Expected {
  /** Any text would do as an answer. */
  readonly open?: boolean;
  /** A long one is looked for, in which a word of asking may well stand. */
  readonly long?: boolean;
}

export function moodOf(plain: string, { open = false, long = false }: Expected = {}): Mood {
  const text = plain.replace(asksNothing, '').trim();
  if (ends.test(text)) return long && text.length > 60 ? 'perhaps' : 'question';
  if (article.test(text) || (open && bids.test(text)) || errand.test(text)) return 'question';
  if (begins.test(text)) return long && text.length > 40 ? 'perhaps' : 'question';
  if (holds.test(text)) return (long && text.length > 24) || (open && endsAsName.test(text)) ? 'perhaps' : 'question';
  return anyAsking.test(text) ? 'perhaps' : 'statement';
}

/** Without what people say before they ask: 那个我想问下. */
export function questionIn(words: Words): string {
  const lead =
    /^(?:那个|这个|[嗯恩呃额哦噢啊]+|就是|对了|请问|我?(?:就|还|再)?想?(?:问|请教|咨询)(?:你|您)?一?下?|[,.、… ])+(?=.{2})/u.exec(
      words.plain,
    );
  return sliceWords(words, lead?.[0].length ?? 0).raw;
}

/** 每季度行吗, 长沙市教育局对吧: what is offered as an answer, politely; null when nothing is. */
export function offeredAnswer(words: Words): Words | null {
  const tail = /,?(?:行|可以|好|对|是|用)?(?:吗|吧|不|行不行|可不可以|好不好|对不对|是吧|对吧)[?.!]*$/u.exec(
    words.plain,
  );
  if (!tail || tail.index === 0 || tail.index > 16 || begins.test(words.plain)) return null;
  return sliceWords(words, 0, tail.index);
}
