/** Turns a reply into Bot Framework activities, for Direct Line clients and for Bot Framework channels. */
import { splitText } from '#bot/delivery/split-text.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { adaptiveCard } from './adaptive-card.ts';
import type { Reply } from './channel-port.ts';

/** The part of an activity that says something; the channel adds who, where and when. */
export interface SaidActivity {
  readonly type: 'message';
  readonly text?: string;
  /** Never markdown: what people wrote is shown as it is. */
  readonly textFormat: 'plain';
  readonly locale: 'zh-CN';
  /** For notifications and screen readers where the text stands in a card. */
  readonly summary?: string;
  readonly inputHint: 'acceptingInput';
  readonly attachments?: readonly {
    readonly contentType: 'application/vnd.microsoft.card.adaptive';
    readonly content: AdaptiveCard;
  }[];
}

/** Cards bigger than this are refused by some clients; their text is sent instead. */
const biggestCard = 24 * 1024;

/** One activity, or several where the text is longer than the channel takes. */
export function renderActivities(reply: Reply, maxTextBytes: number): readonly SaidActivity[] {
  const base = { type: 'message', textFormat: 'plain', locale: 'zh-CN', inputHint: 'acceptingInput' } as const;
  const card = adaptiveCard(reply);
  if (!card || Buffer.byteLength(JSON.stringify(card)) > biggestCard) {
    return splitText(reply.text, maxTextBytes).map((text) => ({ ...base, text }));
  }
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] as const;
  if (reply.card) return [{ ...base, summary: reply.card.title, attachments }];
  const parts = splitText(reply.answer ? reply.answer.text : reply.text, maxTextBytes);
  return parts.map((text, index) => (index === parts.length - 1 ? { ...base, text, attachments } : { ...base, text }));
}
