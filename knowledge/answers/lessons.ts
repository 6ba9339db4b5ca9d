/** The trained weights kept beside the regulation: made once from the guide, refused when the guide has changed since. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ArticleLessons } from './article-classifier.ts';
import type { Trained } from './polarity.ts';
import type { TopicBook } from './topics.ts';

const trainedSchema = z.strictObject({ features: z.array(z.string()), weights: z.array(z.number()) });
const articlesSchema = z.strictObject({
  articles: z.array(z.number()),
  terms: z.array(z.string()),
  scale: z.number(),
  weights: z.base64(),
});
const fileSchema = z.strictObject({
  digest: z.string(),
  answerability: trainedSchema,
  polarity: trainedSchema,
  articles: articlesSchema,
});

/** What the answerer has learnt from the guide. */
export interface Lessons {
  /** Whether the text says what is asked. */
  readonly answerability: Trained;
  /** Whether the text bears out what a yes/no question asks. */
  readonly polarity: Trained;
  /** Which article a question belongs to. */
  readonly articles: ArticleLessons;
}

/** Bump when the features or the ranking change, so that old weights are refused. */
const FEATURES_VERSION = 9;

/** Digest of everything the weights depend on; regulations without a guide teach nothing and do not count. */
export function lessonsDigest(book: TopicBook): string {
  const hash = createHash('sha256').update(String(FEATURES_VERSION));
  for (const { kind, text, topic, head } of book.texts) {
    const { point, id } = book.topics[topic] ?? {};
    if (point && point.questions.length > 0) hash.update(`${kind}\t${id ?? ''}\t${head ?? ''}\t${text}\n`);
  }
  return hash.digest('hex');
}

export function lessonsPath(dir: string, regulationId: string): string {
  return join(dir, `${regulationId}.lessons.json`);
}

/**
 * @returns null when there is no file; `fresh` is false when the guide has changed since: the lessons still serve, and a
 * test asks for new ones
 */
export function readLessons(
  path: string,
  book: TopicBook,
): { readonly lessons: Lessons; readonly fresh: boolean } | null {
  if (!existsSync(path)) return null;
  const { digest, ...lessons } = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return { lessons, fresh: digest === lessonsDigest(book) };
}

/** Weights to three decimals: finer digits change no answer and triple the file. */
function rounded({ features, weights }: Trained): Trained {
  return { features, weights: weights.map((weight) => Math.round(weight * 1000) / 1000) };
}

export function printLessons(book: TopicBook, { answerability, polarity, articles }: Lessons): string {
  const file = {
    digest: lessonsDigest(book),
    answerability: rounded(answerability),
    polarity: rounded(polarity),
    articles,
  };
  return `${JSON.stringify(file)}\n`;
}
