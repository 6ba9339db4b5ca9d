/** Tells a question that speaks in the words of the regulation from one about things one could look up. */
import type { Regulation } from '#knowledge/corpus/regulation.ts';

/** Whether what is asked is said in the regulation's own words. */
export type SpeaksOfRules = (plain: string) => boolean;

const saysLittle =
  /谁家?|哪[些个里儿]?|有没有|什么|多少|几[个种类条]?|数据|目录|信息|区别|不同|[我你您咱们的了吗呢啊呀要该在是]|有(?!条件)|[^\p{L}\p{N}]/gu;
const share = 0.5;
/** Data that the regulation itself names: 有没有人口数据 looks them up. */
const namedData = /(?:有没有|谁有|谁家有|哪个部门有|哪里有).{0,6}(?:人口|法人|证照|地理空间)/u;

/** Most pairs of characters of what is asked about stand in the regulation: 不予共享 does, 婚姻登记 does not. */
export function speaksOfRules(regulations: readonly Regulation[]): SpeaksOfRules {
  const pairs = new Set(regulations.flatMap(textsOf).flatMap(pairsOf));
  return (plain) => {
    if (namedData.test(plain)) return false;
    const asked = pairsOf(plain.replace(saysLittle, ''));
    if (asked.length === 0) return false;
    return asked.filter((pair) => pairs.has(pair)).length / asked.length > share;
  };
}

function textsOf({ articles }: Regulation): readonly string[] {
  return articles.flatMap(({ title, paragraphs }) => [
    title ?? '',
    ...paragraphs.flatMap(({ text, items }) => [text, ...items.map((item) => item.text)]),
  ]);
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}
