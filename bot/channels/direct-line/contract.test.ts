import { z } from 'zod';
import { channelContract } from '#bot/channels/channel-contract.fixture.ts';
import { TestBot } from '#bot/channels/test-bot.fixture.ts';
import { directLine } from './direct-line.ts';

const begun = z.object({ token: z.string(), conversationId: z.string() });
const set = z.object({ activities: z.array(z.object({ text: z.string(), from: z.object({ role: z.string() }) })) });

channelContract('Direct Line', async () => {
  const bot = await TestBot.start([directLine]);
  const root = '/v3/directline';
  return {
    bot,
    close: () => bot.close(),
    speaker: async () => {
      const { token, conversationId } = begun.parse(
        (await bot.call('POST', `${root}/tokens/generate`, { body: {} })).body,
      );
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      await bot.call('POST', `${root}/conversations`, { headers });
      const path = `${root}/conversations/${conversationId}/activities`;
      const post = async (activity: object, id?: string, proof = headers) => {
        const body = { type: 'message', ...activity, channelData: { clientActivityID: id } };
        return (await bot.call('POST', path, { headers: proof, body })).status === 200 ? 'taken' : 'refused';
      };
      return {
        conversation: { channel: 'directline', id: conversationId },
        say: (text, id) => post({ text }, id),
        press: (press, id) => post({ value: { press } }, id),
        forge: (text) => post({ text }, undefined, { ...headers, authorization: `Bearer ${token.slice(0, -2)}xx` }),
        shown: async () => {
          const all = set.parse((await bot.call('GET', path, { headers })).body).activities;
          return all.filter((activity) => activity.from.role === 'bot').map((activity) => activity.text);
        },
      };
    },
  };
});
