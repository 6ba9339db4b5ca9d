/** Turns regulations and their guide into topics: the things that can be answered, and the things the text is known not to say. */
import type { Citation } from '#knowledge/citations/citation.ts';
import type { NotSaid, Point } from '#knowledge/guide/guide.ts';

/** One answerable point, or one thing the text does not say near it. */
export interface Topic {
  /** The point's id, with `/topic` behind it for something not said. */
  readonly id: string;
  readonly regulation: string;
  readonly point: Point;
  /** Null for an answerable topic. */
  readonly notSaid: NotSaid | null;
  readonly citations: readonly Citation[];
}

export type TopicTextKind = 'question' | 'yes_no' | 'gloss' | 'words';

/** A text that leads to a topic. */
export interface TopicText {
  /** Index into the topics. */
  readonly topic: number;
  readonly kind: TopicTextKind;
  readonly text: string;
  /** For `yes_no`: the word that opens its answer. */
  readonly head: Point['yesNo'][number]['head'] | null;
}

export interface TopicBook {
  readonly topics: readonly Topic[];
  readonly texts: readonly TopicText[];
}

export interface GuidedRegulation {
  readonly id: string;
  readonly points: readonly { readonly point: Point; readonly citations: readonly Citation[] }[];
}

/** Lays out all topics and the texts that lead to them, in the order given. */
export function topicBook(guides: readonly GuidedRegulation[]): TopicBook {
  const topics: Topic[] = [];
  const texts: TopicText[] = [];
  for (const { id: regulation, points } of guides)
    for (const { point, citations } of points) {
      const said = topics.push({ id: point.id, regulation, point, notSaid: null, citations }) - 1;
      for (const text of point.questions) texts.push({ topic: said, kind: 'question', text, head: null });
      for (const { ask, head } of point.yesNo) texts.push({ topic: said, kind: 'yes_no', text: ask, head });
      texts.push({ topic: said, kind: 'gloss', text: `${point.gloss} ${point.words.join(' ')}`, head: null });
      for (const notSaid of point.notSaid) {
        const not = topics.push({ id: `${point.id}/${notSaid.topic}`, regulation, point, notSaid, citations }) - 1;
        for (const text of notSaid.asks) texts.push({ topic: not, kind: 'question', text, head: null });
        texts.push({ topic: not, kind: 'gloss', text: `${notSaid.topic} ${notSaid.say}`, head: null });
      }
    }
  return { topics, texts };
}
