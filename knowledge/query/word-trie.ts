/** Words by their parts (characters or syllables), walked one part at a time. */
export interface TrieNode {
  readonly next: Map<string, TrieNode>;
  readonly words: string[];
}

export interface WordTrie {
  readonly root: TrieNode;
  readonly add: (parts: readonly string[], word: string) => void;
}

export function createWordTrie(): WordTrie {
  const root: TrieNode = { next: new Map(), words: [] };
  return {
    root,
    add(parts, word) {
      let node = root;
      for (const part of parts) {
        const known = node.next.get(part);
        const next = known ?? { next: new Map<string, TrieNode>(), words: [] };
        if (known === undefined) node.next.set(part, next);
        node = next;
      }
      if (!node.words.includes(word)) node.words.push(word);
    },
  };
}
