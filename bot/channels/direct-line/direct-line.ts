/** Direct Line 3.0, spoken by our chat page, by unmodified Web Chat and by any client of that protocol. */
import type { Channel } from '#bot/channels/channel.ts';
import { maxTextBytes } from './activity.ts';
import { channelName, registerConversationRoutes } from './conversation-routes.ts';
import { registerDemoRoutes } from './demo-routes.ts';
import { StreamServer } from './stream-server.ts';
import { registerTokenRoutes } from './token-routes.ts';
import { Tokens } from './tokens.ts';

export const directLine: Channel = {
  name: channelName,
  capabilities: { cards: true, typing: true, proactive: true, updateInPlace: false, maxTextBytes },
  standing: () => 'on',
  open: async (host) => {
    const tokens = new Tokens(host.signingKey, host.now);
    await host.app.register(
      (scope, _options, done) => {
        // Uploads are refused, but politely: after the person is known, and with a remark in the chat.
        scope.addContentTypeParser('multipart/form-data', (_request, payload, parsed) => {
          payload.resume();
          parsed(null);
        });
        registerTokenRoutes(scope, host, tokens);
        registerConversationRoutes(scope, host, tokens);
        done();
      },
      { prefix: '/v3/directline' },
    );
    if (host.config.demo) registerDemoRoutes(host.app, host, tokens);
    const streams = new StreamServer(host, tokens);
    return { close: () => streams.close() };
  },
};
