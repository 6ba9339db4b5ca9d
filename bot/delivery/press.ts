/** Makes every way of choosing the same: the button, its number or title typed, and a button that merely speaks for the person. */
import type { Inbound, ReplyAction } from '#bot/channels/channel-port.ts';

/** Ids of buttons whose press is the same as typing what follows. */
const saying = 'say:';

export function sayAction(title: string, say: string): ReplyAction {
  return { id: `${saying}${say}`, title };
}

/**
 * The message as the core should see it. A typed number or title counts for the buttons shown last, and only for those;
 * any other text stays what it is.
 */
export function resolvePress(inbound: Inbound, offered: readonly ReplyAction[]): Inbound {
  if (inbound.kind === 'text') {
    const chosen = choice(inbound.text, offered);
    return chosen ? pressed(inbound, chosen.id, inbound.action?.value) : inbound;
  }
  return inbound.kind === 'action' && inbound.action
    ? pressed(inbound, inbound.action.id, inbound.action.value)
    : inbound;
}

function pressed(inbound: Inbound, id: string, value: Record<string, unknown> | undefined): Inbound {
  if (!id.startsWith(saying)) return { ...inbound, kind: 'action', action: value ? { id, value } : { id } };
  const { action: _, ...rest } = inbound;
  return { ...rest, kind: 'text', text: id.slice(saying.length) };
}

function choice(text: string, offered: readonly ReplyAction[]): ReplyAction | undefined {
  const typed = text.normalize('NFKC').trim();
  const match = /^选?择?\s*(\d{1,2})[.、。]?$|^第\s*(\d{1,2})\s*[个项]$/.exec(typed);
  const number = match?.[1] ?? match?.[2];
  if (number !== undefined) return offered[Number(number) - 1];
  return offered.find((action) => action.title.normalize('NFKC').trim() === typed);
}
