/**
 * Everything a run has started, so that it ends however the run ends. What is still starting when
 * Ctrl-C comes is waited for, and then ended like the rest.
 */
export class Started {
  readonly #interruption = new AbortController();
  readonly #ends: (() => Promise<unknown>)[] = [];
  readonly #starting = new Set<Promise<unknown>>();

  get interrupted(): AbortSignal {
    return this.#interruption.signal;
  }

  interrupt(): void {
    this.#interruption.abort(new Error("interrupted"));
  }

  /** Starts something whose end is `end`. Throws once the run was interrupted. */
  async start<T>(begin: () => Promise<T>, end: (thing: T) => Promise<unknown>): Promise<T> {
    this.interrupted.throwIfAborted();
    const starting = begin().then((thing) => {
      this.#ends.push(() => end(thing));
      return thing;
    });
    this.#starting.add(starting);
    try {
      return await starting;
    } finally {
      this.#starting.delete(starting);
    }
  }

  /** Ends everything, the newest first. One end that fails does not keep the others from ending. */
  async endAll(): Promise<void> {
    await Promise.allSettled([...this.#starting]);
    for (const end of this.#ends.splice(0).reverse()) {
      await end().catch((error: unknown) => console.error("could not be ended:", error));
    }
  }
}
