/** A notice as the message its reader sees: what they can do about it at once are its buttons. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Notice } from '#tools/notice.ts';
import { actionId } from './action-id.ts';

export function noticeReply({ text, card, offers = [] }: Notice): Reply {
  return {
    ...(card && { card }),
    text,
    actions: offers.map((offer) => ({
      id: actionId(
        'draft' in offer
          ? { kind: 'resume', draft: offer.draft }
          : { kind: 'open', tool: offer.tool, fields: offer.fields },
      ),
      title: offer.title,
    })),
  };
}
