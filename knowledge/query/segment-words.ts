/** Cuts a text into its likeliest words; runs of digits or Latin letters are one word each. */

const longestWord = 8;
const unknownCharacter = -19;
const otherRun = /\d+|[A-Za-z]+|[^\p{Script=Han}]/uy;

/** Words of a run of Chinese characters: the cut whose words are together the most probable. */
function segmentHan(run: string, logProbability: (word: string) => number | undefined): string[] {
  const best: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= run.length; end += 1) {
    best[end] = Number.NEGATIVE_INFINITY;
    for (let start = Math.max(0, end - longestWord); start < end; start += 1) {
      const word = run.slice(start, end);
      const score =
        (best[start] ?? 0) +
        (logProbability(word) ?? (end - start === 1 ? unknownCharacter : Number.NEGATIVE_INFINITY));
      if (score > (best[end] ?? 0)) {
        best[end] = score;
        from[end] = start;
      }
    }
  }
  const words: string[] = [];
  for (let end = run.length; end > 0; end = from[end] ?? 0) words.unshift(run.slice(from[end] ?? 0, end));
  return words;
}

export function segmentWords(text: string, logProbability: (word: string) => number | undefined): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length;) {
    const han = /\p{Script=Han}+/uy;
    han.lastIndex = at;
    otherRun.lastIndex = at;
    const run = han.exec(text)?.[0];
    if (run !== undefined) {
      for (const word of segmentHan(run, logProbability)) words.push(word);
      at += run.length;
      continue;
    }
    const other = otherRun.exec(text)?.[0] ?? text.charAt(at);
    if (other.trim() !== '') words.push(other);
    at += other.length;
  }
  return words;
}
