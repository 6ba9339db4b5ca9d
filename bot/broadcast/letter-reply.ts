/** A person's letter as the message its channel renders: words, and what can be done at once as buttons. */
import type { Reply } from '#bot/channels/channel-port.ts';
import { actionId } from '#bot/dialogue/action-id.ts';
import { offerButtons } from '#bot/dialogue/present/offers.ts';
import type { LetterWords } from '#tools/broadcast/letter.ts';
import { wording } from '#tools/broadcast/wording.ts';

export function letterReply({ text, offers, receipt, broadcastId }: LetterWords): Reply {
  return {
    text,
    actions: [
      ...offerButtons(offers),
      ...(receipt
        ? [{ id: actionId({ kind: 'received', broadcast: broadcastId }), title: wording.receivedButton }]
        : []),
    ],
  };
}
