/** The cookie by which a browser that comes back is the same person in the same conversation. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Speaker, Tokens } from './tokens.ts';
import { tokenLife } from './tokens.ts';

const cookieName = 'zhengshu_visitor';

/** Null for a browser that was never here, or whose cookie is not ours or too old. */
export async function readVisitor(request: FastifyRequest, tokens: Tokens): Promise<Speaker | null> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1) ?? '';
  const check = await tokens.check('visitor', value);
  return check.standing === 'valid' ? check.speaker : null;
}

/** @param path the routes that get to see it */
export async function rememberVisitor(
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: Tokens,
  speaker: Speaker,
  path: string,
): Promise<void> {
  const value = await tokens.issue('visitor', speaker);
  const secure = request.protocol === 'https' ? '; Secure' : '';
  const rules = `HttpOnly; SameSite=Strict; Path=${path}; Max-Age=${tokenLife.visitor}${secure}`;
  void reply.header('set-cookie', `${cookieName}=${value}; ${rules}`);
}
