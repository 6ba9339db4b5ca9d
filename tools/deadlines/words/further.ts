/** What people ask next about a date they were told: why that day, more time, what higher law says, nobody answers. */

export type Further = 'why' | 'more_time' | 'higher' | 'no_answer';

/** Longer ones say by themselves what they are about. */
const longest = 24;

const patterns: readonly (readonly [Further, RegExp])[] = [
  [
    'why',
    /哪[几些]?[天日][^,。]{0,6}(?:没|不|未|扣|跳|去掉)|(?:没|不|未|扣|跳)[^,。]{0,4}(?:算|计|了|过)[^,。]{0,3}哪[几些]?[天日]|为(?:什么|啥|何)[^,。]{0,4}(?:这|那)一?[天日]|怎么(?:算|得)出?来的|(?:期限|日期|这天|那天)?(?:是)?怎么算的|算给我看/,
  ],
  [
    'no_answer',
    /(?:不理|不回|没回|没动静|没人理|没反应|不答|没答|拖着不)[^,。]{0,10}(?:怎么办|咋办|怎么处理|咋整|找谁|能找谁)/,
  ],
  [
    'higher',
    /(?:省里|省级|省上|全省|湖南省|国家|国务院|中央|部里|上位法|上级|上面)(?:层面)?的?[^,。]{0,4}(?:规定|要求|条例|文件|怎么说|怎么规定|期限)?(?:呢|是什么|是多少|怎么说|怎么规定|[?]|$)/,
  ],
  [
    'more_time',
    /(?:能不能|可不可以|可以|能否|可否|能)[^,。]{0,6}(?:晚|延|宽限|缓|拖|往后)|^(?:申请)?(?:延期|延长|宽限)[^,。]{0,6}(?:吗|行吗|可以吗|行不行|怎么办|呢)/,
  ],
];

/** @param text folded */
export function furtherOf(text: string): Further | null {
  if (text.length > longest) return null;
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
