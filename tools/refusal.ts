/** An expected no: thrown by rules and tools, worded by the dialogue for the person. */

export class Refusal extends Error {
  /** Catalogued in tools/README.md, e.g. `NOT_YOUR_DEPARTMENT`. */
  readonly code: string;
  /** What the person can do instead, in Chinese. */
  readonly remedy: string;
  /** The clause behind it, e.g. 第二十二条第二款; null where none applies. */
  readonly article: string | null;

  /** @param message one plain Chinese sentence for the person */
  constructor(code: string, message: string, options: { remedy: string; article?: string | null; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'Refusal';
    this.code = code;
    this.remedy = options.remedy;
    this.article = options.article ?? null;
  }
}
