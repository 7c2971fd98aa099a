import { AppError } from "@/lib/errors";

type Waiting = { enter: () => void };
type Line = { inside: number; waiting: Waiting[] };

/**
 * At most `most` pieces of work at a time for each key; whoever comes beyond waits in line, `patienceMs` at the
 * most, then `run` throws AppError `busy`.
 */
export class Slots {
  readonly #lines = new Map<string, Line>();

  constructor(private readonly limits: { most: number; patienceMs: number }) {}

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    await this.#enter(key);
    try {
      return await work();
    } finally {
      this.#leave(key);
    }
  }

  async #enter(key: string): Promise<void> {
    const line = this.#lines.get(key) ?? { inside: 0, waiting: [] };
    this.#lines.set(key, line);
    if (line.inside < this.limits.most) {
      line.inside += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const waiting: Waiting = {
        enter: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        line.waiting.splice(line.waiting.indexOf(waiting), 1);
        reject(busy());
      }, this.limits.patienceMs);
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

/** Too much is asked at once: the same may go well in a moment. */
export function busy(options?: { cause?: unknown }): AppError {
  return new AppError("busy", "Foyer is busy just now. Try again in a moment.", options);
}
