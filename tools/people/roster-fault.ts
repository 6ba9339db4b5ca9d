/** Thrown when a file is no roster at all; the message is for whoever gave it. */

export class RosterFault extends Error {
  override readonly name = 'RosterFault';
}
