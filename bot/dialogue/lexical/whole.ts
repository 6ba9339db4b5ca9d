/** A pattern of a whole message, from the ways it may be put. */

export function whole(...words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')})$`, 'u');
}
