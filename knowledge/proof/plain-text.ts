/** The form in which texts are compared: half-width, without white space. */
import { foldWidth } from '#knowledge/corpus/fold-width.ts';

export function plainText(text: string): string {
  return foldWidth(text).replace(/\s+/gu, '');
}

/** Blanks out what stands in Chinese quotation marks: names and maxims have no modal and no actor. */
export function withoutQuoted(text: string): string {
  return text.replace(/“[^”]*”|「[^」]*」/g, (quoted) => '·'.repeat(quoted.length));
}
