/** A yes that the very next sentence forbids is taken away: 可以。不得新建共享交换通道。 */
import { contentGrams, coverage } from './content-grams.ts';
import { plainText } from './plain-text.ts';
import { readStatements } from './read-statements.ts';

const yes = /^(?:可以|能|行|是的?|对)(?=[,。;:])/;
/** With a denial in the question a yes may well stand before a prohibition: 可以不收费吗. */
const denies = /不|没|别|无|禁|未|勿/;

/**
 * @param text of the answer, in plain form
 * @returns the head that must not stay, undefined when it may
 */
export function wrongHead(text: string, question: string): string | undefined {
  const head = yes.exec(text)?.[0];
  const asked = plainText(question);
  if (head === undefined || denies.test(asked.replace(/能不能|可不可以|行不行|是不是/g, ''))) return undefined;
  const [about] = readStatements(asked);
  const forbidden = readStatements(text.slice(head.length + 1)).flatMap((statement) =>
    statement.modals.filter(({ group }) => group === 'must_not').map(({ end }) => contentGrams(statement, end)),
  )[0];
  if (!about || !forbidden) return undefined;
  return coverage(forbidden, contentGrams(about), () => 1) >= 0.5 ? head : undefined;
}
