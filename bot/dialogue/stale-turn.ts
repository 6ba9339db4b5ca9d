/** Thrown when what a turn was read from has been changed by another one meanwhile: the turn is taken again. */

export class StaleTurn extends Error {
  override readonly name = 'StaleTurn';

  constructor(what: string) {
    super(`${what} was changed by another turn`);
  }
}
