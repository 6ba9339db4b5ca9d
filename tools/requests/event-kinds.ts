/** Events of a request besides the happenings of its lifecycle: they are kept with it and leave its stage alone. */
import { lifecycles } from './lifecycles.ts';
import { happeningNames } from './stage-names.ts';

export const eventKinds = {
  /** A holiday notice moved its last day or made it firm; nobody's act. */
  recounted: 'deadline_recounted',
  /** Somebody else of the same side took it over. */
  reassigned: 'reassigned',
} as const;

const eventNames: Readonly<Record<string, string>> = {
  ...happeningNames,
  [eventKinds.recounted]: '期限按放假安排重新计算',
  [eventKinds.reassigned]: '移交给同事',
};

/** What an event is called; one of a kind nobody knows any more by its own word. */
export function eventName(kind: string): string {
  return eventNames[kind] ?? kind;
}

const stageMovers: ReadonlySet<string> = new Set(
  Object.values(lifecycles).flatMap(({ table }) =>
    Object.entries(table).flatMap(([happening, { to }]) => (to === 'same' ? [] : [happening])),
  ),
);

/** Whether it brought the request to the stage it is in. */
export function movesStage({ kind }: { readonly kind: string }): boolean {
  return stageMovers.has(kind);
}
