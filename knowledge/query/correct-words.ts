/** Puts right slips in Chinese text: only where a vocabulary word in its place makes the sentence far likelier. */
import { likeliestWords, type WordEdge } from './likeliest-words.ts';
import type { SpellingCandidate, SpellingIndex } from './spelling-index.ts';
import { unknownLogProbability, type Vocabulary } from './vocabulary.ts';

export interface WordCorrection {
  readonly from: string;
  readonly to: string;
  readonly why: 'homophone' | 'typo';
}

export interface CorrectedText {
  readonly text: string;
  readonly corrections: readonly WordCorrection[];
}

interface SpelledEdge extends WordEdge {
  readonly start: number;
  readonly correction: SpellingCandidate | null;
}

const beam = 4;
const longestWord = 8;
/** Characters that mostly stand by themselves: alone they are no sign of a slip. */
const standsAlone = /[的了是不在有和与由那这被给就都也还要会能可向对从到把让我你他她它几个想没]/u;
const shortestPhrase = 4;
/** Added where the text as written is all words: 使用范围 is no slip for 适用范围, 开方申请 is one for 开放申请. */
const fittingPenalty = 3;
/** A name stands here: 我叫龚享, 申青科长. */
const nameBefore = /(?:我叫|名叫|叫做|我姓|姓名是?)$/u;
const nameAfter = /^(?:先生|女士|小姐|局长|处长|科长|主任|老师|同志|师傅|书记|市长|县长|区长|经理|总监?|工(?!作))/u;

/** Words that stand as they are, without any correction. */
function plainEdges(run: string, start: number, vocabulary: Vocabulary): SpelledEdge[] {
  const edges: SpelledEdge[] = [];
  for (let end = start + 1; end <= Math.min(run.length, start + longestWord); end += 1) {
    const word = run.slice(start, end);
    const known = vocabulary.logProbability(word) !== undefined;
    if (known || end === start + 1)
      edges.push({ start, end, word, penalty: known ? 0 : -unknownLogProbability / 8, correction: null });
  }
  return edges;
}

function correctRun(run: string, vocabulary: Vocabulary, spelling: SpellingIndex): CorrectedText {
  const plain = Array.from({ length: run.length }, (_, start) => plainEdges(run, start, vocabulary));
  const asWritten = likeliestWords(run.length, (start) => plain[start] ?? [], undefined, vocabulary, beam);
  // A slip leaves characters that fit into no word. Where it makes another word, only a longer phrase can tell.
  const loose = new Set(
    asWritten?.edges.filter(({ word }) => word.length === 1 && !standsAlone.test(word)).map(({ start }) => start),
  );

  const edgesFrom = (start: number): readonly SpelledEdge[] => {
    const edges = [...(plain[start] ?? [])];
    if (nameBefore.test(run.slice(0, start))) return edges;
    for (const correction of spelling.candidates(run, start)) {
      const { end, word } = correction;
      const stretch = run.slice(start, end);
      if (vocabulary.isTarget(stretch) || isName(run, start, end)) continue;
      const fits = !hasLoose(loose, start, end);
      if (fits && word.length < shortestPhrase) continue;
      edges.push({ start, end, word, penalty: correction.penalty + (fits ? fittingPenalty : 0), correction });
    }
    return edges;
  };
  const path = likeliestWords(run.length, edgesFrom, undefined, vocabulary, beam);
  if (path === null) return { text: run, corrections: [] };
  const corrections: WordCorrection[] = [];
  const text = path.edges
    .map(({ start, end, correction }) => {
      const from = run.slice(start, end);
      if (correction === null) return from;
      corrections.push({ from, to: correction.word, why: correction.why });
      return correction.word;
    })
    .join('');
  return { text, corrections };
}

function isName(run: string, start: number, end: number): boolean {
  if (end - start > 3) return false;
  return nameAfter.test(run.slice(end)) || (end === run.length && run.slice(0, start).endsWith('我是'));
}

function hasLoose(loose: ReadonlySet<number>, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (loose.has(at)) return true;
  return false;
}

export function correctWords(text: string, vocabulary: Vocabulary, spelling: SpellingIndex): CorrectedText {
  const corrections: WordCorrection[] = [];
  const corrected = text.replace(/\p{Script=Han}{2,}/gu, (run) => {
    const result = correctRun(run, vocabulary, spelling);
    corrections.push(...result.corrections);
    return result.text;
  });
  return { text: corrected, corrections };
}
