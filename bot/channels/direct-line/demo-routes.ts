/** The demo's choice of who to be: a list of people, and a token in the name of one. There is no such route without the demo. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requireOurOrigin } from '#bot/channels/callers.ts';
import type { ChannelHost } from '#bot/channels/channel.ts';
import { HttpError } from '#bot/channels/http-error.ts';
import { tokenAnswer } from './token-routes.ts';
import type { Tokens } from './tokens.ts';
import { readVisitor, rememberVisitor } from './visitor-cookie.ts';

const chosen = z.object({ id: z.string() });
const wishes = z.object({ conversation: z.literal('new').optional() });

export function registerDemoRoutes(app: FastifyInstance, host: ChannelHost, tokens: Tokens): void {
  app.get('/demo/people', async (request) => {
    requireOurOrigin(request.raw, host.config);
    return { people: await (await host.services()).demoPeople() };
  });

  app.post('/demo/people/:id/token', async (request, reply) => {
    requireOurOrigin(request.raw, host.config);
    const { id } = chosen.parse(request.params);
    const wished = wishes.safeParse(request.body ?? {});
    if (!wished.success) throw new HttpError(400, 'BadArgument', 'conversation can only be "new"');
    const people = await (await host.services()).demoPeople();
    if (!people.some((person) => person.id === id))
      throw new HttpError(404, 'NotFound', 'nobody of the demo has this id');
    // Each browser has its own conversation with each person it plays.
    const before = await readVisitor(request, tokens);
    const goesOn = before?.userId === id && wished.data.conversation !== 'new';
    const speaker = goesOn ? before : { userId: id, conversationId: randomUUID() };
    await rememberVisitor(request, reply, tokens, speaker, `/demo/people/${encodeURIComponent(id)}`);
    return reply.send(await tokenAnswer(tokens, speaker));
  });
}
