/** Takes an answer's text apart into sentences, or their parts, that join to the same text again. */

const sentenceEnd = /(?<=[。!?\uff01\uff1f][”’」』)\uff09]*)(?![。!?\uff01\uff1f”’」』)\uff09])|(?<=\n)/u;
const partEnd = /(?<=[;\uff1b])/u;

export function splitSentences(text: string): readonly string[] {
  return text.split(sentenceEnd).filter((sentence) => sentence !== '');
}

/** At semicolons. */
export function splitParts(sentence: string): readonly string[] {
  return sentence.split(partEnd);
}

/** The text as a sentence of its own: it ends in a full stop. */
export function asSentence(text: string): string {
  const words = text.trim().replace(/[,;:、\uff0c\uff1b\uff1a]+$/u, '');
  return /[。!?\uff01\uff1f]$/u.test(words) ? words : `${words}。`;
}
