/** Sends hostile inputs to a running bot and says which of them it did not answer as it should. */
import { Agent, request } from 'node:http';
import { z } from 'zod';
import { hostileBody } from './hostile-bodies.ts';
import type { HostileBody } from './hostile-bodies.ts';
import type { RandomSource } from './random-source.ts';

/** An answer that takes longer counts as a hang. */
const hangMs = 15_000;
/** Conversations the inputs are spread over, per protocol. */
const conversations = 50;

export interface HostileReport {
  readonly sent: number;
  /** Answers by target, kind and status: `messages text 200`. */
  readonly answers: ReadonlyMap<string, number>;
  readonly failures: readonly string[];
  readonly slowest: { readonly ms: number; readonly input: string };
}

interface Target {
  readonly name: string;
  /** Where the next input goes, and with which proof. */
  readonly next: () => { readonly path: string; readonly headers: Readonly<Record<string, string>> };
  readonly message: (text: string) => Record<string, unknown>;
  /** Why an answer with status 200 is not clear; null when it is. */
  readonly unclear: (body: unknown, input: HostileBody) => string | null;
}

const refusal = z.object({ error: z.object({ code: z.string().min(1), message: z.string().min(1) }) });
const replies = z.object({
  activities: z.array(z.object({ text: z.string().min(1).optional(), summary: z.string().optional() })),
});
const posted = z.object({ id: z.string().min(1) });
const session = z.object({ token: z.string(), conversationId: z.string() });

export async function hostileRun(url: string, count: number, random: RandomSource): Promise<HostileReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const targets = [messagesTarget(), await directLineTarget(url, agent)];
  const answers = new Map<string, number>();
  const failures: string[] = [];
  let slowest = { ms: 0, input: '' };
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const target = random.pick(targets);
      const input = hostileBody(random, target.message);
      const begun = performance.now();
      const outcome = await send(url, target, input, agent);
      const ms = performance.now() - begun;
      const shown = `${target.name} ${input.kind} (${outcome.status}): ${gist(input)}`;
      if (ms > slowest.ms) slowest = { ms, input: shown };
      const key = `${target.name} ${input.kind} ${outcome.status}`;
      answers.set(key, (answers.get(key) ?? 0) + 1);
      const why = outcome.failure ?? judge(target, input, outcome.status, outcome.body);
      if (why !== null) failures.push(`${why}: ${shown}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  agent.destroy();
  return { sent: count, answers, failures, slowest };
}

/** Where the hostility most often is: in the text. */
function gist({ body }: HostileBody): string {
  return body
    .toString()
    .replace(/^.*?"text":/s, '')
    .slice(0, 160);
}

function judge(target: Target, input: HostileBody, status: number, body: unknown): string | null {
  if (status >= 500) return 'a fault of the server';
  if (status >= 400) {
    if (input.wellFormed && status !== 429) return 'a good message was refused';
    return refusal.safeParse(body).success ? null : 'a refusal that does not say why';
  }
  return status === 200 ? target.unclear(body, input) : 'an unexpected status';
}

function messagesTarget(): Target {
  let count = 0;
  const who = {
    channelId: 'emulator',
    recipient: { id: 'bot' },
    serviceUrl: 'http://127.0.0.1:9/',
    deliveryMode: 'expectReplies',
  };
  return {
    name: 'messages',
    next: () => ({ path: '/api/messages', headers: {} }),
    message: (text) => {
      count += 1;
      return {
        type: 'message',
        id: `h${count}`,
        ...who,
        from: { id: 'u' },
        conversation: { id: `c${count % conversations}` },
        text,
      };
    },
    unclear: (body, input) => {
      const said = replies.safeParse(body);
      if (!said.success) return input.wellFormed ? 'no replies' : null;
      if (!input.wellFormed) return null;
      const clear = said.data.activities.length > 0 && said.data.activities.every((part) => part.text ?? part.summary);
      return clear ? null : 'an empty reply';
    },
  };
}

async function directLineTarget(url: string, agent: Agent): Promise<Target> {
  const root = '/v3/directline';
  const begin = async (): Promise<{ path: string; headers: Record<string, string> }> => {
    const json = { 'content-type': 'application/json' };
    const generated = await call(`${url}${root}/tokens/generate`, json, '{}', agent);
    const { token, conversationId } = session.parse(generated.body);
    const headers = { authorization: `Bearer ${token}` };
    await call(`${url}${root}/conversations`, { ...json, ...headers }, '{}', agent);
    return { path: `${root}/conversations/${conversationId}/activities`, headers };
  };
  const places = await Promise.all(Array.from({ length: conversations }, begin));
  let count = 0;
  return {
    name: 'directline',
    next: () => places[count % conversations] ?? { path: root, headers: {} },
    message: (text) => {
      count += 1;
      return { type: 'message', text, from: { id: 'x' }, channelData: { clientActivityID: `h${count}` } };
    },
    unclear: (body) => (posted.safeParse(body).success ? null : 'no id'),
  };
}

async function send(
  url: string,
  target: Target,
  input: HostileBody,
  agent: Agent,
): Promise<{ status: number; body: unknown; failure: string | null }> {
  const place = target.next();
  const headers = { ...place.headers, ...(input.contentType !== '' && { 'content-type': input.contentType }) };
  try {
    return { ...(await call(`${url}${place.path}`, headers, input.body, agent)), failure: null };
  } catch (error) {
    // A server may end the connection on a caller that goes on sending after it was refused.
    const cutOff =
      input.kind === 'megabyte' &&
      error instanceof Error &&
      'code' in error &&
      (error.code === 'EPIPE' || error.code === 'ECONNRESET');
    if (cutOff) return { status: 413, body: { error: { code: 'TooLarge', message: 'cut off' } }, failure: null };
    return { status: 0, body: null, failure: `no answer: ${String(error)}` };
  }
}

function call(
  url: string,
  headers: Record<string, string>,
  body: string | Buffer,
  agent: Agent,
): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, agent },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: readJson(text) }));
      },
    );
    outgoing.setTimeout(hangMs, () => outgoing.destroy(new Error(`hung for ${hangMs} ms`)));
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
