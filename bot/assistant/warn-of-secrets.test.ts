import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLexicalUnderstanding } from '#bot/dialogue/lexical/lexical-understanding.ts';
import { speaksOfRules } from '#bot/dialogue/lexical/rule-language.ts';
import { viewAt } from '#bot/dialogue/lexical/view.fixture.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { warnOfSecrets } from './warn-of-secrets.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

test.each([
  ['帮我查一下430102199003071234的低保情况', '身份证号'],
  ['密级:机密 这份名单能共享吗', '涉密标识'],
  ['联系电话0731-88665544', null],
  ['涉及国家秘密的数据怎么办', null],
])('%s', async (text, kind) => {
  const understanding = warnOfSecrets(createLexicalUnderstanding({ ofRules: speaksOfRules(loadRegulations()) }));
  const actor = { personId: null, name: '', memberships: [], channel: 'test', channelUserId: 'u' };
  const view = viewAt(text, 'none', { actor, db: store.db, now: new Date('2026-03-02T01:00:00Z') });
  const commands = await understanding.understand(view);
  const remarks = commands.flatMap((command) => (command.kind === 'remark' ? command.text : []));
  expect(remarks).toHaveLength(kind === null ? 0 : 1);
  expect(remarks.join('')).toContain(kind ?? '');
  // What was wanted is done all the same.
  expect(commands.length).toBeGreaterThan(remarks.length);
});
