/** The hybrid index over topics: clause with its article and chapter, gloss, questions; words, characters and vectors fused by rank. */
import { join } from 'node:path';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { buildIndex } from '#knowledge/search/build-index.ts';
import { openIndex } from '#knowledge/search/open-index.ts';
import type { Embedder } from '#knowledge/search/embedder.ts';
import type { SearchDocument } from '#knowledge/search/search-document.ts';
import type { SearchFault } from '#knowledge/search/search-fault.ts';
import type { SearchIndex } from '#knowledge/search/search-index.ts';
import { clauseSettings } from '#knowledge/search/search-settings.ts';
import { topicClauseText } from './guided-topics.ts';
import type { TopicBook } from './topics.ts';

const DEPTH = 40;

/** One document a topic; what the text does not say leads to no clause words, only to its own questions. */
export function topicDocuments(regulations: readonly Regulation[], book: TopicBook): SearchDocument[] {
  const clauseText = topicClauseText(regulations, book);
  const chapterOf = (topic: number): string => {
    const of = book.topics[topic];
    const regulation = regulations.find(({ id }) => id === of?.regulation);
    const article = regulation?.articles.find(({ number }) => number === of?.citations[0]?.article);
    const chapter = regulation?.chapters.find(({ number }) => number === article?.chapter);
    return `${chapter?.title ?? ''} ${article?.title ?? ''}`.trim();
  };
  const questions = book.topics.map((): string[] => []);
  for (const { topic, text } of book.texts) questions[topic]?.push(text);
  return book.topics.map(({ notSaid, regulation }, topic) => ({
    id: String(topic),
    fields: [
      { text: chapterOf(topic), weight: 0.5, role: 'heading' as const },
      ...(questions[topic] ?? []).map((text) => ({ text, weight: 1 })),
      ...(notSaid === null ? [{ text: clauseText(topic), weight: 1 }] : []),
    ],
    tags: [`regulation:${regulation}`, notSaid === null ? 'said' : 'not-said'],
  }));
}

/** Rank of each topic found, from 1. */
export type TopicRanks = ReadonlyMap<number, number>;

export interface TopicSearch {
  readonly index: SearchIndex;
  readonly ranks: (question: string) => Promise<TopicRanks>;
}

export interface TopicSearchOptions {
  readonly embedder: Embedder | 'built-in';
  readonly onFault?: (fault: SearchFault) => void;
  /** Where the indexes are kept between starts; absent: they are built each time. */
  readonly indexDir?: string;
}

export async function buildTopicSearch(
  regulations: readonly Regulation[],
  book: TopicBook,
  { embedder, onFault, indexDir }: TopicSearchOptions,
): Promise<TopicSearch> {
  const documents = topicDocuments(regulations, book);
  const options = { settings: { ...clauseSettings, evidence: null }, embedder, ...(onFault ? { onFault } : {}) };
  const index =
    indexDir === undefined
      ? await buildIndex(documents, options)
      : (await openIndex(join(indexDir, 'topics'), documents, options)).index;
  return {
    index,
    ranks: async (question) => {
      const hits = await index.search(question, { limit: DEPTH });
      return new Map(hits.map(({ id }, i) => [Number(id), i + 1]));
    },
  };
}
