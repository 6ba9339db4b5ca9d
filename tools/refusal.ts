/** An expected no: thrown by rules and tools, caught by the runner, worded by the dialogue for the person. */

export interface RefusalOptions {
  /** What the person can do instead, in Chinese. */
  readonly remedy: string;
  /** The clause behind it, e.g. 第二十二条第二款; null where none applies. */
  readonly article?: string | null;
  /** The input field it is about, so that a form can ask for it again. */
  readonly field?: string;
  readonly cause?: unknown;
}

export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Catalogued in tools/README.md, e.g. `NOT_YOUR_DEPARTMENT`. */
  readonly code: string;
  readonly remedy: string;
  readonly article: string | null;
  readonly field: string | null;

  /** @param message one plain Chinese sentence for the person */
  constructor(code: string, message: string, options: RefusalOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.remedy = options.remedy;
    this.article = options.article ?? null;
    this.field = options.field ?? null;
  }
}
