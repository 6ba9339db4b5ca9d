/** Direct Line's conversations: begin, come back, post, fetch. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireOurOrigin } from '#bot/channels/callers.ts';
import type { ChannelHost } from '#bot/channels/channel.ts';
import { HttpError } from '#bot/channels/http-error.ts';
import { RateLimit } from '#bot/channels/rate-limit.ts';
import { LineTooLong } from '#bot/delivery/ingress.ts';
import { wording } from '#bot/delivery/wording.ts';
import { activitiesOf, activityId, readPosted } from './activity.ts';
import { requireSpeaker } from './speaker.ts';
import { readWatermark, streamUrl } from './stream-address.ts';
import { tokenAnswer } from './token-routes.ts';
import type { Speaker, Tokens } from './tokens.ts';

export const channelName = 'directline';
const pageSize = 200;

const inConversation = z.object({ id: z.string() });
const atWatermark = z.object({ watermark: z.string().optional() });

export function registerConversationRoutes(app: FastifyInstance, host: ChannelHost, tokens: Tokens): void {
  const { now } = host;
  const perMinute = host.config.messagesPerMinute;
  const limit = new RateLimit({ burst: Math.max(5, Math.ceil(perMinute / 3)), perMinute, now });

  /** From our own pages only, by a person of this conversation. */
  const speakerOf = (request: FastifyRequest): Promise<Speaker> => {
    requireOurOrigin(request.raw, host.config);
    return requireSpeaker(request, tokens, inConversation.safeParse(request.params).data?.id);
  };
  const oneOf = (speaker: Speaker): void => {
    const wait = limit.take(speaker.userId);
    if (wait > 0) throw new HttpError(429, 'TooManyMessages', 'too many messages, please wait a moment', wait);
  };

  app.post('/conversations', async (request, reply) => {
    const speaker = await speakerOf(request);
    oneOf(speaker);
    const { ingress } = await host.services();
    // Once per conversation, however often a client begins it: the second time this is a duplicate.
    const inbound = {
      channel: channelName,
      ...speaker,
      messageId: `${speaker.conversationId}/join`,
      kind: 'join',
      text: '',
      at: now(),
    } as const;
    await ingress.accept({ inbound });
    const url = await streamUrl(request, host.config, tokens, speaker, 0);
    return reply.code(201).send({ ...(await tokenAnswer(tokens, speaker)), streamUrl: url });
  });

  app.get('/conversations/:id', async (request) => {
    const speaker = await speakerOf(request);
    const watermark = readWatermark(atWatermark.parse(request.query).watermark);
    const url = await streamUrl(request, host.config, tokens, speaker, watermark);
    return { ...(await tokenAnswer(tokens, speaker)), streamUrl: url };
  });

  app.get('/conversations/:id/activities', async (request) => {
    const speaker = await speakerOf(request);
    const watermark = readWatermark(atWatermark.parse(request.query).watermark);
    const { conversations } = await host.services();
    const messages = await conversations.since(
      { channel: channelName, id: speaker.conversationId },
      watermark,
      pageSize,
    );
    return { activities: messages.flatMap(activitiesOf), watermark: String(messages.at(-1)?.seq ?? watermark) };
  });

  app.post('/conversations/:id/activities', async (request) => {
    const speaker = await speakerOf(request);
    const posted = readPosted(request.body);
    if (!posted) return { id: `${speaker.conversationId}|${randomUUID()}` };
    oneOf(speaker);
    const { clientId, envelope, ...said } = posted;
    const messageId = `${speaker.conversationId}/${clientId ?? randomUUID()}`;
    const { ingress } = await host.services();
    try {
      const inbound = { channel: channelName, ...speaker, messageId, at: now(), ...said };
      return { id: activityId((await ingress.accept({ inbound, envelope })).message) };
    } catch (error) {
      if (error instanceof LineTooLong) throw new HttpError(429, 'TooManyMessages', error.message, 5);
      throw error;
    }
  });

  app.post('/conversations/:id/upload', async (request) => {
    const speaker = await speakerOf(request);
    oneOf(speaker);
    const { outgoing } = await host.services();
    await outgoing.say({ channel: channelName, id: speaker.conversationId }, [{ text: wording.noFiles, actions: [] }]);
    throw new HttpError(415, 'NoFiles', 'files cannot be received');
  });
}
