/** A round trip of the chat page's protocol: from posting a message to its answer on the WebSocket. */
import { WebSocket } from 'ws';
import { z } from 'zod';
import { directLine } from '#bot/channels/direct-line/direct-line.ts';
import { startBot } from './started-bot.ts';
import { quantile } from './quantile.ts';

const rounds = 600;
const warmUp = 100;
const begun = z.object({ token: z.string(), conversationId: z.string(), streamUrl: z.string() });
const frame = z.object({
  activities: z.array(z.object({ type: z.string(), from: z.object({ role: z.string().optional() }) })),
});

export async function run(): Promise<number> {
  const bot = await startBot([directLine]);
  const root = `${bot.url}/v3/directline`;
  const post = async (path: string, body: unknown, token?: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    return (await fetch(`${root}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const { token } = z.object({ token: z.string() }).parse(await post('/tokens/generate', {}));
  const { conversationId, streamUrl } = begun.parse(await post('/conversations', {}, token));
  const socket = new WebSocket(streamUrl);
  let answered = (): void => {};
  socket.on('message', (data: Buffer) => {
    if (data.length === 0) return;
    const { activities } = frame.parse(JSON.parse(data.toString('utf8')));
    if (activities.some(({ type, from }) => type === 'message' && from.role === 'bot')) answered();
  });
  await new Promise<void>((resolve) => (answered = resolve));
  const times: number[] = [];
  for (let n = 0; n < warmUp + rounds; n += 1) {
    const start = performance.now();
    const answer = new Promise<void>((resolve) => (answered = resolve));
    await post(`/conversations/${conversationId}/activities`, { type: 'message', text: `第${n}条` }, token);
    await answer;
    if (n >= warmUp) times.push(performance.now() - start);
  }
  socket.close();
  await bot.close();
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  console.log(`Direct Line, post to answer on the WebSocket, an echo core, store: ${bot.store} (${rounds})`);
  console.log(`  p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms`);
  return 0;
}
