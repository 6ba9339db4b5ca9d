/** The words the reader knows: how likely each is, which follow which, and which ones a misspelling may be resolved to. */
import { z } from 'zod';
import { readData } from './read-data.ts';
import { readLines } from './read-lines.ts';
import { segmentWords } from './segment-words.ts';
import { wordFrequencies } from './word-frequencies.ts';

export interface Vocabulary {
  /** Natural logarithm of the word's probability; undefined for a word not known. */
  readonly logProbability: (word: string) => number | undefined;
  /** The same, given the word before it. */
  readonly logProbabilityAfter: (previous: string | undefined, word: string) => number;
  /** Words that typing mistakes are resolved to: those of the regulation, of data work, of bodies and of catalog names. */
  readonly targets: readonly string[];
  readonly isTarget: (word: string) => boolean;
  /** Whether the word, of two characters or more, occurs in the texts. */
  readonly isInTexts: (word: string) => boolean;
  /** Hand-listed words of data work, of asking and of everyday talk. */
  readonly listed: readonly string[];
  readonly isListed: (word: string) => boolean;
  /** Every known word at least this probable. */
  readonly commonWords: (leastCount: number) => Iterable<string>;
}

export interface VocabularySources {
  /** Full texts whose words belong to the vocabulary: the regulations. */
  readonly texts: readonly string[];
  /** Names that are words by themselves: catalog entries, departments of the roster. */
  readonly names?: readonly string[];
  /** How people ask, a sentence each (the guide's questions): more word pairs to read pinyin by. */
  readonly sentences?: readonly string[];
}

const wordLists = z.record(z.string(), z.array(z.string().min(1)));
/** A listed word counts at least as often as this in a sample of sixty million words: about as common as 材料. */
const listedFloor = 3_000;
const everydayFloor = 6_000;
const textFloor = 300;
/** Words of the texts as common as this belong to any text (以及, 进行): nothing is resolved to them. */
const commonest = 8_000;
/** Weight of the pair count against the word's own probability. */
const pairWeight = 0.6;
/** A spoken sentence is likelier to be typed again than one of the regulation. */
const spokenWeight = 3;
const logUnpaired = Math.log(1 - pairWeight);
/** Likelihood of a character nothing is known about. */
export const unknownLogProbability = -19;
/** Stands for any number in the pair counts: what follows 10 also follows 15. */
export const numberWord = '#';

const hanWord = /^\p{Script=Han}{2,8}$/u;

export function createVocabulary(sources: VocabularySources): Vocabulary {
  const { counts, total } = wordFrequencies();
  const floors = new Map<string, number>();
  const raise = (word: string, floor: number): void => {
    floors.set(word, Math.max(floor, floors.get(word) ?? 0, counts.get(word) ?? 0));
  };
  const listed = Object.values(readData('domain-words.yaml', wordLists)).flat();
  const bodies = Object.values(readData('bodies.yaml', wordLists)).flat();
  const { asked = [], ...talk } = readData('everyday-words.yaml', wordLists);
  const everyday = [...asked, ...Object.values(talk).flat()];
  for (const word of [...listed, ...bodies, ...(sources.names ?? [])]) raise(word, listedFloor);
  for (const word of everyday) if (word.length > 1) raise(word, everydayFloor);

  const logTotal = Math.log(total);
  const logProbability = (word: string): number | undefined => {
    const count = floors.get(word) ?? counts.get(word);
    return count === undefined ? undefined : Math.log(count) - logTotal;
  };

  const named = new Set([...listed, ...everyday]);
  const targets = new Set(
    [...listed, ...bodies, ...asked, ...(sources.names ?? [])].filter((word) => hanWord.test(word)),
  );
  const followers = new Map<string, { times: number; readonly next: Map<string, number> }>();
  const learn = (text: string, weight: number): string[] => {
    const words = segmentWords(text, logProbability).map((word) => (/^\d+$/.test(word) ? numberWord : word));
    words.forEach((word, index) => {
      const next = words[index + 1];
      if (next === undefined) return;
      const known = followers.get(word) ?? { times: 0, next: new Map<string, number>() };
      known.times += weight;
      known.next.set(next, (known.next.get(next) ?? 0) + weight);
      followers.set(word, known);
    });
    return words;
  };
  for (const sentence of [...readLines('spoken-sentences.txt'), ...(sources.sentences ?? [])])
    learn(sentence, spokenWeight);
  const inTexts = new Set<string>();
  for (const text of sources.texts) {
    for (const word of learn(text, 1)) {
      if (!hanWord.test(word)) continue;
      inTexts.add(word);
      if ((counts.get(word) ?? 0) < commonest) targets.add(word);
      raise(word, textFloor);
    }
  }

  return {
    logProbability,
    logProbabilityAfter: (previous, word) => {
      const alone = logProbability(word) ?? unknownLogProbability;
      const known = previous === undefined ? undefined : followers.get(previous);
      const times = known?.next.get(word);
      if (known === undefined || times === undefined) return alone + logUnpaired;
      return Math.log((1 - pairWeight) * Math.exp(alone) + (pairWeight * times) / (known.times + 5));
    },
    targets: [...targets],
    isTarget: (word) => targets.has(word),
    isInTexts: (word) => inTexts.has(word),
    listed: [...named],
    isListed: (word) => named.has(word),
    *commonWords(leastCount) {
      for (const word of floors.keys()) yield word;
      for (const [word, times] of counts) if (times >= leastCount && !floors.has(word)) yield word;
    },
  };
}
