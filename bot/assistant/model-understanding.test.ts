import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#bot/dialogue/command.ts';
import { createLexicalUnderstanding } from '#bot/dialogue/lexical/lexical-understanding.ts';
import { speaksOfRules } from '#bot/dialogue/lexical/rule-language.ts';
import { type Standing, viewAt } from '#bot/dialogue/lexical/view.fixture.ts';
import { silentLog } from '#bot/log.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { ModelGate } from './model-gate.ts';
import { ModelServer, type ScriptedReply } from './model-server.fixture.ts';
import { createModelUnderstanding } from './model-understanding.ts';

let store: Store;
let server: ModelServer;
const lexical = createLexicalUnderstanding({ ofRules: speaksOfRules(loadRegulations()) });
beforeAll(async () => {
  store = await freshStore();
  const since = new Date('2026-01-01T00:00:00Z');
  await store.db.department.create({
    data: { id: 'jiaoyu', name: '长沙市教育局', shortNames: ['教育局'], createdAt: since },
  });
  await store.db.person.create({ data: { id: 'li', name: '李明轩', createdAt: since } });
});
afterAll(() => store.close());
beforeEach(async () => {
  server = await ModelServer.start();
});
afterEach(() => server.close());

async function understood(
  text: string,
  standing: Standing = 'none',
  shares = true,
  previous: readonly string[] = [],
): Promise<readonly Command[]> {
  const gate = new ModelGate(
    {
      endpoint: { baseUrl: server.baseUrl, apiKey: null, model: 'qwen' },
      tokensPerPersonAndDay: 1e6,
      tokensPerDay: 1e7,
    },
    { store, log: silentLog(), clock: () => performance.now() },
  );
  const memberships = [{ role: 'officer' as const, departmentId: 'jiaoyu', departmentName: '长沙市教育局' }];
  const actor = { personId: 'li', name: '李明轩', memberships, channel: 'test', channelUserId: 'li' };
  const view = viewAt(text, standing, { actor, db: store.db, now: new Date('2026-03-02T01:00:00Z') });
  return await createModelUnderstanding({ lexical, gate, store, shares }).understand({ ...view, previous });
}
const proposes = (...commands: readonly unknown[]): ScriptedReply => ({
  kind: 'calls',
  calls: [{ name: 'propose', args: { commands } }],
});
const told = (): string => JSON.stringify(server.calls.map(({ body }) => body.messages));

describe('understanding with a model', () => {
  it('takes what the model proposes', async () => {
    server.say(proposes({ kind: 'ask', question: '申请共享数据多久答复' }));
    expect(await understood('那个多久能有个准信儿来着')).toEqual([{ kind: 'ask', question: '申请共享数据多久答复' }]);
  });

  it('opens a draft where the model calls a writing tool, and writes nothing', async () => {
    server.say(
      { kind: 'calls', calls: [{ name: 'file-entry', args: { name: '校园食堂', updateCycle: '每月' } }] },
      proposes({ kind: 'ask', question: '更新周期怎么选' }),
    );
    expect(await understood('食堂那摊子数据想弄上去,一个月动一回,周期咋选')).toEqual([
      {
        kind: 'open',
        tool: 'file-entry',
        fields: [
          { field: 'name', words: '校园食堂' },
          { field: 'updateCycle', words: '每月' },
        ],
      },
      { kind: 'ask', question: '更新周期怎么选' },
    ]);
    expect(await store.db.toolRun.count()).toBe(0);
  });

  it('lets a reading tool look in the name of the person, and shows it when nothing else came of it', async () => {
    server.say(
      { kind: 'calls', calls: [{ name: 'find-entries', args: { words: '体育场地' } }] },
      { kind: 'text', text: '好的' },
    );
    const commands = await understood('体育场地那些东西有谁弄过没得');
    expect(commands).toMatchObject([{ kind: 'open', tool: 'find-entries' }]);
  });

  it.each<[string, Standing]>([
    ['确认', 'confirm'],
    ['跳过', 'summary'],
    ['第二十二条第三款', 'none'],
    ['每月', 'updateCycle'],
    ['谢谢', 'none'],
    ['撤销', 'name'],
  ])('does not ask the model about %s', async (text, standing) => {
    await understood(text, standing);
    expect(server.calls).toEqual([]);
  });

  it('has no way to confirm, to choose, to delegate or to act as somebody else', async () => {
    server.say({ kind: 'calls', calls: [{ name: 'propose', args: { commands: [{ kind: 'confirm' }] } }] });
    server.respond(() => ({
      kind: 'calls',
      calls: [
        {
          name: 'propose',
          args: {
            commands: [
              { kind: 'choose', number: 1 },
              { kind: 'delegate', field: null, words: '王' },
            ],
          },
        },
      ],
    }));
    const commands = await understood('把上面那个弄好就得了嘛,按我说的来', 'confirm');
    expect(commands.map(({ kind }) => kind)).not.toContain('confirm');
    expect(commands[0]).toMatchObject({ kind: 'remark' });
    for (const { body } of server.calls) expect(JSON.stringify(body.tools)).not.toMatch(/departmentId|personId|"role"/);
  });

  it('offers what would give up or take back something, and does neither', async () => {
    server.say(proposes({ kind: 'cancel' }));
    const [only] = await understood('这破玩意儿我看还是算求了噻', 'summary');
    expect(only).toMatchObject({
      kind: 'unsure',
      meanings: [{ commands: [{ kind: 'cancel' }] }, { commands: [{ kind: 'continue' }] }],
    });
  });

  it('leaves fields alone that the form does not have', async () => {
    server.say(
      proposes({
        kind: 'set',
        fields: [
          { field: 'summary', words: '食堂名单' },
          { field: 'ownerId', words: 'zhou' },
        ],
      }),
    );
    expect(await understood('就写食堂名单那些,别的你看着办', 'summary')).toEqual([
      { kind: 'set', fields: [{ field: 'summary', words: '食堂名单' }] },
    ]);
  });

  it.each<[string, readonly ScriptedReply[]]>([
    ['a wrong tool name', [{ kind: 'calls', calls: [{ name: 'drop-tables', args: {} }] }]],
    ['broken JSON', [{ kind: 'calls', calls: [{ name: 'propose', args: '{"commands":[{"kind"' }] }]],
    [
      'arguments of another shape',
      [{ kind: 'calls', calls: [{ name: 'propose', args: { commands: [{ kind: 'launch' }] } }] }],
    ],
  ])('puts %s right at most twice, then goes the way without a model', async (_, [bad]) => {
    if (!bad) throw new Error('no reply');
    server.respond(() => bad);
    const commands = await understood('那个多久能有个准信儿来着');
    expect(commands).toMatchObject([{ kind: 'remark' }, { kind: 'ask' }]);
    expect(server.calls.length).toBeLessThanOrEqual(3);
  });

  it('takes a call that was put right', async () => {
    server.say(
      { kind: 'calls', calls: [{ name: 'propose', args: { commands: [{ kind: 'launch' }] } }] },
      proposes({ kind: 'help' }),
    );
    expect(await understood('那个多久能有个准信儿来着')).toEqual([{ kind: 'help' }]);
  });

  it('sends numbers and names masked, and puts them back into what is filed', async () => {
    server.say(proposes({ kind: 'set', fields: [{ field: 'summary', words: '联系〔姓名2〕,电话〔手机号1〕' }] }));
    const commands = await understood('摘要里带上联系李明轩和13812345678这个号就行了撒', 'summary');
    expect(told()).not.toMatch(/李明轩|13812345678/);
    expect(commands).toEqual([{ kind: 'set', fields: [{ field: 'summary', words: '联系李明轩,电话13812345678' }] }]);
  });

  it('masks the names in what was asked before, too', async () => {
    server.say(proposes({ kind: 'ask', question: '多久答复' }));
    await understood('那个多久能有个准信儿来着', 'none', true, ['李明轩提的申请到哪了']);
    expect(told()).toContain('提的申请到哪了');
    expect(told()).not.toContain('李明轩');
  });

  it('sends nothing of a form where what is filed may not leave', async () => {
    await understood('就写食堂名单那些,别的你看着办', 'summary', false);
    expect(server.calls).toEqual([]);
    server.say(proposes({ kind: 'ask', question: '多久答复' }));
    await understood('那个多久能有个准信儿来着', 'none', false);
    expect(JSON.stringify(server.calls[0]?.body.tools)).not.toContain('find-entries');
  });
});
