/** Runs tasks strictly one after the other for the same key and side by side for different ones. */

export class SerialQueue {
  readonly #tails = new Map<string, { last: Promise<void>; waiting: number }>();

  /** Resolves or rejects as the task does; a task that fails does not stop the next one. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const line = this.#tails.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    this.#tails.set(key, line);
    line.waiting += 1;
    const result = line.last.then(task);
    const finished = (): void => {
      line.waiting -= 1;
      if (line.waiting === 0) this.#tails.delete(key);
    };
    line.last = result.then(finished, finished);
    return result;
  }

  /** Tasks of a key that run or wait. */
  depth(key: string): number {
    return this.#tails.get(key)?.waiting ?? 0;
  }

  /** Resolves once nothing runs or waits, new tasks included. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all([...this.#tails.values()].map((line) => line.last));
  }
}
