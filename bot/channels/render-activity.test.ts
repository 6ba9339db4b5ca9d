import { AdaptiveCard, RichTextBlock, TextRun } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { answerReply } from '#bot/delivery/plain-text.ts';
import type { Reply } from './channel-port.ts';
import { renderActivities } from './render-activity.ts';

const proof = {
  regulation: 'r',
  title: '长沙市政务数据资源管理办法',
  article: 22,
  paragraph: 2,
  quote: '应当在10个工作日内予以答复',
};
const reply = answerReply({
  outcome: 'answered',
  text: '10 个工作日内答复。',
  proofs: [proof],
  nearest: [{ ...proof, article: 24 }],
  notes: [{ kind: 'higher_law', text: '另有规定。' }],
  nextSteps: [{ title: '不同意呢', say: '不同意怎么办?' }],
});
const cardOf = (said: Reply): unknown => renderActivities(said, 60_000)[0]?.attachments?.[0]?.content;
/** As a client we did not write reads it. */
const parsed = (said: Reply): AdaptiveCard => {
  const card = new AdaptiveCard();
  card.parse(cardOf(said));
  return card;
};
const texts = (card: AdaptiveCard): string[] =>
  Array.from({ length: card.getItemCount() }, (_, index) => card.getItemAt(index)).flatMap((item) =>
    item instanceof RichTextBlock
      ? Array.from({ length: item.getInlineCount() }, (_, index) => item.getInlineAt(index))
          .filter((inline) => inline instanceof TextRun)
          .map((run) => run.text ?? '')
          .join('')
      : [],
  );

describe('a reply as an activity', () => {
  it('says the sentence and shows the proofs in a card that the reference client reads', () => {
    const [activity] = renderActivities(reply, 60_000);
    expect(activity).toMatchObject({ type: 'message', text: '10 个工作日内答复。', textFormat: 'plain' });
    const card = parsed(reply);
    expect(card.validateProperties().validationEvents).toEqual([]);
    expect(texts(card)).toEqual([
      '《长沙市政务数据资源管理办法》第二十二条第二款',
      '“应当在10个工作日内予以答复”',
      '相近的规定(没有直接回答这个问题)',
      '《长沙市政务数据资源管理办法》第二十四条第二款',
      '“应当在10个工作日内予以答复”',
      '注:另有规定。',
    ]);
    expect(card.getActionAt(0)?.toJSON()).toMatchObject({ title: '不同意呢', data: { press: 'say:不同意怎么办?' } });
  });

  it('has no card when there is nothing to show in one', () => {
    expect(renderActivities({ text: '好', actions: [] }, 100)).toMatchObject([{ text: '好' }]);
    expect(renderActivities({ text: '好', actions: [] }, 100)[0]).not.toHaveProperty('attachments');
  });

  it('shows what people wrote as it is, whatever it looks like', () => {
    const value = '**粗** [点我](https://evil.example) <img src=x onerror=alert(1)> {{DATE(2026-01-01)}}';
    const card = parsed({
      text: 't',
      card: { title: '目录', facts: [{ label: '名称', value }], body: value },
      actions: [],
    });
    expect(texts(card).map((text) => text.replaceAll('\u200B', ''))).toEqual(['目录', `名称:${value}`, value]);
    expect(JSON.stringify(card.toJSON())).not.toContain('{{DATE');
    expect(JSON.stringify(card.toJSON())).not.toContain('"TextBlock"');
  });

  it('sends the whole text in parts when the card would be too big', () => {
    const text = '很长的一条。'.repeat(2_000);
    const activities = renderActivities({ text, card: { title: 't', facts: [], body: text }, actions: [] }, 20_000);
    expect(activities.length).toBeGreaterThan(1);
    expect(activities.map((activity) => (activity.text ?? '').replace(/^\(\d+\/\d+\)\n/, '')).join('')).toBe(text);
  });

  it('says a long text in parts and puts the buttons under the last', () => {
    const activities = renderActivities({ text: '字'.repeat(100), actions: [{ id: 'a', title: '甲' }] }, 120);
    expect(activities.map((activity) => activity.attachments !== undefined)).toEqual([false, false, true]);
  });
});
