import { channelContract } from '#bot/channels/channel-contract.fixture.ts';
import { TestBot } from '#bot/channels/test-bot.fixture.ts';
import { botFramework } from './botframework.ts';
import { Connector } from './connector.fixture.ts';

channelContract('Bot Framework', async () => {
  const [bot, connector] = await Promise.all([TestBot.start([botFramework]), Connector.start()]);
  let count = 0;
  return {
    bot,
    close: async () => {
      await bot.close();
      await connector.close();
    },
    speaker: (name) => {
      const post = async (said: object, id = `auto-${(count += 1)}`, headers = {}) => {
        const who = { channelId: 'emulator', from: { id: name }, recipient: { id: 'bot' }, conversation: { id: name } };
        const body = { type: 'message', id, serviceUrl: connector.url, ...who, ...said };
        return (await bot.call('POST', '/api/messages', { body, headers })).status === 200 ? 'taken' : 'refused';
      };
      return Promise.resolve({
        conversation: { channel: 'botframework', id: `emulator/${name}` },
        say: (text, id) => post({ text }, id),
        press: (press, id) => post({ value: { press } }, id),
        // Without an app id the proof is to call from this machine.
        forge: (text) => post({ text }, undefined, { 'x-forwarded-for': '203.0.113.9' }),
        shown: () => {
          const mine = connector.sent.filter((sent) => sent.path.startsWith(`/v3/conversations/${name}/`));
          return Promise.resolve(mine.map((sent) => String(sent.activity['text'])));
        },
      });
    },
  };
});
