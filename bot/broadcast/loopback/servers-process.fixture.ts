/** The four vendors' servers in a process of their own, which nobody kills; prints where they listen. */
import path from 'node:path';
import { LoopbackServer } from './loopback-server.fixture.ts';
import { faultsFor, kinds, type Scale } from './vendors.fixture.ts';

const { folder, scale } = JSON.parse(process.argv[2] ?? '') as { folder: string; scale: Scale };
const urls: Record<string, string> = {};
for (const [channel, { vendor }] of Object.entries(kinds)) {
  const server = new LoopbackServer(vendor, faultsFor(channel, scale), path.join(folder, `${channel}.jsonl`));
  urls[channel] = await server.start();
}
process.stdout.write(`${JSON.stringify(urls)}\n`);
// Until whoever started it is gone.
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
