import { busy } from "@/lib/errors";

type Waiting = { enter: () => void };
type Line = { inside: number; waiting: Waiting[] };

/**
 * At most `most` pieces of work at a time for each key; whoever comes beyond waits in line, `patienceMs` at the
 * most, then `run` throws AppError `busy`, as it does when `signal` is aborted in line.
 */
export class Slots {
  readonly #lines = new Map<string, Line>();

  constructor(private readonly limits: { most: number; patienceMs: number }) {}

  async run<T>(key: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#enter(key, signal);
    try {
      return await work();
    } finally {
      this.#leave(key);
    }
  }

  async #enter(key: string, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) throw busy();
    const line = this.#lines.get(key) ?? { inside: 0, waiting: [] };
    this.#lines.set(key, line);
    if (line.inside < this.limits.most) {
      line.inside += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        line.waiting.splice(line.waiting.indexOf(waiting), 1);
        endWaiting();
        reject(busy());
      };
      const timer = setTimeout(giveUp, this.limits.patienceMs);
      const endWaiting = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", giveUp);
      };
      const waiting: Waiting = {
        enter: () => {
          endWaiting();
          resolve();
        },
      };
      signal?.addEventListener("abort", giveUp);
      line.waiting.push(waiting);
    });
  }

  #leave(key: string): void {
    const line = this.#lines.get(key);
    if (!line) return;
    const next = line.waiting.shift();
    if (next) next.enter();
    else line.inside -= 1;
    if (line.inside === 0) this.#lines.delete(key);
  }
}
