/** Whether a message points at something without naming it (这个怎么弄, 可以吗), and which questions may have been meant. */
import { z } from 'zod';
import { readData } from './read-data.ts';

const pattern = z.string().transform((source) => new RegExp(source, 'u'));
const schema = z.strictObject({
  pointing: z.string(),
  asking: z.string(),
  modal: z.string(),
  doing: z.string(),
  naming: z.string(),
  particles: z.string(),
  clear: pattern,
  offers: z.array(z.strictObject({ when: pattern, say: z.array(z.string()).min(2).max(3) })),
  otherwise: z.array(z.string()).min(2).max(3),
});

/** A longer message says what it is about, in whatever words. */
const longest = 30;

/** @returns for a cleaned message the questions to offer; null where it names what it is about */
export type VagueReader = (text: string) => readonly string[] | null;

export function createVagueReader(): VagueReader {
  const { clear, offers, otherwise, ...words } = readData('vague-words.yaml', schema);
  const only = new RegExp(`^(?:${Object.values(words).join('|')}|[-,。!?~;:…\\s"])+$`, 'u');
  return (text) => {
    if (text.length > longest || clear.test(text) || !only.test(text) || !/\p{Script=Han}/u.test(text)) return null;
    return offers.find(({ when }) => when.test(text))?.say ?? otherwise;
  };
}
