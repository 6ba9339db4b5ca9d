/** What can be done next, as buttons; and a result in its own words above them. */
import type { Reply, ReplyAction } from '#bot/channels/channel-port.ts';
import type { Offer } from '#tools/notice.ts';
import { actionId } from '../action-id.ts';

export function offerButtons(offers: readonly Offer[]): readonly ReplyAction[] {
  return offers.map(({ title, tool, fields }) => ({ id: actionId({ kind: 'open', tool, fields }), title }));
}

/** A run that was asked for again says so first. */
export function shown({
  output,
  repeated,
}: {
  readonly output: { readonly text: string; readonly offers: readonly Offer[] };
  readonly repeated: boolean;
}): readonly Reply[] {
  const text = repeated ? `这件事已经办过了,没有重复办理。\n${output.text}` : output.text;
  return [{ text, actions: offerButtons(output.offers) }];
}
