/** WeCom's message/send, both sides: up to 1,000 people a call, refusals as error codes in a 200, the same JSON known again. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Call, CallOutcome, PersonOutcome, SendingPort } from '#bot/broadcast/sending-port.ts';
import type { ChannelLimits } from '#tools/broadcast/channel-limits.ts';
import { postJson } from '../http-call.ts';
import type { Vendor } from './loopback-server.fixture.ts';

const request = z.object({
  touser: z.string(),
  msgtype: z.literal('text'),
  text: z.object({ content: z.string() }),
  enable_duplicate_check: z.literal(1),
  duplicate_check_interval: z.number(),
});
const answer = z.object({ errcode: z.number(), invaliduser: z.string().optional(), msgid: z.string().optional() });
const tooFast = [45009, 45033];

export const wecomVendor: Vendor = {
  name: 'wecom',
  read: (_, body) => {
    const { touser, text } = request.parse(body);
    const known = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    return { people: touser.split('|'), text: text.content, known };
  },
  taken: (_, taken, gone, id) =>
    taken.length === 0
      ? { status: 200, body: { errcode: 81013, errmsg: 'user & party & tag all invalid' } }
      : // As the vendor does: user ids come back in lower case.
        { status: 200, body: { errcode: 0, errmsg: 'ok', invaliduser: gone.join('|').toLowerCase(), msgid: id } },
  tooFast: () => ({ status: 200, body: { errcode: 45009, errmsg: 'api freq out of limit' } }),
};

export function wecomPort(url: string, limits: ChannelLimits): SendingPort {
  return { channel: 'wecom', limits, reach: 'push', send: (call) => send(url, limits, call) };
}

async function send(url: string, { timeoutMs }: ChannelLimits, { letters, reply }: Call): Promise<CallOutcome> {
  const body = {
    touser: letters.map(({ userId }) => userId).join('|'),
    msgtype: 'text',
    text: { content: reply.text },
    enable_duplicate_check: 1,
    duplicate_check_interval: 1800,
  };
  const outcome = await postJson({ url: `${url}/cgi-bin/message/send?access_token=t`, body, timeoutMs });
  if (outcome.kind !== 'answer') return outcome;
  if (outcome.status === 503) return { kind: 'unavailable', why: 'HTTP 503' };
  const read = answer.safeParse(outcome.body);
  if (!read.success) return { kind: 'unknown', why: `HTTP ${outcome.status}` };
  const { errcode, invaliduser = '', msgid = null } = read.data;
  if (tooFast.includes(errcode)) return { kind: 'throttled', retryAfterMs: null };
  const invalid = new Set(invaliduser.split('|'));
  const people = letters.map(({ id, userId }): [string, PersonOutcome] => [
    id,
    errcode === 81013 || invalid.has(userId.toLowerCase())
      ? { kind: 'rejected', why: 'invaliduser' }
      : { kind: 'accepted', vendorId: msgid },
  ]);
  return errcode === 0 || errcode === 81013
    ? { kind: 'answered', people: new Map(people) }
    : { kind: 'unavailable', why: `errcode ${errcode}` };
}
