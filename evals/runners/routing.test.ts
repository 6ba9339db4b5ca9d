import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createLexicalUnderstanding } from '#bot/dialogue/lexical/lexical-understanding.ts';
import { speaksOfRules } from '#bot/dialogue/lexical/rule-language.ts';
import { viewAt } from '#bot/dialogue/lexical/view.fixture.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { tools } from '#tools/tools.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const line = z.object({ q: z.string() });
const questions = ['answers-before', 'answers-after'].flatMap((name) =>
  readFileSync(new URL(`../sets/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => line.parse(JSON.parse(text)).q),
);

test('in the chat a question about the rules is asked and opens no task, whatever tools there are', async () => {
  const understanding = createLexicalUnderstanding({ ofRules: speaksOfRules(loadRegulations()) });
  const now = new Date('2026-03-02T01:00:00Z');
  const memberships = [{ role: 'officer' as const, departmentId: 'jiaoyu', departmentName: '长沙市教育局' }];
  const swallowed: string[] = [];
  for (const question of questions) {
    const actor = { personId: 'li', name: '李明轩', memberships, channel: 'test', channelUserId: 'li' };
    const view = { ...viewAt(question, 'none', { actor, db: store.db, now }), tools, mayUse: () => true };
    const commands = await understanding.understand(view);
    if (!commands.every(({ kind }) => kind === 'ask' || kind === 'smalltalk')) swallowed.push(question);
  }
  expect(questions.length).toBeGreaterThan(300);
  expect(swallowed.length / questions.length, swallowed.join('\n')).toBeLessThan(0.01);
});
