import { channelContract } from './channel-contract.fixture.ts';
import { ConsoleConversation, consoleChannel } from './console.ts';
import { TestBot } from './test-bot.fixture.ts';

channelContract('console', async () => {
  const bot = await TestBot.start([consoleChannel]);
  return {
    bot,
    close: () => bot.close(),
    speaker: (name) => {
      const shown: string[] = [];
      const send = async (way: 'say' | 'press', what: string, id?: string): Promise<'taken'> => {
        for (const { reply } of await new ConsoleConversation(bot.services, name)[way](what, bot.clock, id))
          shown.push(reply.text);
        return 'taken';
      };
      return Promise.resolve({
        conversation: { channel: 'console', id: name },
        say: (text, id) => send('say', text, id),
        press: (action, id) => send('press', action, id),
        shown: () => Promise.resolve(shown),
      });
    },
  };
});
