/** A no to an HTTP caller, thrown by routes and answered by the server as `{"error":{"code","message"}}`. */

export class HttpError extends Error {
  readonly statusCode: number;
  /** For programs, e.g. `TokenExpired`. */
  readonly code: string;
  /** Seconds after which the caller may try again. */
  readonly retryAfter: number | null;

  constructor(statusCode: number, code: string, message: string, retryAfter: number | null = null) {
    super(message);
    this.name = 'HttpError';
    this.statusCode = statusCode;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
