/** A Bot Framework connector, both sides: one activity a call, 429 with Retry-After, nothing by which to tell a call again. */
import { z } from 'zod';
import type { Call, CallOutcome, SendingPort } from '#bot/broadcast/sending-port.ts';
import type { ChannelLimits } from '#tools/broadcast/channel-limits.ts';
import { postJson } from '../http-call.ts';
import type { Vendor } from './loopback-server.fixture.ts';

const request = z.object({ type: z.literal('message'), text: z.string() });
const path = /^\/v3\/conversations\/([^/]+)\/activities$/;

export const connectorVendor: Vendor = {
  name: 'botframework',
  read: (url, body) => {
    const person = decodeURIComponent(path.exec(url)?.[1] ?? '');
    return { people: [person], text: request.parse(body).text, known: null };
  },
  taken: (_, taken, __, id) =>
    taken.length === 0
      ? { status: 403, body: { error: { code: 'BotNotInConversationRoster', message: 'gone' } } }
      : { status: 201, body: { id } },
  tooFast: (retryMs) => ({
    status: 429,
    headers: { 'retry-after': String(Math.ceil(retryMs / 1_000)) },
    body: { error: { code: 'TooManyRequests' } },
  }),
};

export function connectorPort(url: string, limits: ChannelLimits): SendingPort {
  return { channel: 'botframework', limits, reach: 'push', send: (call) => send(url, limits, call) };
}

async function send(url: string, { timeoutMs }: ChannelLimits, { letters, reply }: Call): Promise<CallOutcome> {
  const [letter] = letters;
  if (!letter) return { kind: 'answered', people: new Map() };
  const address = `${url}/v3/conversations/${encodeURIComponent(letter.userId)}/activities`;
  const outcome = await postJson({ url: address, body: { type: 'message', text: reply.text }, timeoutMs });
  if (outcome.kind !== 'answer') return outcome;
  const { status, headers, body } = outcome;
  if (status === 429) return { kind: 'throttled', retryAfterMs: Number(headers.get('retry-after') ?? '1') * 1_000 };
  if (status === 503) return { kind: 'unavailable', why: 'HTTP 503' };
  if (status >= 500) return { kind: 'unknown', why: `HTTP ${status}` };
  if (status >= 400)
    return { kind: 'answered', people: new Map([[letter.id, { kind: 'rejected', why: `HTTP ${status}` }]]) };
  const { id } = z.object({ id: z.string() }).parse(body);
  return { kind: 'answered', people: new Map([[letter.id, { kind: 'accepted', vendorId: id }]]) };
}
