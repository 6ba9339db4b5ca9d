/** What every channel must do, as one suite; each channel's test says how to speak through it and calls this. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationKey } from '#bot/delivery/conversation-log.ts';
import type { TestBot } from './test-bot.fixture.ts';

/** One person in one conversation of the channel. */
export interface Speaker {
  readonly conversation: ConversationKey;
  /** Sends a message; resolves once the channel has acknowledged or refused it. A given id is the channel's own. */
  say(text: string, id?: string): Promise<'taken' | 'refused'>;
  press(action: string, id?: string): Promise<'taken' | 'refused'>;
  /** The words of the bot that have reached the person. */
  shown(): Promise<readonly string[]>;
  /** Sends a message without the proof that the channel asks for; absent where the channel needs none. */
  forge?(text: string): Promise<'taken' | 'refused'>;
}

export interface ContractChannel {
  readonly bot: TestBot;
  speaker(name: string): Promise<Speaker>;
  close(): Promise<void>;
}

export function channelContract(name: string, start: () => Promise<ContractChannel>): void {
  let channel: ContractChannel;
  let count = 0;
  beforeAll(async () => void (channel = await start()));
  afterAll(() => channel.close());

  const newSpeaker = (): Promise<Speaker> => channel.speaker(`person-${(count += 1)}`);
  const settled = async (): Promise<void> => {
    await channel.bot.services.ingress.finished();
    await channel.bot.services.outgoing.finished();
  };
  /** What has been shown since the speaker arrived, greetings aside. */
  const answers = async (speaker: Speaker): Promise<readonly string[]> => {
    await settled();
    return (await speaker.shown()).filter((text) => !text.startsWith('您好'));
  };
  const heard = (speaker: Speaker): string[] =>
    channel.bot.core.seen
      .filter((seen) => seen.conversationId === speaker.conversation.id && seen.kind !== 'join')
      .map((seen) => seen.action?.id ?? seen.text);

  describe(`the channel ${name}`, () => {
    it('takes a text and shows the answer', async () => {
      const speaker = await newSpeaker();
      expect(await speaker.say('共享申请几天答复')).toBe('taken');
      expect(await answers(speaker)).toEqual(['收到:共享申请几天答复']);
      expect(channel.bot.core.seen.at(-1)).toMatchObject({ channel: speaker.conversation.channel, kind: 'text' });
    });

    it('takes a pressed button', async () => {
      const speaker = await newSpeaker();
      await speaker.say('选择');
      await settled();
      expect(await speaker.press('confirm')).toBe('taken');
      expect((await answers(speaker)).at(-1)).toBe('按了:confirm');
    });

    it('makes no second effect of a second delivery', async () => {
      const speaker = await newSpeaker();
      expect(await speaker.say('只此一次', 'same')).toBe('taken');
      expect(await speaker.say('只此一次', 'same')).toBe('taken');
      await settled();
      expect(await speaker.say('只此一次', 'same')).toBe('taken');
      await settled();
      expect(heard(speaker)).toEqual(['只此一次']);
      expect(await channel.bot.services.conversations.since(speaker.conversation, 0, 100)).toHaveLength(
        (await greetings(speaker)) + 2,
      );
    });

    it('makes one effect of a button pressed twice and delivered twice', async () => {
      const speaker = await newSpeaker();
      await Promise.all([speaker.press('confirm', 'twice'), speaker.press('confirm', 'twice')]);
      await settled();
      expect(heard(speaker)).toEqual(['confirm']);
    });

    it('answers messages that arrive out of order in the order they arrive, each once', async () => {
      const speaker = await newSpeaker();
      for (const id of ['id-2', 'id-1', 'id-2']) await speaker.say(id, id);
      await settled();
      expect(heard(speaker)).toEqual(['id-2', 'id-1']);
    });

    it('runs the turns of one conversation one after the other and those of others beside them', async () => {
      const [speaker, other] = [await newSpeaker(), await newSpeaker()];
      const slow = speaker.say('慢慢来');
      while (!heard(speaker).includes('慢慢来')) await new Promise((resolve) => setImmediate(resolve));
      const next = speaker.say('第二条');
      await other.say('别人的');
      while (!heard(other).includes('别人的')) await new Promise((resolve) => setImmediate(resolve));
      expect(heard(speaker)).toEqual(['慢慢来']);
      channel.bot.core.release();
      await Promise.all([slow, next]);
      await settled();
      expect(heard(speaker)).toEqual(['慢慢来', '第二条']);
      expect(channel.bot.core.mostAtOnce.inOneConversation).toBe(1);
    });

    it('is not brought down by a message that is far too long', async () => {
      const speaker = await newSpeaker();
      await speaker.say('长'.repeat(20_001));
      await speaker.say('长'.repeat(200_000));
      await speaker.say('还在吗');
      const shown = await answers(speaker);
      expect(heard(speaker)).toEqual(['还在吗']);
      expect(shown[0]).toContain('太长');
      expect(shown.at(-1)).toBe('收到:还在吗');
    });

    it('lets everything be done by text alone: the number or title of a button is a press', async () => {
      const speaker = await newSpeaker();
      await speaker.say('选择');
      await settled();
      await speaker.say('2');
      await settled();
      await speaker.say('选择');
      await settled();
      await speaker.say('确认提交');
      await settled();
      expect(heard(speaker)).toEqual(['选择', 'change', '选择', 'confirm']);
    });

    it('says that it could not read a message without words', async () => {
      const speaker = await newSpeaker();
      await speaker.say('  ');
      expect((await answers(speaker))[0]).toContain('没有收到文字');
    });

    it('goes on after a restart where it was, with all that was said', async () => {
      const speaker = await newSpeaker();
      await speaker.say('选择');
      await settled();
      await channel.bot.restart();
      await speaker.say('1');
      await settled();
      expect(heard(speaker)).toEqual(['选择', 'confirm']);
      const log = await channel.bot.services.conversations.since(speaker.conversation, 0, 100);
      const words = log.map((entry) => (entry.direction === 'in' ? entry.inbound.text : entry.reply.text));
      expect(words.slice(await greetings(speaker))).toEqual(['选择', '请选择:', '1', '按了:confirm']);
    });

    it('believes nobody who cannot prove who they are', async () => {
      const speaker = await newSpeaker();
      expect(await (speaker.forge?.('假的') ?? 'refused')).toBe('refused');
      await settled();
      expect(heard(speaker)).toEqual([]);
    });
  });

  async function greetings(speaker: Speaker): Promise<number> {
    const log = await channel.bot.services.conversations.since(speaker.conversation, 0, 100);
    return log.filter((entry) => entry.direction === 'out' && entry.reply.text.startsWith('您好')).length;
  }
}
