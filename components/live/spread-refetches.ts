import { hashKey, type QueryClient, type QueryKey } from "@tanstack/react-query";

const SPREAD_MS = 5_000;

/**
 * Fetches again what thousands of pages are told of at the same moment: each of them after a random time of up to
 * 5 s, and once however often it is told.
 */
export class SpreadRefetches {
  readonly #due = new Map<string, QueryKey>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: QueryClient) {}

  refetch(keys: readonly QueryKey[]): void {
    for (const key of keys) this.#due.set(hashKey(key), key);
    if (this.#due.size > 0)
      this.#timer ??= setTimeout(() => this.#run(), Math.random() * SPREAD_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#due.clear();
  }

  #run(): void {
    this.#timer = undefined;
    const keys = [...this.#due.values()];
    this.#due.clear();
    for (const queryKey of keys) void this.client.invalidateQueries({ queryKey });
  }
}
