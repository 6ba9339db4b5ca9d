/** Makes Chinese passages that never were, as many as wanted and always the same: real words, drawn as unevenly as in real texts. */
import { randomSource, type RandomSource } from '#evals/runners/random-source.ts';
import { createSegmenter } from '#knowledge/search/segmenter.ts';

export interface Passage {
  readonly id: string;
  readonly text: string;
}

export interface PassageQuery {
  /** The passage it was made from. */
  readonly id: string;
  readonly text: string;
}

const seed = 41;
const names = 50_000;
const fewestWords = 12;
const mostWords = 40;
const endings = ['，', '，', '，', '；', '。'];
const askings = ['怎么申请', '哪些部门有', '请问', '要提供什么材料', '多久更新', ''];

/** A few come again and again, most hardly ever. */
function draw(from: readonly string[], random: RandomSource): string {
  const unit = random.below(1_000_000) / 1_000_000;
  return from[Math.floor(from.length * unit ** 3)] ?? '';
}

/** Names of two to four characters: they make most of the different terms of real texts. */
function makeNames(characters: readonly string[], random: RandomSource): string[] {
  return Array.from({ length: names }, () =>
    Array.from({ length: 2 + random.below(3) }, () => random.pick(characters)).join(''),
  );
}

/** @param source - the text whose words are drawn from */
export function generatePassages(count: number, source: string): Passage[] {
  const random = randomSource(seed);
  const words = [...new Set(createSegmenter().cut(source))].filter((word) => /^\p{Script=Han}{2,4}$/u.test(word));
  const made = makeNames([...new Set(Array.from(words.join('')))], random);
  return Array.from({ length: count }, (_, n) => {
    const length = fewestWords + random.below(mostWords - fewestWords);
    const drawn = Array.from({ length }, (__, at) => {
      const word = random.chance(0.5) ? draw(words, random) : draw(made, random);
      return at % 5 === 4 ? word + random.pick(endings) : word;
    });
    return { id: `p${n}`, text: `${drawn.join('')}。` };
  });
}

/** Each asks for one passage by a few stretches of its text, in the words of a question. */
export function queriesFor(passages: readonly Passage[], count: number): PassageQuery[] {
  const random = randomSource(seed + 1);
  return Array.from({ length: count }, () => {
    const { id, text } = random.pick(passages);
    const stretches = Array.from({ length: 3 }, () => {
      const at = random.below(Math.max(1, text.length - 4));
      return text.slice(at, at + 4).replace(/[，。；]/g, '');
    });
    return { id, text: stretches.join('') + random.pick(askings) };
  });
}
