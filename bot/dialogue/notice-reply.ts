/** A notice as the message its reader sees: what they can do about it at once are its buttons. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Notice } from '#tools/notice.ts';
import { actionId } from './action-id.ts';

export function noticeReply({ text, card, offers = [] }: Notice): Reply {
  return {
    ...(card && { card }),
    text,
    actions: offers.map(({ title, tool, fields }) => ({ id: actionId({ kind: 'open', tool, fields }), title })),
  };
}
