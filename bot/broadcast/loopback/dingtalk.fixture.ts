/** DingTalk's oToMessages/batchSend, both sides: 20 people a call, partial failure in a 200, no way to tell a call again. */
import { z } from 'zod';
import type { Call, CallOutcome, PersonOutcome, SendingPort } from '#bot/broadcast/sending-port.ts';
import type { ChannelLimits } from '#tools/broadcast/channel-limits.ts';
import { postJson } from '../http-call.ts';
import type { Vendor } from './loopback-server.fixture.ts';

const request = z.object({
  robotCode: z.string(),
  userIds: z.array(z.string()).max(20),
  msgKey: z.literal('sampleText'),
  msgParam: z.string(),
});
const answer = z.object({
  processQueryKey: z.string(),
  invalidStaffIdList: z.array(z.string()).default([]),
  flowControlledStaffIdList: z.array(z.string()).default([]),
});

export const dingtalkVendor: Vendor = {
  name: 'dingtalk',
  read: (_, body) => {
    const { userIds, msgParam } = request.parse(body);
    const { content } = z.object({ content: z.string() }).parse(JSON.parse(msgParam));
    return { people: userIds, text: content, known: null };
  },
  taken: (_, __, gone, id) => ({
    status: 200,
    body: { processQueryKey: id, invalidStaffIdList: gone, flowControlledStaffIdList: [] },
  }),
  tooFast: () => ({ status: 429, body: { code: 'Throttling.Api', message: 'qps limit' } }),
};

export function dingtalkPort(url: string, limits: ChannelLimits): SendingPort {
  return { channel: 'dingtalk', limits, reach: 'push', send: (call) => send(url, limits, call) };
}

async function send(url: string, { timeoutMs }: ChannelLimits, { letters, reply }: Call): Promise<CallOutcome> {
  const outcome = await postJson({
    url: `${url}/v1.0/robot/oToMessages/batchSend`,
    headers: { 'x-acs-dingtalk-access-token': 't' },
    body: {
      robotCode: 'robot',
      userIds: letters.map(({ userId }) => userId),
      msgKey: 'sampleText',
      msgParam: JSON.stringify({ content: reply.text }),
    },
    timeoutMs,
  });
  if (outcome.kind !== 'answer') return outcome;
  if (outcome.status === 429) return { kind: 'throttled', retryAfterMs: null };
  if (outcome.status === 503) return { kind: 'unavailable', why: 'HTTP 503' };
  const read = answer.safeParse(outcome.body);
  if (!read.success) return { kind: 'unknown', why: `HTTP ${outcome.status}` };
  const { processQueryKey, invalidStaffIdList: invalid, flowControlledStaffIdList: controlled } = read.data;
  const people = letters.map(({ id, userId }): [string, PersonOutcome] => {
    if (invalid.includes(userId)) return [id, { kind: 'rejected', why: 'invalidStaffId' }];
    if (controlled.includes(userId)) return [id, { kind: 'throttled' }];
    return [id, { kind: 'accepted', vendorId: processQueryKey }];
  });
  return { kind: 'answered', people: new Map(people) };
}
