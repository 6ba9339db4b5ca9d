/** Textbook BM25 over jieba's plain cut, k1 1.3 and b 0.75: what the search must beat. */
import { createSegmenter } from '#knowledge/search/segmenter.ts';

const k1 = 1.3;
const b = 0.75;

/** @returns ranks the texts for a question: their positions, best first; those without a common word come last, in order */
export function plainBm25(texts: readonly string[]): (question: string) => number[] {
  const segmenter = createSegmenter();
  const counts = texts.map((text) => {
    const found = new Map<string, number>();
    for (const word of segmenter.cut(text)) found.set(word, (found.get(word) ?? 0) + 1);
    return found;
  });
  const lengths = counts.map((found) => [...found.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length) || 1;
  const frequencies = new Map<string, number>();
  for (const found of counts) for (const word of found.keys()) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  return (question) => {
    const scores = texts.map(() => 0);
    for (const word of segmenter.cut(question)) {
      const frequency = frequencies.get(word);
      if (frequency === undefined) continue;
      const rarity = Math.log(1 + (texts.length - frequency + 0.5) / (frequency + 0.5));
      counts.forEach((found, at) => {
        const count = found.get(word) ?? 0;
        const norm = k1 * (1 - b + (b * (lengths[at] ?? 0)) / average);
        if (count > 0) scores[at] = (scores[at] ?? 0) + (rarity * count * (k1 + 1)) / (count + norm);
      });
    }
    return [...scores.keys()].toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
  };
}
