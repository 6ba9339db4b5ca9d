/** Finds a limit by its id. */
import { Refusal } from '#tools/refusal.ts';

import type { Limit } from './limit.ts';

/** @throws Refusal LIMIT_UNKNOWN */
export function limitOf(limits: readonly Limit[], id: string): Limit {
  const limit = limits.find((one) => one.id === id);
  if (limit) return limit;
  throw new Refusal('LIMIT_UNKNOWN', `没有名为“${id}”的期限。`, {
    remedy: `可用的有:${limits.map((one) => one.id).join('、')}。`,
  });
}
