/** The explicit list of the kinds of requests. */
import type { RequestKind } from '#prisma/generated/enums.ts';
import { correctionLifecycle } from './correction-lifecycle.ts';
import type { Lifecycle } from './lifecycle.ts';
import { openLifecycle } from './open-lifecycle.ts';
import { shareLifecycle } from './share-lifecycle.ts';

export const lifecycles: Readonly<Record<RequestKind, Lifecycle>> = {
  share: shareLifecycle,
  open: openLifecycle,
  correction: correctionLifecycle,
};
