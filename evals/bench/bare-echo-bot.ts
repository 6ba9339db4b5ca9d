/** The floor for a turn: botbuilder's own echo bot as its samples write it, on the same HTTP server, and nothing else. */
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { fastify } from 'fastify';

export interface BareBot {
  readonly url: string;
  close(): Promise<void>;
}

export async function startBareEchoBot(): Promise<BareBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const bot = new ActivityHandler();
  bot.onMessage(async (context, next) => {
    await context.sendActivity(`Echo: ${context.activity.text}`);
    await next();
  });
  const app = fastify();
  app.post<{ Body: Record<string, unknown> }>('/api/messages', async (request, reply) => {
    let body: unknown;
    // The adapter wants an express-like response; this is the least that satisfies it.
    const response = {
      socket: request.raw.socket,
      status: (code: number) => void reply.code(code),
      header: (name: string, value: unknown) => void reply.header(name, value),
      send: (said: unknown) => void (body = said),
      end: () => undefined,
    };
    const { method, headers } = request;
    await adapter.process({ method, body: request.body, headers }, response, (context) => bot.run(context));
    return reply.send(body);
  });
  return { url: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() };
}
