import { existsSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { bodyDigest, regulationBody, sha256, withoutWhiteSpace } from './body-digest.ts';
import { builtInRegulationsDir, loadRegulations } from './load-regulations.ts';
import type { Regulation } from './regulation.ts';

const regulations = loadRegulations();
const rawFile = new URL('../../../shared/data/changsha-2021-80.raw.txt', import.meta.url);

test.each(regulations)('$id has the body whose digest is kept beside it', (regulation) => {
  const kept = readFileSync(`${builtInRegulationsDir}${regulation.id}.sha256`, 'utf8').trim();
  expect(bodyDigest(regulation)).toBe(kept);
});

// The published page itself does not come with the project; where it lies beside it, the proof is made against it too.
test.runIf(existsSync(rawFile))('the body is the published page, page marks and white space aside', () => {
  const page = withoutWhiteSpace(readFileSync(rawFile, 'utf8').replace(/— \d+ —/g, ''));
  const published = page.slice(page.indexOf('第一章总则'), page.indexOf('抄送:'));
  const [regulation] = regulations;
  expect(regulation && regulationBody(regulation)).toBe(published);
  expect(regulation && bodyDigest(regulation)).toBe(sha256(published));
});

test('one character changed, lost or added changes the digest', () => {
  const [regulation] = regulations;
  if (!regulation) throw new Error('no regulation');
  const withText = (change: (text: string) => string): Regulation => ({
    ...regulation,
    articles: regulation.articles.map((article) => ({
      ...article,
      paragraphs: article.paragraphs.map((paragraph) =>
        article.number === 22 && paragraph.number === 2 ? { ...paragraph, text: change(paragraph.text) } : paragraph,
      ),
    })),
  });
  const kept = bodyDigest(regulation);
  expect(bodyDigest(withText((text) => text))).toBe(kept);
  expect(bodyDigest(withText((text) => text.replace('10', '15')))).not.toBe(kept);
  expect(bodyDigest(withText((text) => text.slice(0, -1)))).not.toBe(kept);
  expect(bodyDigest(withText((text) => `${text}。`))).not.toBe(kept);
  expect(bodyDigest(withText((text) => text.replace('10', ' 10 ')))).toBe(kept);
});
