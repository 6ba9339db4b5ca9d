import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activitiesOf } from '#bot/channels/direct-line/activity.ts';
import type { Reply } from '#bot/channels/channel-port.ts';
import { answerReply } from '#bot/delivery/plain-text.ts';
import type { Answer } from '#knowledge/answers/answer.ts';
import type { ChatMessage } from './client/chat-message.ts';
import { readActivity } from './client/read-activity.ts';

const at = new Date('2026-03-02T01:02:03Z');
const conversation = { channel: 'directline', id: 'c' };
/** The reply as the server really sends it. */
const sent = (reply: Reply): ChatMessage | null => {
  const [activity] = activitiesOf({ direction: 'out', conversation, seq: 7, answers: null, reply, at });
  const shown = readActivity(JSON.parse(JSON.stringify(activity)), 0);
  return shown?.kind === 'message' ? shown.message : null;
};
const proof = { regulation: 'r', title: '某办法', article: 22, paragraph: 2, quote: '应当在10个工作日内予以确认答复' };

describe('an activity', () => {
  test('brings the whole answer, its proofs and what to ask next', () => {
    const answer: Answer = {
      outcome: 'answered',
      text: '10 个工作日。',
      proofs: [proof],
      nearest: [],
      notes: [{ kind: 'higher_law', text: '另有规定。' }],
      nextSteps: [{ title: '不同意呢', say: '不同意怎么办?' }],
    };
    const message = sent(answerReply(answer));
    expect(message).toMatchObject({ id: 'c|0000007', mine: false, markdown: false, at: at.getTime(), cards: [] });
    expect(message?.answer).toEqual(answer);
    expect(message?.buttons).toEqual([{ id: 'say:不同意怎么办?', title: '不同意呢' }]);
    expect(message?.twin).toContain('应当在10个工作日内予以确认答复');
  });

  test('brings bare buttons to be drawn by the page, without a card', () => {
    const message = sent({ text: '请选择:', actions: [{ id: 'a', title: '甲' }] });
    expect(message).toMatchObject({ buttons: [{ id: 'a', title: '甲' }], cards: [], answer: null });
  });

  test('brings a card to be drawn as a card, with its text as twin', () => {
    const card = { title: '确认', facts: [{ label: '名称', value: '甲' }] };
    const message = sent({ text: '请确认:名称 甲', card, actions: [{ id: 'yes', title: '确认' }] });
    expect(message?.cards).toHaveLength(1);
    expect(message?.twin).toBe('请确认:名称 甲');
  });

  test('of one’s own carries the mark it was written with', () => {
    const inbound = {
      channel: 'directline',
      userId: 'u',
      conversationId: 'c',
      messageId: 'c/k',
      kind: 'text',
      text: '问',
      at,
    } as const;
    const [activity] = activitiesOf({
      direction: 'in',
      conversation,
      seq: 3,
      inbound,
      envelope: { channelData: { clientActivityID: 'k' } },
    });
    expect(readActivity(activity, 0)).toMatchObject({
      kind: 'message',
      message: { key: 'k', id: 'c|0000003', mine: true },
    });
  });

  test('of typing is a sign and no message; one’s own typing is nothing', () => {
    expect(readActivity({ type: 'typing', from: { role: 'bot' } }, 0)).toEqual({ kind: 'typing' });
    expect(readActivity({ type: 'typing', from: { role: 'user' } }, 0)).toBeNull();
  });

  test('leaves out what is broken and keeps the rest', () => {
    const channelData = {
      answer: { outcome: 'answered', text: '好', proofs: [{ ...proof, article: 'x' }, null, proof], notes: 3 },
      actions: [{ id: 'a' }, { id: 'b', title: '乙' }, 'x'],
    };
    const shown = readActivity({ type: 'message', id: 'c|1', from: { role: 'bot' }, text: '好', channelData }, 5);
    expect(shown).toMatchObject({ message: { at: 5, answer: { proofs: [proof], notes: [] }, buttons: [{ id: 'b' }] } });
  });

  test('with an outcome we do not know is shown by its text', () => {
    const channelData = { answer: { outcome: 'constructor', text: '好' } };
    const shown = readActivity({ type: 'message', id: 'c|1', from: { role: 'bot' }, text: '好', channelData }, 0);
    expect(shown).toMatchObject({ message: { answer: null, text: '好' } });
  });

  test('is read without an accident whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
        const activities = [
          value,
          { type: 'message', id: 'x', from: value, channelData: other, attachments: value, text: other },
          { type: 'message', id: 'x', channelData: { answer: value, actions: other } },
        ];
        expect(() => activities.map((activity) => readActivity(activity, 0))).not.toThrow();
      }),
    );
  });
});
