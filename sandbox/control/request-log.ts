/** One request the platform received. `at` is the platform's time in epoch ms. */
export type LoggedRequest = {
  at: number;
  method: string;
  path: string;
  query: string;
  token_id: string | null;
  token_kind: string | null;
  event_id: string | null;
  status: number | null;
  request_id: string | null;
  in_flight: number;
};

const KEPT = 200_000;

/** Every request of the integration, kept so that tests can count calls instead of guessing. */
export class RequestLog {
  #requests: LoggedRequest[] = [];
  #mostInFlight = new Map<string, number>();
  #endpoints = new Map<string, Map<string, number>>();

  add(request: LoggedRequest): void {
    if (this.#requests.length >= KEPT) this.#requests = this.#requests.slice(KEPT / 2);
    this.#requests.push(request);
  }

  /** Counts a finished request under its endpoint (a route pattern) and status. */
  count(endpoint: string, status: string): void {
    const statuses = this.#endpoints.get(endpoint) ?? new Map<string, number>();
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    this.#endpoints.set(endpoint, statuses);
  }

  noteInFlight(token: string, inFlight: number): void {
    this.#mostInFlight.set(token, Math.max(this.#mostInFlight.get(token) ?? 0, inFlight));
  }

  /** The requests received since then (epoch ms of the platform), oldest first. */
  since(at: number): LoggedRequest[] {
    return this.#requests.filter((request) => request.at >= at);
  }

  counters() {
    return {
      total: this.#requests.length,
      by_endpoint: Object.fromEntries(
        [...this.#endpoints].map(([endpoint, statuses]) => [
          endpoint,
          Object.fromEntries(statuses),
        ]),
      ),
      max_in_flight: Object.fromEntries(this.#mostInFlight),
    };
  }

  clear(): void {
    this.#requests = [];
    this.#mostInFlight.clear();
    this.#endpoints.clear();
  }
}
