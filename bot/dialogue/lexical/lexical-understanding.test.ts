import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#tools/people/actor.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { City, monday } from '../chat.fixture.ts';
import { speaksOfRules } from './rule-language.ts';
import { createLexicalUnderstanding } from './lexical-understanding.ts';
import { printed } from './printed-command.fixture.ts';
import { type Standing, viewAt } from './view.fixture.ts';

let city: City;
beforeAll(async () => {
  city = await City.open();
});
afterAll(() => city.close());

const li: Actor = {
  personId: 'li',
  name: '李明轩',
  memberships: [{ role: 'officer', departmentId: 'jiaoyu', departmentName: '长沙市教育局' }],
  channel: 'test',
  channelUserId: 'li',
};
const understanding = createLexicalUnderstanding({
  ofRules: speaksOfRules(loadRegulations()),
  readLatin: (text) => ({ 'bian yi tiao mulu': '编一条目录', meiyue: '每月' })[text] ?? text,
});

interface Case {
  readonly standing: Standing;
  readonly words: string;
  readonly meant: string;
}
const cases = readFileSync(new URL('cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line): Case => {
    const [standing = '', words = '', meant = ''] = line.split(' | ');
    return { standing: standing.trim() as Standing, words, meant };
  });

test.each(cases.map((one) => [`[${one.standing}] ${one.words}`, one] as const))(
  '%s',
  async (_, { standing, words, meant }) => {
    const text = words.replaceAll('\\n', '\n').replaceAll('\\t', '\t');
    const view = viewAt(text, standing, { actor: { ...li }, db: city.store.db, now: monday });
    const commands = await understanding.understand(view);
    // A question is asked in the person's own words.
    const questions = commands.flatMap((command) => (command.kind === 'ask' ? [command.question] : []));
    expect(questions.filter((question) => !text.includes(question))).toEqual([]);
    expect(commands.map(printed).join(' + ')).toBe(meant);
  },
);
