import { describe, expect, test } from 'vitest';

import { findCitations } from '#knowledge/citations/find-citations.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import { parseCitation } from '#knowledge/citations/parse-citation.ts';
import { resolveCitation } from '#knowledge/citations/resolve-citation.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { checkAnswer } from '#knowledge/proof/check-answer.ts';
import { findActors } from '#knowledge/proof/find-actors.ts';
import { findAmounts } from '#knowledge/proof/find-amounts.ts';
import { gatherEvidence } from '#knowledge/proof/gather-evidence.ts';
import { plainText } from '#knowledge/proof/plain-text.ts';
import { quoteStanding } from '#knowledge/proof/quote-stands.ts';

import type { Point } from './guide.ts';
import { loadGuide } from './load-guide.ts';

const regulations = loadRegulations();
const [regulation] = regulations;
if (!regulation) throw new Error('no regulation');
const points = loadGuide(regulation.id);

const citationsOf = ({ clauses }: Pick<Point, 'clauses'>) =>
  clauses.flatMap((clause) => {
    const place = parseCitation(clause);
    return place ? [{ regulation: regulation.id, ...place }] : [];
  });
const evidenceOf = (point: Point) => gatherEvidence(regulations, citationsOf(point));
const wordsOf = (point: Point): string =>
  evidenceOf(point)
    .map(({ statement }) => statement.text)
    .join(',');

/** One line for each point that has a problem: readable as it is. */
function problems(check: (point: Point) => readonly string[]): readonly string[] {
  return points.flatMap((point) => check(point).map((problem) => `${point.id}: ${problem}`));
}

test('every article has a point with its questions', () => {
  const covered = new Set(points.flatMap(citationsOf).map(({ article }) => article));
  expect(regulation.articles.map(({ number }) => number).filter((number) => !covered.has(number))).toEqual([]);
  expect(problems(({ questions }) => (questions.length < 5 ? ['fewer than five questions'] : []))).toEqual([]);
});

test('every clause named exists', () => {
  expect(
    problems(({ clauses }) =>
      clauses.filter((clause) => {
        const place = parseCitation(clause);
        return !place || !resolveCitation(place, regulation).found;
      }),
    ),
  ).toEqual([]);
});

test('the id begins with the article of one of its clauses', () => {
  expect(
    problems((point) =>
      citationsOf(point).some(({ article }) => point.id.startsWith(`${article}-`)) ? [] : [point.clauses.join(' ')],
    ),
  ).toEqual([]);
});

test('every quote stands word for word in one of the clauses, and every clause has a quote', () => {
  expect(
    problems((point) => {
      const stands = (quote: string) =>
        citationsOf(point).map((place) => quoteStanding(regulation, place, quote) === 'stands');
      const held = point.quotes.map(stands);
      return [
        ...point.quotes.filter((_, index) => !held[index]?.includes(true)).map((quote) => `false quote: ${quote}`),
        ...point.clauses.filter((_, at) => !held.some((one) => one[at])).map((clause) => `no quote from ${clause}`),
      ];
    }),
  ).toEqual([]);
});

test('every number of a gloss, and every number listed, stands in the clauses', () => {
  const keys = (words: string): readonly string[] => findAmounts(plainText(words)).map(({ key }) => key);
  expect(
    problems((point) => {
      const given = new Set(evidenceOf(point).flatMap(({ statement }) => statement.amounts.map(({ key }) => key)));
      const items = new Set(
        regulation.articles
          .filter(({ number }) => citationsOf(point).some(({ article }) => article === number))
          .flatMap(({ paragraphs }) => paragraphs.map((paragraph) => `${paragraph.items.length} 项`)),
      );
      return [...point.numbers, point.gloss]
        .flatMap(keys)
        .filter((key) => !given.has(key) && !items.has(key) && key !== '1 次' && !/^\d+$/.test(key))
        .map((key) => `the clauses do not say ${key}`);
    }),
  ).toEqual([]);
});

test('every actor bound is named in the clauses', () => {
  expect(
    problems((point) => {
      const words = wordsOf(point);
      const named = new Set(findActors(words).map(({ actor }) => actor));
      return point.binds.filter((name) => {
        const plain = plainText(name);
        return !words.includes(plain) && !findActors(plain).some(({ actor }) => named.has(actor));
      });
    }),
  ).toEqual([]);
});

test('the modal stands in the clauses', () => {
  expect(
    problems((point) => (point.modal === 'none' || wordsOf(point).includes(point.modal) ? [] : [point.modal])),
  ).toEqual([]);
});

describe('the proof check bears out', () => {
  const proofsOf = (places: readonly Parameters<typeof resolveCitation>[0][]) =>
    places.flatMap((place) => {
      const resolved = resolveCitation(place, regulation);
      return resolved.found ? [{ title: regulation.title, ...resolved.citation, quote: resolved.text }] : [];
    });
  const base = { nearest: [], notes: [], nextSteps: [] };
  const faults = (findings: ReturnType<typeof checkAnswer>['findings']): readonly string[] =>
    findings.map((finding) =>
      'words' in finding ? `${finding.kind} ${finding.words} in: ${finding.sentence}` : finding.kind,
    );

  test('every gloss and every wording for a role', () => {
    expect(
      problems((point) => {
        const proofs = proofsOf(citationsOf(point));
        return [point.gloss, ...Object.values(point.roles)].flatMap((text) =>
          faults(checkAnswer({ ...base, outcome: 'answered', text, proofs }, { regulations }).findings),
        );
      }),
    ).toEqual([]);
  });

  test('what is said of the nearest clause where the regulation is silent', () => {
    expect(
      problems((point) =>
        point.notSaid.flatMap(({ say }) => {
          const first = findCitations(say)[0]?.places[0];
          const named = findCitations(say, first).flatMap(({ places }) => places);
          const nearest = proofsOf([...citationsOf(point), ...named]);
          return faults(
            checkAnswer({ ...base, outcome: 'not_covered', text: say, proofs: [], nearest }, { regulations }).findings,
          );
        }),
      ),
    ).toEqual([]);
  });
});

test('no question is asked twice for different points of one article', () => {
  const asked = new Map<string, Point>();
  expect(
    problems((point) =>
      point.questions.flatMap((question) => {
        const other = asked.get(question);
        asked.set(question, point);
        return other ? [`“${question}” is also asked in ${other.id}`] : [];
      }),
    ),
  ).toEqual([]);
});

test('the clause names are written as the law writes them', () => {
  expect(
    problems(({ clauses }) =>
      clauses.filter((clause) => {
        const place = parseCitation(clause);
        return place && formatCitation(place) !== clause;
      }),
    ),
  ).toEqual([]);
});
