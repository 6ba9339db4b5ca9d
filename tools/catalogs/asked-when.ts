/** What the registry is told of a field when it is asked for, and when it is only taken when it is offered. */
import type { FieldMeta } from '../field-meta.ts';

export type Asked = (meta: FieldMeta) => FieldMeta;

/** @param asking false: nothing is asked for, everything is taken when it is offered */
export function askedWhen(asking: boolean): Asked {
  return ({ ask, requiredIf, ...rest }) => ({
    ...rest,
    ...(asking && ask !== undefined ? { ask } : {}),
    ...(asking && requiredIf !== undefined ? { requiredIf } : {}),
  });
}
