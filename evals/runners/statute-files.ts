/** Reads the files of a statute search evaluation: articles of laws, and questions each with the law that answers it. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const articleSchema = z.object({
  law: z.string(),
  version: z.string(),
  id: z.number().int(),
  article: z.string(),
  text: z.string(),
});
export type StatuteArticle = z.infer<typeof articleSchema>;

const questionSchema = z.object({
  law: z.string(),
  version: z.string(),
  q: z.string(),
  /** Ids of the articles that answer it. */
  gold: z.array(z.number().int()).min(1),
});
export type StatuteQuestion = z.infer<typeof questionSchema>;

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`${file}:${at + 1} is not in the format`, { cause: error });
    }
  });
}

export function lawKey({ law, version }: { readonly law: string; readonly version: string }): string {
  return `${law} ${version}`;
}

export function readQuestions(file: string): StatuteQuestion[] {
  return readLines(file, questionSchema);
}

/** Articles of each law and version, in the order of the file. */
export function readLaws(file: string): ReadonlyMap<string, readonly StatuteArticle[]> {
  const laws = new Map<string, StatuteArticle[]>();
  for (const article of readLines(file, articleSchema)) {
    const articles = laws.get(lawKey(article));
    if (articles) articles.push(article);
    else laws.set(lawKey(article), [article]);
  }
  return laws;
}
