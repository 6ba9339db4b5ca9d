/** The trained answerability weights kept beside the regulation: made once from the guide, refused when the guide has changed since. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answerability } from './answerability.ts';
import type { TopicBook } from './topics.ts';

const fileSchema = z.strictObject({
  digest: z.string(),
  features: z.array(z.string()),
  weights: z.array(z.number()),
});

/** Bump when the features or the ranking change, so that old weights are refused. */
const FEATURES_VERSION = 4;

/** Digest of everything the weights depend on; regulations without a guide teach nothing and do not count. */
export function answerabilityDigest(book: TopicBook): string {
  const hash = createHash('sha256').update(String(FEATURES_VERSION));
  for (const { kind, text, topic } of book.texts) {
    const { point, id } = book.topics[topic] ?? {};
    if (point && point.questions.length > 0) hash.update(`${kind}\t${id ?? ''}\t${text}\n`);
  }
  return hash.digest('hex');
}

export function answerabilityPath(dir: string, regulationId: string): string {
  return join(dir, `${regulationId}.answerability.json`);
}

/** @returns null when there is no file or it was made from another guide */
export function readAnswerability(path: string, book: TopicBook): Answerability | null {
  if (!existsSync(path)) return null;
  const { digest, features, weights } = fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return digest === answerabilityDigest(book) ? { features, weights } : null;
}

/** Weights to three decimals: finer digits change no answer and triple the file. */
export function printAnswerability(book: TopicBook, { features, weights }: Answerability): string {
  const rounded = weights.map((weight) => Math.round(weight * 1000) / 1000);
  return `${JSON.stringify({ digest: answerabilityDigest(book), features, weights: rounded })}\n`;
}
