/** `/api/messages`: Teams and other Bot Framework channels, and their clients on this machine. */
import type { FastifyRequest } from 'fastify';
import { isLocal, requireOurOrigin } from '#bot/channels/callers.ts';
import type { Channel, ChannelHost } from '#bot/channels/channel.ts';
import { HttpError } from '#bot/channels/http-error.ts';
import { channelName, readActivity } from './inbound.ts';
import { isAllowed } from './outbound.ts';

/** Teams refuses activities over 28 KB; the rest of an activity takes some of that. */
export const maxTextBytes = 20 * 1024;

export const botFramework: Channel = {
  name: channelName,
  capabilities: { cards: true, typing: false, proactive: true, updateInPlace: false, maxTextBytes },
  standing: (config) => (config.botFramework ? `on, app ${config.botFramework.appId}` : 'on, for this machine only'),
  open: (host) => {
    // Botbuilder takes a third of a second to load: not before the first page is served.
    const loaded = new Promise<void>((resolve) => host.app.server.once('listening', () => setImmediate(resolve)));
    const endpoint = loaded.then(async () => (await import('./endpoint.ts')).openEndpoint(host));
    endpoint.catch((error: unknown) => host.log.error({ err: error }, 'the Bot Framework channel could not be loaded'));
    host.app.post('/api/messages', async (request, reply) => {
      requireKnownCaller(request, host);
      const activity = readActivity(request.body);
      requireReachable(activity, host);
      const answer = await (await endpoint)(activity, request.headers.authorization ?? '');
      return reply.code(answer.status).send(answer.body ?? {});
    });
    return Promise.resolve({ close: () => Promise.resolve() });
  },
};

/** Without an app id nobody can prove who they are, so that only this machine is believed. */
function requireKnownCaller(request: FastifyRequest, { config }: ChannelHost): void {
  requireOurOrigin(request.raw, config);
  if (config.botFramework || isLocal(request.raw)) return;
  throw new HttpError(403, 'LocalOnly', 'without MicrosoftAppId only callers on this machine are answered');
}

/** A caller that wants its answers sent to a forbidden address is told now rather than never. */
function requireReachable(activity: ReturnType<typeof readActivity>, { config }: ChannelHost): void {
  const { deliveryMode, serviceUrl } = activity;
  if (deliveryMode === 'expectReplies' || isAllowed(serviceUrl ?? '', config.serviceUrlAllow)) return;
  throw new HttpError(
    403,
    'ServiceUrl',
    'answers may not be sent to this serviceUrl; ZHENGSHU_SERVICE_URL_ALLOW names the hosts that are allowed',
  );
}
