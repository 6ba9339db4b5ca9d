/** A fault of the store, for the operator: what is wrong and what to do about it. */

/** What can be wrong with the store itself, as opposed to a refused write. */
export type StoreFaultCode =
  | 'data_dir_in_use'
  | 'embedded_failed'
  | 'unreachable'
  | 'migration_pending'
  | 'migration_edited'
  | 'migration_missing'
  | 'migration_failed'
  | 'not_empty'
  | 'backup_unreadable';

export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly code: StoreFaultCode;
  /** What the operator can do. */
  readonly remedy: string;

  constructor(code: StoreFaultCode, message: string, remedy: string, cause?: unknown) {
    super(`${message} ${remedy}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.remedy = remedy;
  }
}
