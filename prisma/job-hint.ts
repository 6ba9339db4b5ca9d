/** Tells whoever runs jobs in this process that one was just sent, so that it need not wait for the next look. */

const listeners = new Set<() => void>();

export function hintJobs(): void {
  for (const listener of listeners) listener();
}

/** @returns what ends the listening */
export function onJobHint(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
