/** Finds the vocabulary words that the text from some place on may be a slip for: by sound, by shape, by swapped, doubled or missing characters. */
import { readLines } from './read-lines.ts';
import { blurSound, soundsOfCharacter, soundsOfWord } from './sounds.ts';
import type { Vocabulary } from './vocabulary.ts';
import { createWordTrie, type TrieNode } from './word-trie.ts';

export interface SpellingCandidate {
  /** End of the misspelt stretch, exclusive. */
  readonly end: number;
  readonly word: string;
  readonly why: 'homophone' | 'typo';
  /** Taken off the logarithm of the probability: how unlikely the slip is. */
  readonly penalty: number;
}

export interface SpellingIndex {
  /** Candidates for stretches that start at `start`. */
  readonly candidates: (run: string, start: number) => readonly SpellingCandidate[];
}

const sameSound = 6;
const likeSound = 8;
const furtherCharacter = 1.5;
/** The longer the word around it, the surer that a like-looking character is a slip: by length of the word. */
const lookAlike: readonly number[] = [0, 0, 7, 6, 5];
/** Added where the wrong character is one of the commonest (是, 不, 有): it is likelier there for its own sake. */
const commonCharacter = 9;
/** In a word longer than this the rest of it tells: half as much. */
const surelyLong = 5;
const commonFrom = Math.log(60_000 / 60_000_000);
const swapped = 8;
const doubled = 7;
const leftOut = 9;
/** Short words that are only the regulation's own, not listed as words of data work, are likelier what was meant as written. */
const unlisted = 2;
/** A word shorter than this with a character missing is too often another word: 数据集 is no slip for 数据采集. */
const shortestUneven = 5;
/** Characters that carry the meaning of a rule, or none: leaving one out or swapping it is no slip of the keyboard. */
const decisive =
  /[不无有未非没可能应须禁免半双单前后内外上下加减多少大小省市区县国一二三四五六七八九十百千的和与及了以]/u;
/** Verbs that follow a word ending in themselves: 安全检查查什么, 申报报给谁. */
const repeats = /[查看报批审管给用要送交做问说想讲]/u;

type Edit = { readonly penalty: number; readonly uneven: boolean };

export function createSpellingIndex(vocabulary: Vocabulary): SpellingIndex {
  const bySound = createWordTrie();
  const byCharacter = createWordTrie();
  const soundsOf = new Map<string, readonly string[]>();
  for (const word of vocabulary.targets) {
    byCharacter.add(Array.from(word), word);
    const sounds = soundsOfWord(word);
    if (sounds.length !== word.length) continue;
    soundsOf.set(word, sounds);
    bySound.add(sounds.map(blurSound), word);
  }
  const looksLike = new Map<string, Set<string>>();
  for (const group of readLines('shape-pairs.txt').map((line) => line.split(' '))) {
    for (const one of group) {
      const others = looksLike.get(one) ?? new Set<string>();
      for (const other of group) if (other !== one) others.add(other);
      looksLike.set(one, others);
    }
  }
  const rarity = (word: string): number => (word.length === 2 && !vocabulary.isListed(word) ? unlisted : 0);

  const collectBySound = (run: string, start: number, found: SpellingCandidate[]): void => {
    let nodes: readonly TrieNode[] = [bySound.root];
    for (let end = start + 1; end <= run.length && nodes.length > 0; end += 1) {
      const sounds = new Set(soundsOfCharacter(run.charAt(end - 1)).map(blurSound));
      nodes = nodes.flatMap((node) => [...sounds].flatMap((sound) => node.next.get(sound) ?? []));
      for (const word of nodes.flatMap((node) => node.words)) {
        const own = soundsOf.get(word) ?? [];
        let wrong = 0;
        let common = 0;
        let exact = true;
        for (let at = 0; at < word.length; at += 1) {
          const char = run.charAt(start + at);
          if (word.charAt(at) === char) continue;
          wrong += 1;
          if ((vocabulary.logProbability(char) ?? 0) > commonFrom) common += 1;
          if (!soundsOfCharacter(char).includes(own[at] ?? '')) exact = false;
        }
        if (wrong === 0 || wrong * 2 > word.length + 1) continue;
        const slips = (exact ? sameSound : likeSound) + (wrong - 1) * furtherCharacter;
        const penalty = slips + (common * commonCharacter) / (word.length > surelyLong ? 2 : 1) + rarity(word);
        found.push({ end, word, why: 'homophone', penalty });
      }
    }
  };

  /** Walks the words letter by letter with at most one slip. */
  const collectByCharacter = (
    run: string,
    at: number,
    node: TrieNode,
    edit: Edit | null,
    found: SpellingCandidate[],
  ): void => {
    if (edit !== null) {
      for (const word of node.words) {
        if (edit.uneven && word.length < shortestUneven) continue;
        const penalty = edit.penalty > 0 ? edit.penalty : (lookAlike[Math.min(word.length, lookAlike.length - 1)] ?? 0);
        found.push({ end: at, word, why: 'typo', penalty: penalty + rarity(word) });
      }
    }
    if (at >= run.length) return;
    const char = run.charAt(at);
    const straight = node.next.get(char);
    if (straight !== undefined) collectByCharacter(run, at + 1, straight, edit, found);
    if (edit !== null) return;
    for (const other of looksLike.get(char) ?? []) {
      const next = node.next.get(other);
      if (next !== undefined) collectByCharacter(run, at + 1, next, { penalty: 0, uneven: false }, found);
    }
    const following = run.charAt(at + 1);
    if (following !== '' && following !== char && !decisive.test(char) && !decisive.test(following)) {
      const next = node.next.get(following)?.next.get(char);
      if (next !== undefined) collectByCharacter(run, at + 2, next, { penalty: swapped, uneven: false }, found);
    }
    if (node === byCharacter.root) return;
    if (char === run.charAt(at - 1) && !decisive.test(char) && !repeats.test(char))
      collectByCharacter(run, at + 1, node, { penalty: doubled, uneven: false }, found);
    for (const [missing, after] of node.next) {
      const next = missing === char || decisive.test(missing) ? undefined : after.next.get(char);
      if (next !== undefined) collectByCharacter(run, at + 1, next, { penalty: leftOut, uneven: true }, found);
    }
  };

  return {
    candidates(run, start) {
      const found: SpellingCandidate[] = [];
      collectBySound(run, start, found);
      collectByCharacter(run, start, byCharacter.root, null, found);
      return strongest(found);
    },
  };
}

/** One candidate per word and stretch: the likeliest slip; told as one of sound where it is that too. */
function strongest(found: readonly SpellingCandidate[]): readonly SpellingCandidate[] {
  const kept = new Map<string, SpellingCandidate>();
  for (const candidate of found) {
    const key = `${candidate.end} ${candidate.word}`;
    const known = kept.get(key);
    if (known === undefined) kept.set(key, candidate);
    else kept.set(key, { ...known, penalty: Math.min(known.penalty, candidate.penalty) });
  }
  return [...kept.values()];
}
