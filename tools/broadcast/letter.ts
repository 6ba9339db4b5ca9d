/** One person's letter: the broadcast's words with their department's own facts, and what they can do at once. */
import type { Offer } from '#tools/notice.ts';
import type { BroadcastPayload } from './broadcast-row.ts';
import type { Outstanding } from './outstanding.ts';
import { harmless, personalText } from './personal-words.ts';
import { wording } from './wording.ts';

export interface LetterWords {
  readonly text: string;
  readonly offers: readonly Offer[];
  /** Whether it asks to be told that it was received. */
  readonly receipt: boolean;
  /** Of which broadcast. */
  readonly broadcastId: string;
}

const itemsShown = 5;
const buttonsShown = 3;

export interface Addressed {
  readonly name: string;
  readonly department: string;
  readonly items: readonly Outstanding[];
}

export function letterFor(
  { id, payload }: { readonly id: string; readonly payload: BroadcastPayload },
  { name, department, items }: Addressed,
): LetterWords {
  const overdue = items.filter((item) => item.overdue);
  const lines = items.slice(0, itemsShown).map(({ text }) => `- ${harmless(text)}`);
  const more = items.length > itemsShown ? [wording.itemsMore(items.length - itemsShown)] : [];
  const list = items.length === 0 ? wording.itemsNone : [...lines, ...more].join('\n');
  const withItems = payload.act === 'items';
  const template = withItems && !payload.text.includes('{待办}') ? `${payload.text}\n{待办}` : payload.text;
  const text = personalText(template, {
    姓名: harmless(name),
    部门: harmless(department),
    待办: list,
    超期数: String(overdue.length),
  });
  // What is overdue first; the rest is in the list of what waits.
  const first = [...overdue, ...items.filter((item) => !item.overdue)].slice(0, buttonsShown);
  const look: Offer = { title: wording.workButton, tool: 'my-work', fields: {} };
  return {
    text,
    offers: withItems ? [...first.map(({ offer }) => offer), ...(items.length > buttonsShown ? [look] : [])] : [],
    receipt: payload.act !== 'none',
    broadcastId: id,
  };
}

/** Whether two people of one department get the same words. */
export function namesPeople({ text }: BroadcastPayload): boolean {
  return text.includes('{姓名}');
}
