/** Gathers the topics of all loaded regulations: from the guide where there is one, else from the clauses themselves. */
import type { Citation } from '#knowledge/citations/citation.ts';
import { parseCitation } from '#knowledge/citations/parse-citation.ts';
import { clauseText } from '#knowledge/corpus/clause-text.ts';
import { builtInRegulationsDir } from '#knowledge/corpus/load-regulations.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Point } from '#knowledge/guide/guide.ts';
import { loadGuide } from '#knowledge/guide/load-guide.ts';
import { type GuidedRegulation, topicBook, type TopicBook } from './topics.ts';

/** A clause without a guide answers with its own words. */
function clausePoint(citation: Citation, text: string, title: string | null): Point {
  const id = `${citation.article}-${citation.paragraph ?? 0}`;
  return {
    id,
    clauses: [],
    kind: 'duty',
    quotes: [text],
    gloss: text,
    binds: [],
    modal: 'none',
    numbers: [],
    words: title === null ? [] : [title],
    questions: [],
    yesNo: [],
    roles: {},
    notSaid: [],
  };
}

function fromClauses(regulation: Regulation): GuidedRegulation {
  const points = regulation.articles.flatMap((article) =>
    article.paragraphs.map((paragraph) => {
      const citation: Citation = {
        regulation: regulation.id,
        article: article.number,
        ...(article.paragraphs.length > 1 ? { paragraph: paragraph.number } : {}),
      };
      return {
        point: clausePoint(citation, clauseText(regulation, citation) ?? '', article.title),
        citations: [citation],
      };
    }),
  );
  return { id: regulation.id, points };
}

function fromGuide(regulation: Regulation, guide: readonly Point[]): GuidedRegulation {
  const points = guide.map((point) => ({
    point,
    citations: point.clauses.map((clause): Citation => {
      const place = parseCitation(clause);
      if (!place) throw new Error(`guide of ${regulation.id}, ${point.id}: no such clause as ${clause}`);
      return { regulation: regulation.id, ...place };
    }),
  }));
  return { id: regulation.id, points };
}

export function gatherTopics(regulations: readonly Regulation[], guideDir: string = builtInRegulationsDir): TopicBook {
  return topicBook(
    regulations.map((regulation) => {
      const guide = loadGuide(regulation.id, guideDir);
      return guide.length === 0 ? fromClauses(regulation) : fromGuide(regulation, guide);
    }),
  );
}

/** Verbatim words of the clauses that each topic cites, with the titles of their articles. */
export function topicClauseText(regulations: readonly Regulation[], book: TopicBook): (topic: number) => string {
  return (index) => {
    const topic = book.topics[index];
    const regulation = regulations.find(({ id }) => id === topic?.regulation);
    if (!topic || !regulation) return '';
    return topic.citations
      .map((citation) => {
        const title = regulation.articles.find(({ number }) => number === citation.article)?.title ?? '';
        return `${title} ${clauseText(regulation, citation) ?? ''}`;
      })
      .join(' ');
  };
}
