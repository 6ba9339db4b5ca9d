/**
 * `npm run chat [-- --as <person id>] [--jsonl] [--now <ISO time>]`: a conversation in the terminal, which goes on where
 * the last one ended. With the server running it works on the same store.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ConsoleConversation } from '#bot/channels/console.ts';
import { loadConfig } from '#bot/config.ts';
import { modelParts } from '#bot/assistant/model-parts.ts';
import { configuredEmbedder } from '#bot/configured-embedder.ts';
import { openCore } from '#bot/core.ts';
import { Courier } from '#bot/delivery/courier.ts';
import type { LoggedReply } from '#bot/delivery/conversation-log.ts';
import { plainText } from '#bot/delivery/plain-text.ts';
import { saveFile } from '#bot/files/save-file.ts';
import { createLog } from '#bot/log.ts';
import { openConfiguredStore } from '#bot/open-store.ts';
import { createServices } from '#bot/services.ts';
import { journalDir } from '#bot/store-location.ts';
import { reasonLines } from '#bot/start-failure.ts';
import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { speakAs } from './speak-as.ts';
import { gatherLines } from './gather-lines.ts';
import { answerChatLine } from './jsonl-chat.ts';
import { turnClock } from './turn-clock.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { as: { type: 'string' }, jsonl: { type: 'boolean', default: false }, now: { type: 'string' } },
  });
  const config = loadConfig();
  const now = turnClock(values.now, config, () => new Date());
  // The terminal is for the conversation: only what went wrong is logged beside it.
  const log = createLog(config.logLevel === 'info' ? 'error' : config.logLevel);
  const store = await openConfiguredStore(config, now);
  try {
    const regulations = loadRegulations([builtInRegulationsDir, addedRegulationsDir(config.dataDir)]);
    if (values.as !== undefined) await speakAs(store.db, values.as, now());
    const courier = new Courier();
    const core = (
      await openCore({
        regulations,
        demo: config.demo,
        dataDir: config.dataDir,
        ...configuredEmbedder(config),
        model: modelParts(config, log),
      })
    )(store, courier, saveFile(config.dataDir));
    const services = createServices({
      store,
      journal: journalDir(config),
      core,
      courier,
      demo: config.demo,
      log,
      now,
      turnTimeoutMs: config.turnTimeoutMs,
    });
    const conversation = new ConsoleConversation(services, values.as ?? null);
    await (values.jsonl ? speakJsonl(conversation, now) : speakWithPerson(conversation, now));
    await services.ingress.finished();
    await services.conversations.settled();
  } finally {
    await store.close();
  }
}

async function speakJsonl(conversation: ConsoleConversation, now: () => Date): Promise<void> {
  let lineNumber = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    try {
      console.log(JSON.stringify(await answerChatLine(line, conversation, now)));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      console.error(`line ${lineNumber}: ${error.message}`);
      console.log(JSON.stringify({ replies: [], ms: 0 }));
      process.exitCode = 1;
    }
  }
}

async function speakWithPerson(conversation: ConsoleConversation, now: () => Date): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '\n您:' });
  // Listened to from the start: a script's lines, and their end, may be there before the greeting is.
  let open = true;
  const closed = new Promise<void>((resolve) => {
    terminal.once('close', () => {
      open = false;
      resolve();
    });
  });
  const show = (replies: readonly LoggedReply[]): void => {
    for (const { reply } of replies) console.log(`\n助手:${plainText(reply)}`);
    if (open) terminal.prompt();
  };
  let last: Promise<void> = conversation.join(now()).then(show);
  const hear = (message: string): void => {
    last = last.then(async () => {
      if (message.trim() !== '') show(await conversation.say(message, now()));
      else if (open) terminal.prompt();
    });
  };
  // Only what is pasted into a terminal is one message; a script says a line at a time.
  const gatherer = process.stdin.isTTY ? gatherLines(hear) : { line: hear, flush: (): void => {} };
  terminal.on('line', gatherer.line);
  await closed;
  gatherer.flush();
  await last;
  console.log();
}

main().catch((error: unknown) => {
  console.error(reasonLines(error).join('\n'));
  process.exitCode = 1;
});
