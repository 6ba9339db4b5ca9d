import { expect, test } from 'vitest';

import { parseCitation } from '#knowledge/citations/parse-citation.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { findActors } from '#knowledge/proof/find-actors.ts';
import { findAmounts } from '#knowledge/proof/find-amounts.ts';
import { gatherEvidence } from '#knowledge/proof/gather-evidence.ts';
import { plainText } from '#knowledge/proof/plain-text.ts';

import { type Duty, dutySchema, loadDuties } from './duties.ts';
import { flowNames } from './flows.ts';

const regulations = loadRegulations();
const [regulation] = regulations;
if (!regulation) throw new Error('no regulation');
const duties = loadDuties(regulation.id);

const evidenceOf = ({ clause }: Duty) => {
  const place = parseCitation(clause);
  return place ? gatherEvidence(regulations, [{ regulation: regulation.id, ...place }]) : [];
};
const wordsOf = (duty: Duty): string =>
  evidenceOf(duty)
    .map(({ statement }) => statement.text)
    .join(',');

test('no article is without a row', () => {
  const covered = new Set(duties.map(({ clause }) => parseCitation(clause)?.article));
  expect(regulation.articles.map(({ number }) => number).filter((number) => !covered.has(number))).toEqual([]);
});

test('ids are unique, begin with their article and stand in the order of the articles', () => {
  const articles = duties.map(({ clause }) => parseCitation(clause)?.article ?? 0);
  expect(new Set(duties.map(({ id }) => id)).size).toBe(duties.length);
  expect(duties.filter(({ id }, index) => !id.startsWith(`${articles[index]}-`)).map(({ id }) => id)).toEqual([]);
  expect(articles).toEqual(articles.toSorted((a, b) => a - b));
});

test('every clause exists and names those who are bound', () => {
  expect(duties.filter((duty) => evidenceOf(duty).length === 0).map(({ clause }) => clause)).toEqual([]);
  const unnamed = duties.flatMap((duty) => {
    const words = wordsOf(duty);
    const named = findActors(words).map(({ actor }) => actor);
    return duty.who
      .filter(
        (name) =>
          !words.includes(plainText(name)) && !findActors(plainText(name)).some(({ actor }) => named.includes(actor)),
      )
      .map((name) => `${duty.id}: ${name}`);
  });
  expect(unnamed).toEqual([]);
});

test('every limit is one of the clause, and no clause with working days is without its limit', () => {
  const foreign = duties.filter((duty) => duty.byWhen !== null && !wordsOf(duty).includes(plainText(duty.byWhen)));
  expect(foreign.map(({ id, byWhen }) => `${id}: ${byWhen}`)).toEqual([]);
  const limits = gatherEvidence(
    regulations,
    regulation.articles.map(({ number: article }) => ({ regulation: regulation.id, article })),
  ).flatMap(({ citation, statement }) =>
    statement.amounts
      .filter(({ unit }) => unit === '工作日')
      .map(({ key }) => `${citation.article}.${citation.paragraph}: ${key}`),
  );
  const served = duties.flatMap(({ clause, byWhen }) => {
    const place = parseCitation(clause);
    return findAmounts(plainText(byWhen ?? ''))
      .filter(({ unit }) => unit === '工作日')
      .map(({ key }) => `${place?.article}.${place?.paragraph}: ${key}`);
  });
  expect(served).toEqual(limits);
});

test('a duty with a limit in working days runs on the clock with reminders', () => {
  const without = duties.filter(
    ({ byWhen, servedBy }) =>
      byWhen?.includes('工作日') && !(servedBy.includes('clock') && servedBy.includes('reminder')),
  );
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('a flow that does not exist is refused, and every flow serves a duty', () => {
  const [first] = duties;
  expect(dutySchema.safeParse({ ...first, servedBy: ['send-a-fax'] }).success).toBe(false);
  expect(dutySchema.safeParse({ ...first, servedBy: [] }).success).toBe(false);
  const used = new Set<string>(duties.flatMap(({ servedBy }) => servedBy));
  expect(flowNames.filter((name) => !used.has(name))).toEqual([]);
});
