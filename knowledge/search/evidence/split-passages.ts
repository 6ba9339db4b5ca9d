/** Cuts a text of rules into the passages that can each answer a question, and finds the sentence that says what it is about. */

const itemMark = /^\s*[（(][一二三四五六七八九十]+[)）]/;
const opensList = /[:：]\s*$/;
const sentenceEnd = /(?<=[。；;])/;
/** Shorter pieces are stubs left by the cutting. */
const shortest = 5;

export interface Passages {
  /** Lines, their sentences, and items each together with the line that opens their list. */
  readonly passages: readonly string[];
  /** The line that opens a list, or the first sentence. */
  readonly lead: string;
}

export function splitPassages(text: string): Passages {
  const passages: string[] = [];
  const openers: string[] = [];
  let opener = '';
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (itemMark.test(line)) {
      passages.push(`${opener} ${line}`);
      continue;
    }
    opener = opensList.test(line) ? line : '';
    if (opener) openers.push(opener);
    passages.push(line);
    const sentences = line.split(sentenceEnd).filter((sentence) => sentence.length >= shortest);
    if (sentences.length > 1) passages.push(...sentences);
  }
  return { passages, lead: openers.join(' ') || (passages[0]?.split(sentenceEnd)[0] ?? '') };
}
