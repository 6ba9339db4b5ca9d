import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Answer, Proof } from '#knowledge/answers/answer.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import { clauseText } from '#knowledge/corpus/clause-text.ts';

import { checkAnswer } from './check-answer.ts';
import { exemptSpans, standingAt } from './exempt-spans.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { type Mutation, mutationsOf } from './mutations.fixture.ts';
import { plainText } from './plain-text.ts';
import { quoteStanding } from './quote-stands.ts';
import { glosses, ownSentences, regulation, regulations, type TrueAnswer } from './true-answers.fixture.ts';

const findingsOf = (answer: Answer) => checkAnswer(answer, { regulations }).findings;
const sources: readonly TrueAnswer[] = [...ownSentences, ...glosses];

test.each([
  ['the regulation’s own sentences', ownSentences],
  ['the glosses of the guide', glosses],
])('%s pass unchanged', (_, answers) => {
  expect(answers.length).toBeGreaterThan(50);
  const refused = answers.flatMap(({ id, answer }) => {
    const { answer: checked, findings } = checkAnswer(answer, { regulations });
    return findings.length > 0 || checked.text !== answer.text ? [{ id, text: answer.text, findings }] : [];
  });
  expect(refused).toEqual([]);
});

/** Actors that stand side by side in one of the clauses: putting one for the other stays true. */
function standTogether(answer: Answer, one: string, other: string): boolean {
  return gatherEvidence(regulations, answer.proofs).some(({ statement: { actors } }) =>
    actors.some((_, index) => {
      const chain = [actors[index]?.actor];
      for (let at = index + 1; actors[at]?.joined; at += 1) chain.push(actors[at]?.actor);
      return chain.includes(one) && chain.includes(other);
    }),
  );
}

interface Falsified {
  readonly source: TrueAnswer;
  readonly mutation: Mutation;
}

const falsified: readonly Falsified[] = sources.flatMap((source) => {
  const spans = exemptSpans(plainText(source.answer.text));
  return mutationsOf(source.answer.text)
    .filter(({ start }) => standingAt(spans, start) === 'stated')
    .filter(({ was, actor }) => was === undefined || actor === undefined || !standTogether(source.answer, was, actor))
    .map((mutation) => ({ source, mutation }));
});
const ofKind = (kind: Mutation['kind']): readonly Falsified[] =>
  falsified.filter(({ mutation }) => mutation.kind === kind);
const isCaught = ({ source, mutation }: Falsified): boolean =>
  findingsOf({ ...source.answer, text: mutation.text }).length > 0;

describe('a falsified sentence is caught', () => {
  test.each(['number', 'modal'] as const)('when its %s is another one: every one there is', (kind) => {
    expect(ofKind(kind).length).toBeGreaterThan(200);
    const missed = ofKind(kind).filter((one) => !isCaught(one));
    expect(missed.map(({ source, mutation }) => `${source.id}: ${mutation.change}`)).toEqual([]);
  });

  test('when its actor is another one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ofKind('actor')), (one) => {
        expect([one.mutation.change, isCaught(one)]).toEqual([one.mutation.change, true]);
      }),
      { numRuns: 3000 },
    );
  });

  test('when two things in it are changed at once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...falsified), fc.nat(), ({ source, mutation }, pick) => {
        const later = falsified.filter((one) => one.source === source && one.mutation.start >= mutation.end);
        const second = later[pick % Math.max(later.length, 1)]?.mutation;
        if (!second) return;
        const plain = plainText(source.answer.text);
        const grown = mutation.text.length - plain.length;
        const put = second.text.slice(second.start, second.end + second.text.length - plain.length);
        const text = mutation.text.slice(0, second.start + grown) + put + mutation.text.slice(second.end + grown);
        expect([text, findingsOf({ ...source.answer, text }).length > 0]).toEqual([text, true]);
      }),
      { numRuns: 1000 },
    );
  });

  test('when two of its actors have changed places', () => {
    const swapped = sources.flatMap(({ id, answer }) =>
      gatherEvidence(regulations, answer.proofs).length === 0
        ? []
        : swapsOf(answer).map((text) => ({ id, answer, text })),
    );
    expect(swapped.length).toBeGreaterThan(50);
    const missed = swapped.filter(({ answer, text }) => findingsOf({ ...answer, text }).length === 0);
    expect(missed.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  });

  test('what leaves instead is true and stays as it is when checked again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...falsified), ({ source, mutation }) => {
        const { answer } = checkAnswer({ ...source.answer, text: mutation.text }, { regulations });
        expect(checkAnswer(answer, { regulations })).toEqual({ answer, findings: [] });
      }),
      { numRuns: 500 },
    );
  });
});

/** The sentence with two actors that act together nowhere exchanged. */
function swapsOf(answer: Answer): readonly string[] {
  const plain = plainText(answer.text);
  const changes = mutationsOf(plain).filter(({ kind }) => kind === 'actor');
  const places = changes.filter(({ start }, index) => changes.findIndex((one) => one.start === start) === index);
  return places.flatMap((first, index) =>
    places.slice(index + 1).flatMap((second) => {
      if (first.was === undefined || second.was === undefined || first.was === second.was) return [];
      if (standTogether(answer, first.was, second.was)) return [];
      const [a, b] = [plain.slice(first.start, first.end), plain.slice(second.start, second.end)];
      return [plain.slice(0, first.start) + b + plain.slice(first.end, second.start) + a + plain.slice(second.end)];
    }),
  );
}

describe('a false quote is dropped', () => {
  const quotes: readonly Proof[] = sources.flatMap(({ answer }) => answer.proofs);
  const character = fc.constantFrom(...new Set(ownSentences.flatMap(({ answer }) => Array.from(answer.text))));

  test('when a character of it is changed, added or lost', () => {
    fc.assert(
      fc.property(fc.constantFrom(...quotes), fc.nat(), fc.nat(2), character, (proof, pick, edit, other) => {
        const at = pick % proof.quote.length;
        const quote =
          proof.quote.slice(0, at) + (edit === 2 ? '' : other) + proof.quote.slice(edit === 1 ? at : at + 1);
        const stillTrue = quoteStanding(regulation, proof, quote) === 'stands';
        const { answer, findings } = checkAnswer({ ...ANSWER, proofs: [{ ...proof, quote }] }, { regulations });
        expect(answer.proofs).toHaveLength(stillTrue ? 1 : 0);
        expect(findings.some(({ kind }) => kind === 'quote')).toBe(!stillTrue);
        // Only a character lost at an end, or one changed for the same, leaves a true quote.
        expect(!stillTrue || proof.quote.replace(/\s/g, '').includes(quote.replace(/\s/g, ''))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('when it stands in another article, paragraph or item', () => {
    const places = regulation.articles.flatMap(({ number: article, paragraphs }) => [
      { article },
      ...paragraphs.map(({ number: paragraph }) => ({ article, paragraph })),
      { article, paragraph: paragraphs.length + 1 },
      { article: article + 41 },
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...quotes), fc.constantFrom(...places), (proof, place) => {
        const { paragraph: _, item: __, ...bare } = proof;
        const words = clauseText(regulation, place)?.replace(/\s/g, '') ?? '';
        if (words.includes(proof.quote.replace(/\s/g, ''))) return;
        const { answer, findings } = checkAnswer({ ...ANSWER, proofs: [{ ...bare, ...place }] }, { regulations });
        expect([formatCitation(place), answer.proofs]).toEqual([formatCitation(place), []]);
        expect(findings[0]?.kind).toBe(words === '' ? 'clause' : 'quote');
      }),
      { numRuns: 2000 },
    );
  });

  test('when it begins behind the 不得 or 未 that belongs to it', () => {
    const cut = ['新建共享交换通道', '同意共享的', '经批准将本部门政务数据'].map((quote) =>
      quoteStanding(regulation, { article: 22 }, quote),
    );
    expect(cut).toEqual(['negation_cut_off', 'negation_cut_off', 'negation_cut_off']);
  });
});

const ANSWER: Answer = { outcome: 'answered', text: '办法有规定。', proofs: [], nearest: [], notes: [], nextSteps: [] };

test('an article named in the text that is not among the proofs is caught', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sources), fc.integer({ min: 1, max: 60 }), ({ answer }, article) => {
      if (answer.proofs.some((proof) => proof.article === article)) return;
      const kinds = findingsOf({ ...answer, text: `按照${formatCitation({ article })},${answer.text}` }).map(
        ({ kind }) => kind,
      );
      expect(kinds).toContain('citation');
    }),
    { numRuns: 500 },
  );
});
