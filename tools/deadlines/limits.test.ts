import { readFileSync } from 'node:fs';

import { parse } from 'yaml';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';

import { parseCitation } from '#knowledge/citations/parse-citation.ts';
import { clauseText } from '#knowledge/corpus/clause-text.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';

import { loadLimits } from './load-limits.ts';

const limits = loadLimits();
const municipal = limits.flatMap(({ id, municipal: rule }) => (rule ? [{ id, rule }] : []));
const higher = limits.flatMap(({ id, higher: rule }) => (rule ? [{ id, rule }] : []));

test('the table names each limit once, with its days', () => {
  expect(limits.map(({ id, municipal: own, higher: above }) => [id, own?.days ?? null, above?.days ?? null])).toEqual([
    ['share-answer', 10, 10],
    ['open-answer', 10, null],
    ['catalog-update', 15, 10],
    ['catalog-publication', null, 2],
    ['share-answer-unconditional', null, 1],
    ['share-provision', null, 20],
    ['correction', null, 10],
  ]);
});

describe('the city’s rules agree with the corpus', () => {
  const regulations = loadRegulations();

  test.each(municipal)('$id', ({ rule }) => {
    const regulation = regulations.find(({ id }) => id === rule.regulation);
    if (!regulation) throw new Error(`no regulation ${rule.regulation}`);
    const place = parseCitation(rule.clause);
    if (!place) throw new Error(`no citation: ${rule.clause}`);
    expect(clauseText(regulation, place)).toContain(rule.quote);
    expect(rule.quote).toContain(`${rule.days}个工作日`);
    expect(rule).toMatchObject({
      instrument: regulation.title,
      number: regulation.documentNumber,
      inForceFrom: regulation.inForceFrom,
      inForceTo: regulation.validUntil,
    });
  });
});

describe('the rules of higher law agree with the table that words them', () => {
  const file = new URL('../../knowledge/higher-law/higher-law.yaml', import.meta.url);
  const rows = z
    .array(
      z.object({
        id: z.string(),
        instrument: z.string(),
        number: z.string(),
        article: z.number(),
        inForceFrom: z.string(),
        clauses: z.array(z.string()),
        limit: z.object({ days: z.number().optional(), extension: z.number().optional() }).optional(),
      }),
    )
    .parse(parse(readFileSync(file, 'utf8')));

  test.each(higher)('$id', ({ rule }) => {
    const row = rows.find(({ id }) => id === rule.about);
    expect(row).toMatchObject({
      instrument: rule.instrument,
      number: rule.number,
      article: parseCitation(rule.clause)?.article,
      inForceFrom: rule.inForceFrom,
      limit: { days: rule.days, extension: rule.extension?.days ?? 0 },
    });
  });

  test.each(limits.filter(({ municipal: own }) => own === null))(
    '$id names the same nearest clause',
    ({ near, higher: rule }) => {
      expect(rows.find(({ id }) => id === rule?.about)?.clauses).toEqual([near]);
    },
  );

  test('no row with a number of working days is without a limit', () => {
    const worded = rows.filter(({ limit }) => limit?.days !== undefined).map(({ id }) => id);
    expect(new Set(worded)).toEqual(new Set(higher.map(({ rule }) => rule.about)));
  });
});
