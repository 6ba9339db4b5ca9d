import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Command } from '#bot/dialogue/command.ts';
import { readerOf } from '#bot/dialogue/kinds/kinds.ts';
import { createLexicalUnderstanding } from '#bot/dialogue/lexical/lexical-understanding.ts';
import { speaksOfRules } from '#bot/dialogue/lexical/rule-language.ts';
import { type Standing, viewAt } from '#bot/dialogue/lexical/view.fixture.ts';
import type { TurnView } from '#bot/dialogue/understanding.ts';
import { wordsOf } from '#bot/dialogue/words.ts';
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
const questions = ['answers-before', 'answers-after']
  .flatMap((name) =>
    readFileSync(new URL(`../sets/${name}.jsonl`, import.meta.url), 'utf8')
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text) => line.parse(JSON.parse(text)).q),
  )
  // Pinyin is read before it comes here.
  .filter((question) => /\p{Script=Han}/u.test(question));

const understanding = createLexicalUnderstanding({ ofRules: speaksOfRules(loadRegulations()) });

/** Questions that were taken for something else than a question, or at least offered as one. */
async function swallowedAt(standing: Standing): Promise<readonly string[]> {
  const now = new Date('2026-03-02T01:00:00Z');
  const memberships = [{ role: 'officer' as const, departmentId: 'jiaoyu', departmentName: '长沙市教育局' }];
  const swallowed: string[] = [];
  for (const question of questions) {
    const actor = { personId: 'li', name: '李明轩', memberships, channel: 'test', channelUserId: 'li' };
    const view = viewAt(question, standing, { actor, db: store.db, now });
    const commands = await understanding.understand(
      standing === 'none' ? { ...view, tools, mayUse: () => true } : view,
    );
    const unread = await wordsNotRead(commands, view);
    const asks = commands.some(
      (command) =>
        command.kind === 'ask' ||
        // Answered first; what else it may have meant is offered where there is no answer.
        command.kind === 'ask_or' ||
        command.kind === 'smalltalk' ||
        // What is no value of the field is said to be none, and fills nothing.
        (command.kind === 'answer' && unread.has(command.words)) ||
        (command.kind === 'unsure' &&
          standing !== 'none' &&
          command.meanings.some(({ commands: [one] }) => one?.kind === 'ask')),
    );
    if (!asks) swallowed.push(question);
  }
  return swallowed;
}

/** Answers that the field's reader makes nothing of. */
async function wordsNotRead(commands: readonly Command[], { inHand, context }: TurnView): Promise<ReadonlySet<string>> {
  const asked = inHand?.asked;
  const unread = new Set<string>();
  for (const command of commands) {
    if (command.kind !== 'answer' || !asked) continue;
    const given = inHand.draft.content.values;
    const reading = await readerOf(asked.meta.kind).read(wordsOf(command.words), { ...context, field: asked, given });
    if (reading.kind === 'invalid') unread.add(command.words);
  }
  return unread;
}

describe('in the chat a question about the rules is asked', () => {
  test.each([
    // Whatever tools there are.
    ['none', 0.01],
    // Where the form waits for one of a few, a department, a yes, a day.
    ['updateCycle', 0.01],
    ['sharingType', 0.01],
    ['departmentId', 0.01],
    ['personal', 0.01],
    ['effectiveOn', 0.01],
    // Where any words would be an answer: what is put as a thing's name is one.
    ['name', 0.04],
    ['summary', 0.04],
  ] as const)('with the form at: %s', async (standing, most) => {
    const swallowed = await swallowedAt(standing);
    expect(questions.length).toBeGreaterThan(300);
    if (swallowed.length > 0) console.log(swallowed.join('\n'));
    expect(swallowed.length / questions.length).toBeLessThan(most);
  });
});
