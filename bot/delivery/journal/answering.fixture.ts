/** A process that answers one message after the other through the journal and names each that was answered, until it is killed. */
import { writeSync } from 'node:fs';
import path from 'node:path';
import { silentLog } from '#bot/log.ts';
import { createServices } from '#bot/services.ts';
import { openStore } from '#prisma/store.ts';
import { EchoCore } from '../echo-core.fixture.ts';

const dataDir = process.argv[2] ?? '';
let number = Number(process.argv[3]);
const store = await openStore({ dataDir, exclusive: true });
const at = new Date('2026-03-02T01:00:00Z');
const { ingress } = createServices({
  store,
  journal: path.join(dataDir, 'journal'),
  core: new EchoCore(),
  demo: false,
  log: silentLog(),
  now: () => at,
  turnTimeoutMs: 10_000,
});

writeSync(1, 'ready\n');
for (;;) {
  // Two conversations, so that turns of both lie in one batch.
  const conversationId = `c${number % 2}`;
  const messageId = `${conversationId}/${number}`;
  const inbound = {
    channel: 'test',
    userId: 'u',
    conversationId,
    messageId,
    kind: 'text',
    text: `问${number}`,
    at,
  } as const;
  const { replies } = await ingress.accept({ inbound, acknowledgedWithAnswer: true });
  await replies;
  writeSync(1, `${number}\n`);
  number += 1;
}
