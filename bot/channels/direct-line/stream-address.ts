/** The address of a conversation's WebSocket, with a short-lived token in it, and the watermark it starts from. */
import type { FastifyRequest } from 'fastify';
import { HttpError } from '#bot/channels/http-error.ts';
import type { Config } from '#bot/config.ts';
import type { Speaker, Tokens } from './tokens.ts';

export async function streamUrl(
  request: FastifyRequest,
  config: Pick<Config, 'publicUrl'>,
  tokens: Tokens,
  speaker: Speaker,
  watermark: number,
): Promise<string> {
  const base = new URL(config.publicUrl ?? `${request.protocol}://${request.host}`);
  const url = new URL(`/v3/directline/conversations/${encodeURIComponent(speaker.conversationId)}/stream`, base);
  url.protocol = base.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('watermark', String(watermark));
  url.searchParams.set('t', await tokens.issue('stream', speaker));
  return url.href;
}

/** A client that has seen nothing yet sends none, or an empty one. */
export function readWatermark(text: string | null | undefined): number {
  if (text === undefined || text === null || text === '' || text === '-') return 0;
  if (!/^\d{1,9}$/.test(text)) throw new HttpError(400, 'BadArgument', 'the watermark is not one of ours');
  return Number(text);
}
