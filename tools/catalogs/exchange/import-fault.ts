/** A file that cannot be read as a catalog at all; the operator is told in Chinese. */

export class ImportFault extends Error {
  override readonly name = 'ImportFault';
}
