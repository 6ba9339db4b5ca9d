/** Laws and regulations other than ours that a message names, and whether it asks what they say or how they relate to ours. */
import { z } from 'zod';
import { readData } from './read-data.ts';

export interface OtherLaw {
  /** Its usual short name, or the title as written. */
  readonly name: string;
  /** The question is how it relates to our regulation: then it is a question on ours. */
  readonly asRelation: boolean;
}

const pattern = z.string().transform((source) => new RegExp(source, 'u'));
const schema = z.strictObject({
  laws: z.array(z.strictObject({ name: z.string(), says: z.array(z.string().min(2)) })),
  anyTitle: pattern,
  anyArticle: pattern,
  relation: pattern,
});

/** @param ownTitles titles of the regulations held here, as printed, and their short forms. */
export function createOtherLaws({
  ownTitles,
}: {
  readonly ownTitles: readonly string[];
}): (text: string) => readonly OtherLaw[] {
  const { laws, anyTitle, anyArticle, relation } = readData('other-laws.yaml', schema);
  const isOwn = (title: string): boolean => ownTitles.some((own) => own.includes(title) || title.includes(own));
  return (text) => {
    // 依据公开条例几天答复 asks what that law says, by its leave; 办法依据哪部法 asks how ours stands to it.
    const byItsLeave =
      /(?:依据|根据|按照?|依照|照)(?:了)?[《"]?[\p{Script=Han}]{2,16}(?:法|条例)(?!修)/u.test(text) &&
      !/办法|长沙|制定/u.test(text);
    const asRelation = relation.test(byItsLeave ? text.replace(/依据|根据|按照?|依照/gu, '') : text);
    const found = laws
      .filter(({ says }) => says.some((said) => names(text, said) && !isOwn(said)))
      .map(({ name }) => name);
    if (found.length === 0) {
      const title = anyTitle.exec(text)?.[1] ?? anyArticle.exec(text)?.[1];
      if (title !== undefined && !isOwn(title) && !/^(?:本|这个|该|此)?办法$/u.test(title)) found.push(title);
    }
    return found.map((name) => ({ name, asRelation }));
  };
}

/** 统计法人数据 and 公民法人 name no law. */
function names(text: string, said: string): boolean {
  const at = text.indexOf(said);
  return at >= 0 && !(said.endsWith('法') && /^[人定规律院制官]/u.test(text.slice(at + said.length)));
}
