/** What happens at `/api/messages` once botbuilder is loaded: authenticate, record, acknowledge, answer. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { ChannelHost } from '#bot/channels/channel.ts';
import { HttpError } from '#bot/channels/http-error.ts';
import { renderActivities } from '#bot/channels/render-activity.ts';
import type { Delivery } from '#bot/delivery/conversation-log.ts';
import { LineTooLong } from '#bot/delivery/ingress.ts';
import type { SendResult } from '#bot/delivery/outgoing.ts';
import { maxTextBytes } from './botframework.ts';
import { BotAdapter } from './cloud-adapter.ts';
import type { WireInbound } from './inbound.ts';
import { address, arrivalOf, channelName } from './inbound.ts';
import { NotSent } from './outbound.ts';

export interface EndpointAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export async function openEndpoint(
  host: ChannelHost,
): Promise<(wire: WireInbound, authorization: string) => Promise<EndpointAnswer>> {
  const adapter = new BotAdapter(host.config);
  const { ingress, outgoing } = await host.services();
  outgoing.pushThrough(channelName, (delivery) => push(adapter, delivery));

  return async (wire, authorization) => {
    // Checked above as far as we use it; botbuilder takes the rest as it comes.
    const activity = wire as unknown as Activity;
    const caller = await authenticated(adapter, activity, authorization, host);
    requireTenant(wire, host);
    if (wire.type === 'invoke') throw new HttpError(400, 'NotSupported', 'invoke activities are not served');
    const arrival = arrivalOf(wire, host.now());
    const accepting = arrival ? accept(() => ingress.accept(arrival)) : null;
    // Recorded while botbuilder makes its turn ready; whoever waits for it below hears of a failure.
    accepting?.catch(() => undefined);
    const response = await adapter.turn(caller, activity, async (context) => {
      if (!accepting) return;
      const accepted = await accepting;
      if (wire.deliveryMode !== 'expectReplies') return;
      const said = (await accepted.replies).flatMap(({ reply }) => renderActivities(reply, maxTextBytes));
      if (said.length > 0) await context.sendActivities(said.map((part) => ({ ...part }) as Partial<Activity>));
    });
    return { status: response?.status ?? 200, body: response?.body };
  };
}

async function accept<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LineTooLong) throw new HttpError(429, 'TooManyMessages', error.message, 5);
    throw error;
  }
}

/** Shaped like a signed token at all; the rest is for botbuilder, which stumbles over what is not. */
const tokenShape = /^Bearer [\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}$/;
const refusal = z.union([
  z.object({ statusCode: z.literal([401, 403]) }),
  z.object({ name: z.literal(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']) }),
]);

async function authenticated(adapter: BotAdapter, activity: Activity, authorization: string, host: ChannelHost) {
  if (host.config.botFramework && !tokenShape.test(authorization))
    throw new HttpError(401, 'Unauthorized', 'a channel token is needed');
  try {
    return await adapter.authenticate(activity, authorization);
  } catch (error) {
    if (refusal.safeParse(error).success)
      throw new HttpError(401, 'Unauthorized', 'not a token of a Bot Framework channel');
    // Most often the channel's signing keys could not be fetched: the channel is to try again.
    host.log.error({ err: error }, 'caller of /api/messages could not be checked');
    throw new HttpError(503, 'CannotCheck', 'the token cannot be checked at the moment', 30);
  }
}

/** An app of one tenant serves that tenant alone. */
function requireTenant(wire: WireInbound, { config }: ChannelHost): void {
  const ours = config.botFramework?.type === 'SingleTenant' ? config.botFramework.tenantId : null;
  const theirs = wire.conversation.tenantId;
  if (ours && theirs && theirs !== ours) throw new HttpError(403, 'ForeignTenant', 'not for this tenant');
}

/** A message of several parts is tried again only while nothing of it has been sent. */
async function push(adapter: BotAdapter, delivery: Delivery): Promise<SendResult> {
  const to = address.safeParse(delivery.address);
  if (!to.success) return { state: 'failed', detail: 'the conversation has no address' };
  const ids: string[] = [];
  try {
    for (const part of renderActivities(delivery.message.reply, maxTextBytes))
      ids.push(await adapter.push(to.data, part));
    return { state: 'sent', detail: ids.join(' ') };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (ids.length > 0) return { state: 'unknown', detail: `after part ${ids.length}: ${detail}` };
    return { state: error instanceof NotSent ? error.state : 'failed', detail };
  }
}
