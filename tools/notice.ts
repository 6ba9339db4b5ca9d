/** A message for somebody who is not in the conversation: kept with what the tool wrote, delivered to their own chat. */

/** A thing the reader can do at once: opens the tool with these fields filled; permission is checked as always. */
export interface Offer {
  readonly title: string;
  readonly tool: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Notice {
  readonly personId: string;
  /** Unique per person and occasion: the same notice is never sent twice. */
  readonly key: string;
  /** Chinese, complete in itself. */
  readonly text: string;
  readonly offers?: readonly Offer[];
}
