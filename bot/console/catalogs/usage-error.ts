/** The command line was not understood; the message is how it is used. */

export class UsageError extends Error {
  override readonly name = 'UsageError';
}
