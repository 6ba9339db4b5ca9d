/** Waits that end early when there is something to do, or when it is time to stop. */

export class Waiting {
  #wake: () => void = () => undefined;
  #poked = false;

  /** Ends the wait that is under way, or the next one. */
  poke(): void {
    this.#poked = true;
    this.#wake();
  }

  async wait(milliseconds: number): Promise<void> {
    if (!this.#poked)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, milliseconds));
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#poked = false;
    this.#wake = () => undefined;
  }
}
