/** A running page for a test of broadcasts: real server, store, tools and dialogue, and the sender beside them; a request of 市民政局 is overdue. */
import { BroadcastSender } from '#bot/broadcast/broadcast-sender.ts';
import { conversationPort } from '#bot/broadcast/conversation-port.ts';
import { channels } from '#bot/channels/channels.ts';
import { readConfig } from '#bot/config.ts';
import { Courier } from '#bot/delivery/courier.ts';
import { createClauseSource } from '#bot/dialogue/clause-source.ts';
import { createDialogue } from '#bot/dialogue/dialogue.ts';
import { createLexicalUnderstanding } from '#bot/dialogue/lexical/lexical-understanding.ts';
import { speaksOfRules } from '#bot/dialogue/lexical/rule-language.ts';
import { presenters } from '#bot/dialogue/present/presenters.ts';
import { silentLog } from '#bot/log.ts';
import { serve } from '#bot/serve.ts';
import { createServices } from '#bot/services.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { openBroadcastCity, overdueRequest } from '#tools/broadcast/broadcast-city.fixture.ts';
import { tools } from '#tools/tools.ts';
import type { RequestCity } from '#tools/requests/requests.fixture.ts';
import { registerWeb } from './register-web.ts';

export interface BroadcastPage {
  readonly url: string;
  readonly city: RequestCity;
  close(): Promise<void>;
}

const now = (): Date => new Date(Date.parse('2026-03-20T01:00:00Z') + performance.now());

export async function openBroadcastPage(): Promise<BroadcastPage> {
  const city = await openBroadcastCity();
  await overdueRequest(city);
  const { store } = city;
  const bound = { channel: 'directline', boundBy: 'demo', boundAt: city.clock };
  await store.db.channelIdentity.createMany({
    data: ['li', 'liu', 'zhou'].map((personId) => ({ ...bound, userId: personId, personId })),
  });
  const config = readConfig({ PORT: '0', ZHENGSHU_MESSAGES_PER_MINUTE: '100000' });
  const [log, courier, regulations] = [silentLog(), new Courier(), loadRegulations()];
  const core = createDialogue({
    store,
    demo: true,
    tools,
    presenters,
    understanding: createLexicalUnderstanding({ ofRules: speaksOfRules(regulations) }),
    ask: (text) => ({ outcome: 'answered', text, proofs: [], nearest: [], notes: [], nextSteps: [] }),
    clauseOf: createClauseSource(regulations),
    courier,
    regulationTitle: '长沙市政务数据资源管理办法',
  });
  const services = createServices({ store, core, courier, demo: true, log, now, turnTimeoutMs: config.turnTimeoutMs });
  const port = conversationPort({ channel: 'directline', pool: store.pool, feed: services.feed });
  const broadcasts = new BroadcastSender({ store, ports: [port], courier, log, now });
  await broadcasts.start();
  const running = await serve({
    config,
    log,
    now,
    signingKey: new Uint8Array(32).fill(7),
    channels,
    backstage: () => Promise.resolve({ services, shared: false, close: () => broadcasts.stop() }),
    registerWeb: async (app) => {
      await registerWeb(app, { config, regulations, now });
    },
  });
  await running.ready;
  return {
    url: running.url,
    city,
    close: async () => {
      await running.close();
      await store.close();
    },
  };
}
