/** What works behind the server: the store, the core that answers, and the services between them and the channels. */
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { JobQueue } from '#prisma/job-queue.ts';
import { prepareCatalogSearch } from '#tools/catalogs/search/catalog-search-of.ts';
import { BroadcastSender } from './broadcast/broadcast-sender.ts';
import { conversationPort } from './broadcast/conversation-port.ts';
import { channelName as directLineName } from './channels/direct-line/conversation-routes.ts';
import type { Config } from './config.ts';
import { modelParts } from './assistant/model-parts.ts';
import { configuredEmbedder } from './configured-embedder.ts';
import { openCore } from './core.ts';
import { Courier } from './delivery/courier.ts';
import { fetchFile } from './files/fetch-file.ts';
import { FileLinks } from './files/file-links.ts';
import { JobRunner } from './jobs/job-runner.ts';
import { jobs } from './jobs/jobs.ts';
import type { Log } from './log.ts';
import { openConfiguredStore } from './open-store.ts';
import type { Backstage } from './serve.ts';
import { createServices } from './services.ts';
import { journalDir } from './store-location.ts';

export interface BackstageParts {
  readonly config: Config;
  readonly log: Log;
  readonly regulations: readonly Regulation[];
  readonly now: () => Date;
  /** Signs links; at least 32 bytes. */
  readonly signingKey: Uint8Array;
  /** Where the server listens. */
  readonly address: string;
}

export async function openBackstage({
  config,
  log,
  regulations,
  now,
  signingKey: key,
  address,
}: BackstageParts): Promise<Backstage> {
  // The store opens in a thread of its own while the core is built in this one.
  const [store, coreFor] = await Promise.all([
    openConfiguredStore(config, now, { exclusive: true }),
    openCore({
      regulations,
      demo: config.demo,
      dataDir: config.dataDir,
      ...configuredEmbedder(config),
      model: modelParts(config, log),
    }),
  ]);
  const courier = new Courier();
  const links = new FileLinks({ key, base: config.publicUrl?.origin ?? address, now });
  const core = coreFor(store, courier, links.deliver);
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
  const { feed } = services;
  const broadcasts = new BroadcastSender({
    store,
    ports: [conversationPort({ channel: directLineName, pool: store.pool, feed })],
    courier,
    log,
    now,
  });
  await broadcasts.start();
  // A search that comes before the index of the catalogs is ready waits for it; nothing else does.
  const indexing = prepareCatalogSearch(store.db, config.dataDir).then(
    () => undefined,
    (error: unknown) => log.error({ err: error }, 'the catalogs could not be indexed; the next search tries again'),
  );
  return {
    services,
    shared: store.kind === 'postgresql',
    fetchFile: (token) => fetchFile(token, { store, links, now }),
    jobs: new JobRunner({
      store,
      shared: store.kind === 'postgresql',
      queue: new JobQueue(store.pool),
      jobs,
      courier,
      log,
      now,
    }),
    close: async () => {
      await broadcasts.stop();
      await indexing;
      await store.close();
    },
  };
}
