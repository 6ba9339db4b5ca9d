/** Feishu's im/v1/messages, both sides: one person a call, told again by our uuid, too fast as 429 with its reset. */
import { z } from 'zod';
import type { Call, CallOutcome, PersonOutcome, SendingPort } from '#bot/broadcast/sending-port.ts';
import type { ChannelLimits } from '#tools/broadcast/channel-limits.ts';
import { postJson } from '../http-call.ts';
import type { Vendor } from './loopback-server.fixture.ts';

const request = z.object({
  receive_id: z.string(),
  msg_type: z.literal('text'),
  content: z.string(),
  uuid: z.string().max(50),
});
const answer = z.object({ code: z.number(), data: z.object({ message_id: z.string() }).optional() });
const reset = 'x-ogw-ratelimit-reset';

export const feishuVendor: Vendor = {
  name: 'feishu',
  read: (_, body) => {
    const { receive_id: person, content, uuid } = request.parse(body);
    const { text } = z.object({ text: z.string() }).parse(JSON.parse(content));
    return { people: [person], text, known: uuid };
  },
  taken: (_, taken, __, id) =>
    taken.length === 0
      ? { status: 400, body: { code: 230013, msg: 'bot has no availability to this user' } }
      : { status: 200, body: { code: 0, msg: 'success', data: { message_id: id } } },
  tooFast: (retryMs) => ({
    status: 429,
    headers: { [reset]: String(Math.ceil(retryMs / 1_000)) },
    body: { code: 99991400, msg: 'request trigger frequency limit' },
  }),
};

export function feishuPort(url: string, limits: ChannelLimits): SendingPort {
  return { channel: 'feishu', limits, reach: 'push', send: (call) => send(url, limits, call) };
}

async function send(url: string, { timeoutMs }: ChannelLimits, call: Call): Promise<CallOutcome> {
  const [letter] = call.letters;
  if (!letter) return { kind: 'answered', people: new Map() };
  const outcome = await postJson({
    url: `${url}/open-apis/im/v1/messages?receive_id_type=user_id`,
    body: {
      receive_id: letter.userId,
      msg_type: 'text',
      content: JSON.stringify({ text: call.reply.text }),
      uuid: call.id,
    },
    timeoutMs,
  });
  if (outcome.kind !== 'answer') return outcome;
  if (outcome.status === 429)
    return { kind: 'throttled', retryAfterMs: Number(outcome.headers.get(reset) ?? '1') * 1_000 };
  if (outcome.status === 503) return { kind: 'unavailable', why: 'HTTP 503' };
  const read = answer.safeParse(outcome.body);
  if (!read.success) return { kind: 'unknown', why: `HTTP ${outcome.status}` };
  const { code, data } = read.data;
  const person: PersonOutcome =
    code === 0 ? { kind: 'accepted', vendorId: data?.message_id ?? null } : { kind: 'rejected', why: `code ${code}` };
  return { kind: 'answered', people: new Map([[letter.id, code === 230020 ? { kind: 'throttled' } : person]]) };
}
