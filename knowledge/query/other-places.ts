/** Names of other provinces and cities in a message; Changsha and its districts are home and never meant here. */
import { z } from 'zod';
import { readData } from './read-data.ts';
import { segmentWords } from './segment-words.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface OtherPlace {
  readonly name: string;
  /** It stands in a street, a bank or a brand, or says where somebody comes from: its rules are not asked about. */
  readonly inPassing: boolean;
}

const schema = z.strictObject({
  home: z.array(z.string()),
  provinces: z.array(z.string()),
  prefectures: z.array(z.string()),
  wordlike: z.array(z.string()),
  abroad: z.array(z.string()),
});

const inName =
  /^(?:[东西南北中]?[一二三]?路|大道|街|银行|证券|人寿|大厦|广场|烤鸭|时间|牌|现代|大众|蔬菜|拉面|米粉|菜|话|方言|公园|站|机场)/u;
const comesFrom =
  /^(?:省|市)?(?:来)?的?(?:企业|公司|人|居民|高校|大学|学生|老师|游客|客户|市民|朋友|用户|开发商|供应商|厂家|乙方|团队)/u;

/** 和株洲的部门怎么共享 asks what we may do with them. */
const together = /[和跟与给向同往](?:[^,。]{1,4}[、和])?$/u;

/** @returns a function from cleaned text to the other places it names, in order. */
export function createOtherPlaces({
  vocabulary,
}: {
  readonly vocabulary: Vocabulary;
}): (text: string) => readonly OtherPlace[] {
  const { home, provinces, prefectures, wordlike, abroad } = readData('places.yaml', schema);
  const plain = [...provinces, ...prefectures, ...abroad].toSorted((a, b) => b.length - a.length);
  const names = new RegExp([...plain, ...wordlike.map((name) => `${name}(?=[省市县州]|地区)`)].join('|'), 'gu');
  const ours = new RegExp(home.toSorted((a, b) => b.length - a.length).join('|'), 'gu');
  return (text) => {
    const foreign = text.replace(ours, (name) => '□'.repeat(name.length));
    // 等保定级 holds no 保定, 东西安全 no 西安: a name counts only where a word begins.
    const starts = new Set<number>();
    let at = 0;
    for (const word of segmentWords(foreign, vocabulary.logProbability)) {
      at = foreign.indexOf(word, at);
      starts.add(at);
      at += word.length;
    }
    const named = [...foreign.matchAll(names)].filter(({ index }) => starts.has(index));
    return named.map(({ 0: name, index }) => {
      const after = foreign.slice(index + name.length);
      return { name, inPassing: inName.test(after) || comesFrom.test(after) || together.test(foreign.slice(0, index)) };
    });
  };
}
