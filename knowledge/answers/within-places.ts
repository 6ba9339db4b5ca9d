/** Keeps the topics that stay within the clauses a question names, as narrowly as there are any. */
import type { Citation, Place } from '#knowledge/citations/citation.ts';
import type { RankedTopic } from './rank-topics.ts';
import type { Topic } from './topics.ts';

/** One of the two lies inside the other. */
function meets(citation: Citation, place: Place): boolean {
  if (citation.article !== place.article) return false;
  const differs = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined && b !== undefined && a !== b;
  return !differs(citation.paragraph, place.paragraph) && !differs(citation.item, place.item);
}

export function withinPlaces<Ranked extends RankedTopic>(
  ranked: readonly Ranked[],
  topics: readonly Topic[],
  places: readonly Place[],
): readonly Ranked[] {
  if (places.length === 0) return ranked;
  const met = (citation: Citation): boolean => places.some((place) => meets(citation, place));
  const named = (citation: Citation): boolean => places.some(({ article }) => article === citation.article);
  // Several clauses named are all to be spoken of.
  const all = (topic: Topic): boolean => places.every((place) => topic.citations.some((one) => meets(one, place)));
  const tiers: readonly ((topic: Topic) => boolean)[] = [
    // What is known not to be said of one of them says nothing of the two together.
    (topic) => all(topic) && topic.citations.every(met) && (places.length < 2 || topic.notSaid === null),
    (topic) => all(topic) && topic.citations.every(named) && (places.length < 2 || topic.notSaid === null),
    (topic) => topic.citations.every(met),
    (topic) => topic.citations.every(named),
    (topic) => topic.citations.some(named),
  ];
  for (const tier of tiers) {
    const kept = ranked.filter(({ topic }) => {
      const of = topics[topic];
      return of !== undefined && tier(of);
    });
    if (kept.length > 0) return kept;
  }
  return ranked;
}
