/** A fault: one idempotency key was used for two different things, which would give somebody a result that is not theirs. */

export class KeyReuseFault extends Error {
  override readonly name = 'KeyReuseFault';
  readonly key: string;

  constructor(key: string) {
    super(`idempotency key ${key} belongs to a run of another tool or person`);
    this.key = key;
  }
}
