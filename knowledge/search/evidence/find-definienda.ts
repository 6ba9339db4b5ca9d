/** Which terms a text of rules defines: 本办法所称X是指…, X，是指…, …的，为X。, X包括下列…. */

const term = '[^，。；：\\n,:;“”"（）()]';
const patterns: readonly RegExp[] = [
  // 本条例所称政府信息，是指…
  new RegExp(`所称(?:的)?[“"]?(${term}{2,24}?)[”"]?(?:[（(][^）)]*[)）])?[，,]?(?:是指|指|包括|为)`, 'g'),
  // 署名权，即…
  new RegExp(`(?:^|[\\n；。;）)])[“"]?(${term}{2,16})[”"]?(?:[（(][^）)]*[)）])?[，,](?:是指|即|指)`, 'g'),
  new RegExp(`(?:^|[\\n；。;）)])(${term}{2,16})是指`, 'g'),
  // …登记的，为个体工商户。
  new RegExp(`[，,](?:为|是|属于|视为|构成|应当认定为|可以认定为|认定为)(${term}{2,14})[。；;]`, 'g'),
  // 政务数据包括下列…
  new RegExp(`(?:^|\\n|[，。；])(${term}{2,12})包括(?:下列|以下|：|:)`, 'g'),
  // 下列情形属于不正当竞争行为：
  new RegExp(`(?:下列|以下)(?:[^，。；：\\n]{0,12})(?:为|属于|认定为|视为)(${term}{2,12})[：:]`, 'g'),
];
const leadIn = /^(?:本(?:法|条例|办法|规定|解释)|前款|上述|下列|以下|所称|的)+/;

export function findDefinienda(text: string): string[] {
  const found = new Set<string>();
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const name = (match[1] ?? '').replace(leadIn, '').trim();
      if (name.length >= 2) found.add(name);
    }
  return [...found];
}

const asksBefore = '(?:是|属于|属|算|构成|成为|为|叫|指|认定|认定为|什么是)(?:不|否)?[^，。？?]{0,8}';
const asksAfter = '[^，。？?]{0,3}(?:是什么|是指|指|包括|如何认定|怎么认定|的(?:定义|含义|概念|范围|认定))';

/** Whether the question is whether something is one, or what one is: 短视频构成作品吗, 什么是作品. */
export function asksAbout(question: string, name: string): boolean {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`${asksBefore}${literal}|${literal}${asksAfter}`).test(question);
}
