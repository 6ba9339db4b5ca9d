/** A process in which a person files one entry after another in the chat and names each one that was confirmed, until it is killed. */
import { writeSync } from 'node:fs';
import { Courier } from '#bot/delivery/courier.ts';
import { silentLog } from '#bot/log.ts';
import { createServices } from '#bot/services.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { openStore, type StoreLocation } from '#prisma/store.ts';
import { createDialogue } from './dialogue.ts';
import { fileEntry } from './filing.fixture.ts';
import { speaksOfRules } from './lexical/rule-language.ts';
import { createLexicalUnderstanding } from './lexical/lexical-understanding.ts';
import { presenter } from './present/presenter.ts';

const location = JSON.parse(process.argv[2] ?? '') as StoreLocation;
const first = Number(process.argv[3]);
const now = new Date('2026-03-02T01:00:00Z');
const store = await openStore(location);

if ((await store.db.person.count()) === 0) {
  await store.db.person.create({
    data: {
      id: 'li',
      name: '李明轩',
      createdAt: now,
      memberships: {
        create: {
          role: 'officer',
          since: now,
          department: { create: { id: 'jiaoyu', name: '长沙市教育局', shortNames: ['教育局'], createdAt: now } },
        },
      },
      identities: { create: { channel: 'test', userId: 'li', boundBy: 'roster', boundAt: now } },
    },
  });
}

const courier = new Courier();
const core = createDialogue({
  store,
  demo: false,
  tools: [fileEntry],
  presenters: [presenter(fileEntry, ({ output }) => [{ text: `已提交:${output.name}`, actions: [] }])],
  understanding: createLexicalUnderstanding({ ofRules: speaksOfRules(loadRegulations()) }),
  ask: () => ({ outcome: 'answered', text: '', proofs: [], nearest: [], notes: [], nextSteps: [] }),
  clauseOf: () => null,
  courier,
  regulationTitle: '',
});
const { ingress } = createServices({
  store,
  core,
  courier,
  demo: false,
  log: silentLog(),
  now: () => now,
  turnTimeoutMs: 60_000,
});

/** The same message again after a crash has the same id, as any channel sends it. */
async function say(messageId: string, text: string): Promise<string> {
  const inbound = {
    channel: 'test',
    userId: 'li',
    conversationId: 'li',
    messageId,
    kind: 'text' as const,
    text,
    at: now,
  };
  const { replies } = await ingress.accept({ inbound });
  return (await replies).map(({ reply }) => reply.text).join('\n');
}

await ingress.recover(new Date(now.getTime() + 1));
await ingress.finished();
writeSync(1, 'ready\n');
for (let number = first; ; number += 1) {
  const name = `第${number}号体育场地`;
  await say(
    `open-${number}`,
    `帮我编一条目录\n提供部门:教育局\n目录名称:${name}\n更新周期:每月\n共享类型:无条件共享\n摘要:全市中小学体育场地情况\n信息项:场地名称、地址\n是否涉及个人信息:否\n来源:体育场地系统\n启用日期:2026-04-01`,
  );
  const answer = await say(`yes-${number}`, '确认');
  // Written straight to the pipe: what has been written there outlives this process.
  if (answer.includes(name) && answer.includes('提交')) writeSync(1, `${number}\n`);
}
