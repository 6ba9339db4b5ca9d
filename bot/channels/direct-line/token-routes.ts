/** How a Direct Line client gets its token: a browser by its own cookie, a back end by the shared secret. */
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireOurOrigin } from '#bot/channels/callers.ts';
import type { ChannelHost } from '#bot/channels/channel.ts';
import { HttpError } from '#bot/channels/http-error.ts';
import { RateLimit } from '#bot/channels/rate-limit.ts';
import { bearer, requireSpeaker } from './speaker.ts';
import type { Speaker, Tokens } from './tokens.ts';
import { tokenLife } from './tokens.ts';
import { readVisitor, rememberVisitor } from './visitor-cookie.ts';

const wishes = z.object({
  /** Heeded only with the shared secret. */
  user: z.object({ id: z.string().min(1).max(200) }).optional(),
  /** `new` leaves the visitor's last conversation behind. */
  conversation: z.literal('new').optional(),
});

/** A whole office may sit behind one address. */
const tokensPerMinute = 240;

export function registerTokenRoutes(app: FastifyInstance, host: ChannelHost, tokens: Tokens): void {
  const limit = new RateLimit({ burst: tokensPerMinute, perMinute: tokensPerMinute, now: host.now });

  app.post('/tokens/generate', async (request, reply) => {
    requireOurOrigin(request.raw, host.config);
    const wait = limit.take(request.ip);
    if (wait > 0) throw new HttpError(429, 'TooManyTokens', 'too many tokens asked for from this address', wait);
    const wished = wishes.safeParse(request.body ?? {});
    if (!wished.success)
      throw new HttpError(400, 'BadArgument', 'user.id must be a short string, conversation only "new"');
    const named = speakerOfBackEnd(request, host, wished.data.user?.id);
    const speaker = named ?? (await visitor(request, tokens, wished.data.conversation === 'new'));
    if (!named) await rememberVisitor(request, reply, tokens, speaker, '/v3/directline');
    return reply.send(await tokenAnswer(tokens, speaker));
  });

  app.post('/tokens/refresh', async (request, reply) => {
    return reply.send(await tokenAnswer(tokens, await requireSpeaker(request, tokens)));
  });
}

export async function tokenAnswer(tokens: Tokens, speaker: Speaker) {
  const token = await tokens.issue('conversation', speaker);
  return { conversationId: speaker.conversationId, token, expires_in: tokenLife.conversation, userId: speaker.userId };
}

/** Null when no secret was offered; a wrong one is refused rather than ignored. */
function speakerOfBackEnd(request: FastifyRequest, host: ChannelHost, userId: string | undefined): Speaker | null {
  const offered = bearer(request);
  if (offered === null) return null;
  const secret = host.config.directLineSecret;
  if (!secret || !sameSecret(offered, secret.reveal()))
    throw new HttpError(401, 'BadSecret', 'not the Direct Line secret');
  return { userId: userId ?? newUserId(), conversationId: randomUUID() };
}

/** Who comes back with our cookie is the same person in the same conversation, whatever the body says. */
async function visitor(request: FastifyRequest, tokens: Tokens, anew: boolean): Promise<Speaker> {
  const known = await readVisitor(request, tokens);
  if (!known) return { userId: newUserId(), conversationId: randomUUID() };
  return anew ? { userId: known.userId, conversationId: randomUUID() } : known;
}

/** Direct Line user ids begin with `dl_`. */
function newUserId(): string {
  return `dl_${randomUUID()}`;
}

function sameSecret(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
