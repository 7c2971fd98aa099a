/** Values that are kept at a time. */
const MOST_KEPT = 200;

type Kept<T> = { value: Promise<T>; until: number };

/**
 * One computation for everybody who asks the same at the same time, and for who asks within `keepMs` of its
 * end. `key` names everything that the value depends on. What fails is not kept.
 */
export class SingleFlight<T> {
  readonly #kept = new Map<string, Kept<T>>();

  constructor(private readonly keepMs: number) {}

  async run(key: string, compute: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known && known.until > performance.now()) return known.value;
    const kept = { value: compute(), until: Number.POSITIVE_INFINITY };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    this.#forget();
    try {
      const value = await kept.value;
      kept.until = performance.now() + this.keepMs;
      return value;
    } catch (error) {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
      throw error;
    }
  }

  /** The oldest goes first, and whatever is over with it. */
  #forget(): void {
    const now = performance.now();
    for (const [key, { until }] of this.#kept) {
      if (until > now && this.#kept.size <= MOST_KEPT) return;
      this.#kept.delete(key);
    }
  }
}
