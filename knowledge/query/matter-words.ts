/** What a question is about, apart from how it asks: the words that carry its matter. */
import { z } from 'zod';
import { readData } from './read-data.ts';
import { segmentWords } from './segment-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordFrequencies } from './word-frequencies.ts';

export interface MatterWords {
  /** In the order written; empty where the text is made only of words of asking and sides of some matter. */
  readonly words: (text: string) => readonly string[];
  /** Those of them that name a thing: without one, a question leans on what was asked before. */
  readonly topics: (text: string) => readonly string[];
  /** Whether the text mentions data work at all, be it only a side of it. */
  readonly mentions: (text: string) => boolean;
  /** The text without its words of asking. */
  readonly withoutAsking: (text: string) => string;
}

const schema = z.strictObject({
  sides: z.array(z.string()),
  brief: z.array(z.string()),
  asking: z.string().transform((source) => new RegExp(source, 'gu')),
  regulation: z.string().transform((source) => new RegExp(source, 'u')),
});

/** Stands for the regulation itself as the matter of a question. */
export const theRegulation = '办法';

/** In a text this short a few more words cannot stand by themselves, if it asks something. */
const brieflyAsked = 8;
/** 脱敏是什么意思 is about 脱敏, however short. */
const asksMeaning = /是什么意思|啥意思|什么是|什么叫|怎么理解|是指|的定义/u;
const asksSomething =
  /[吗呢么?]|谁|什么|啥|哪|几|多少|多久|多长|怎|如何|咋|为何|([一-龥])不\1|有没有|能不|可不可以|是否|能否/u;

export function createMatterWords({ vocabulary }: { readonly vocabulary: Vocabulary }): MatterWords {
  const { sides, brief, asking, regulation } = readData('matterless-words.yaml', schema);
  const side = new Set(sides);
  const briefly = new Set(brief);
  const cut = (text: string): string[] => segmentWords(text.replace(asking, ' '), vocabulary.logProbability);

  const { notNouns } = wordFrequencies();

  const words = (text: string): readonly string[] => {
    if (regulation.test(text)) return [theRegulation];
    const terse = text.length <= brieflyAsked && asksSomething.test(text) && !asksMeaning.test(text);
    const found: string[] = [];
    let loose = '';
    for (const word of cut(text)) {
      if (side.has(word) || (terse && briefly.has(word)) || !/^[\p{Script=Han}a-z]+$/u.test(word)) {
        loose = '';
      } else if (word.length > 1) {
        found.push(word);
        loose = '';
      } else {
        // 定密, 灾备: characters that make a word the vocabulary lacks.
        loose += word;
        if (loose.length > 1) found.push(loose);
      }
    }
    return found.filter((word, index) => !(found[index + 1]?.startsWith(word) ?? false));
  };

  return {
    words,
    topics: (text) => words(text).filter((word) => !notNouns.has(word) || vocabulary.isListed(word)),
    mentions: (text) => regulation.test(text) || cut(text).some((word) => vocabulary.isTarget(word)),
    withoutAsking: (text) => text.replace(asking, ''),
  };
}
