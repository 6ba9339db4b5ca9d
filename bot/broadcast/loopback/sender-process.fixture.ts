/** A process that sends what is to be sent, until it is killed or nothing is left; prints a line a second and `done`. */
import { writeSync } from 'node:fs';
import { BroadcastSender } from '#bot/broadcast/broadcast-sender.ts';
import { Courier } from '#bot/delivery/courier.ts';
import { silentLog } from '#bot/log.ts';
import { openStore, type StoreLocation } from '#prisma/store.ts';
import { kinds, limitsFor, type Scale } from './vendors.fixture.ts';

interface Task {
  readonly location: StoreLocation;
  readonly urls: Readonly<Record<string, string>>;
  readonly scale: Scale;
  readonly broadcastId: string;
}

const { location, urls, scale, broadcastId } = JSON.parse(process.argv[2] ?? '') as Task;
const store = await openStore(location);
const now = (): Date => new Date(performance.timeOrigin + performance.now());
const ports = Object.entries(kinds).map(([channel, { port }]) => port(urls[channel] ?? '', limitsFor(channel, scale)));
const sender = new BroadcastSender({
  store,
  ports,
  courier: new Courier(),
  log: silentLog(),
  now,
  lookMs: 500,
  graceMs: 1_000,
});
await sender.start();
writeSync(1, 'ready\n');
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { state } = await store.db.broadcast.findUniqueOrThrow({ where: { id: broadcastId }, select: { state: true } });
  if (state === 'done') break;
}
await sender.stop();
await store.close();
writeSync(1, 'done\n');
process.exit(0);
