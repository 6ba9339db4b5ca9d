/** Reads who speaks from a request's bearer token. */
import type { FastifyRequest } from 'fastify';
import { HttpError } from '#bot/channels/http-error.ts';
import type { Speaker, Tokens } from './tokens.ts';

export function bearer(request: Pick<FastifyRequest, 'headers'>): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/**
 * The speaker, who must be in the conversation that the address names, if it names one. An expired token is answered
 * with 403, at which Direct Line clients fetch a new one.
 */
export async function requireSpeaker(
  request: FastifyRequest,
  tokens: Tokens,
  conversationId?: string,
): Promise<Speaker> {
  const token = bearer(request);
  if (token === null) throw new HttpError(401, 'MissingToken', 'a bearer token is needed');
  const check = await tokens.check('conversation', token);
  if (check.standing === 'expired') throw new HttpError(403, 'TokenExpired', 'the token has expired');
  if (check.standing === 'invalid') throw new HttpError(401, 'BadToken', 'not a token of ours');
  if (conversationId !== undefined && conversationId !== check.speaker.conversationId) {
    throw new HttpError(403, 'ForeignConversation', 'the token is for another conversation');
  }
  return check.speaker;
}
