/** One message on the page; one's own shows how far it has come. */
import { answerView } from './answer-view.ts';
import type { Button, ChatMessage } from './chat-message.ts';
import { copyText } from './copy-text.ts';
import { button, el } from './element.ts';
import { icon } from './icon.ts';
import { drawMarkdown } from './markdown/draw.ts';
import { plainLines } from './plain-lines.ts';
import type { OpenClause } from './proof-card.ts';
import { machineTime, timeOfDay } from './timestamp.ts';
import { wording } from './wording.ts';

/** What can be done from within a message. */
export interface MessageDeeds {
  readonly openClause: OpenClause;
  readonly press: (pressed: Button) => void;
  readonly again: (key: string) => void;
  /** Draws an Adaptive Card into the place made for it. */
  readonly drawCard: (card: unknown, place: HTMLElement, message: ChatMessage) => void;
}

export interface MessageView {
  readonly element: HTMLElement;
  /** The same message, further on its way. */
  readonly update: (message: ChatMessage) => void;
}

export function messageView(message: ChatMessage, deeds: MessageDeeds): MessageView {
  return message.mine ? ownView(message, deeds) : botView(message, deeds);
}

function ownView(message: ChatMessage, deeds: MessageDeeds): MessageView {
  const state = el('div', { class: 'meta' });
  const element = el(
    'article',
    { class: 'message mine', 'aria-label': wording.me },
    el('div', { class: 'bubble' }, ...plainLines(message.text)),
    state,
  );
  const update = (now: ChatMessage): void => {
    element.dataset['delivery'] = now.delivery.state;
    state.replaceChildren(...ownState(now, deeds));
  };
  update(message);
  return { element, update };
}

function ownState({ delivery, key, at }: ChatMessage, deeds: MessageDeeds): readonly Node[] {
  const again = (title: string): HTMLElement => button({ class: 'again' }, () => deeds.again(key), title);
  switch (delivery.state) {
    case 'sending':
      return [el('span', {}, wording.sending)];
    case 'sent':
      return [el('time', { datetime: machineTime(at) }, timeOfDay(at))];
    case 'waiting':
      return [el('span', {}, delivery.why), again(wording.retryNow)];
    case 'failed':
      return [el('span', { class: 'failed', role: 'alert' }, icon('alert'), delivery.why), again(wording.retry)];
  }
}

function botView(message: ChatMessage, deeds: MessageDeeds): MessageView {
  const cards = message.cards.map((card) => {
    const place = el('div', { class: 'card' });
    deeds.drawCard(card, place, message);
    return place;
  });
  const element = el(
    'article',
    { class: 'message bot', 'aria-label': wording.bot },
    el('div', { class: 'body' }, ...bodyOf(message, deeds).filter((part) => part !== null), ...cards),
    el(
      'div',
      { class: 'meta' },
      el('time', { datetime: machineTime(message.at) }, timeOfDay(message.at)),
      reference(message),
      // Nobody takes a greeting along.
      message.answer?.outcome === 'smalltalk' ? null : copyButton(message.twin),
    ),
    choices(message, deeds),
  );
  return { element, update: () => undefined };
}

function bodyOf(message: ChatMessage, deeds: MessageDeeds): readonly (HTMLElement | null)[] {
  if (message.answer) return answerView(message.answer, deeds.openClause);
  if (message.text === '') return [];
  return [el('div', { class: 'words' }, ...(message.markdown ? drawMarkdown(message.text) : plainLines(message.text)))];
}

function reference({ answer }: ChatMessage): HTMLElement | null {
  if (answer?.reference === undefined) return null;
  return el('span', { class: 'reference' }, wording.reference(answer.reference));
}

function copyButton(text: string): HTMLElement {
  const label = el('span', { 'aria-live': 'off' }, wording.copy);
  const copy = button({ class: 'copy', 'aria-label': wording.copyLabel }, () => void run(), icon('copy'), label);
  const run = async (): Promise<void> => {
    const done = await copyText(text);
    label.textContent = done ? wording.copied : wording.notCopied;
    copy.replaceChildren(icon(done ? 'done' : 'alert'), label);
    setTimeout(() => {
      label.textContent = wording.copy;
      copy.replaceChildren(icon('copy'), label);
    }, 2_000);
  };
  return copy;
}

/** Buttons of a card stand in the card itself. */
function choices({ buttons, answer, cards }: ChatMessage, deeds: MessageDeeds): HTMLElement | null {
  if (buttons.length === 0 || cards.length > 0) return null;
  return el(
    'div',
    { class: 'next', role: 'group', 'aria-label': answer ? wording.nextSteps : wording.choices },
    ...buttons.map((one) => button({ class: 'chip' }, () => deeds.press(one), one.title)),
  );
}
