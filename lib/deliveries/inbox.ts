import type { NewDelivery } from "./store-deliveries";

/** Nothing was stored, and the sender should come again. */
export class InboxBusy extends Error {
  override readonly name = "InboxBusy";
}

/** PostgreSQL cannot store this delivery, however often it comes. */
export class UnstorableDelivery extends Error {
  override readonly name = "UnstorableDelivery";
}

export type InboxLimits = {
  batchRows: number;
  batchBytes: number;
  queueRows: number;
  queueBytes: number;
  /**
   * How long a row may wait for its commit to begin, and how long that commit may take, before its sender
   * is sent away: together less than the 10 s that Revento waits (contract 6.5).
   */
  patienceMs: number;
};

const LIMITS: InboxLimits = {
  batchRows: 500,
  batchBytes: 4 * 1024 * 1024,
  queueRows: 5_000,
  queueBytes: 64 * 1024 * 1024,
  patienceMs: 4_000,
};

type Waiting = {
  row: NewDelivery;
  since: number;
  stored: () => void;
  failed: (cause: unknown) => void;
};

/**
 * Group commit: what arrives while a commit runs goes into the next one. At most one commit is under
 * way; the queue is bounded in rows and bytes.
 */
export class Inbox {
  readonly #limits: InboxLimits;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #running = false;

  constructor(
    private readonly store: (rows: readonly NewDelivery[]) => Promise<void>,
    limits: Partial<InboxLimits> = {},
  ) {
    this.#limits = { ...LIMITS, ...limits };
  }

  /**
   * Resolves after the commit that holds the row, or that found it known. Rejects with InboxBusy or
   * UnstorableDelivery.
   */
  async add(row: NewDelivery): Promise<void> {
    const bytes = this.#waitingBytes + row.body.length;
    if (this.#waiting.length >= this.#limits.queueRows || bytes > this.#limits.queueBytes) {
      throw new InboxBusy("the inbox is full");
    }
    const done = new Promise<void>((stored, failed) => {
      this.#waiting.push({ row, since: performance.now(), stored, failed });
    });
    this.#waitingBytes = bytes;
    this.#start();
    return done;
  }

  #start(): void {
    if (this.#running) return;
    this.#running = true;
    // One turn of the loop later, so that what was read in this turn is in the first commit.
    setImmediate(() => void this.#drain());
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#dismissLate(this.#take());
      if (batch.length > 0) await this.#commit(batch);
    }
    this.#running = false;
  }

  #dismissLate(batch: Waiting[]): Waiting[] {
    const earliest = performance.now() - this.#limits.patienceMs;
    const late = batch.filter(({ since }) => since < earliest);
    if (late.length === 0) return batch;
    for (const { failed } of late) failed(new InboxBusy("the commits before it took too long"));
    return batch.filter(({ since }) => since >= earliest);
  }

  #take(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { row } of this.#waiting) {
      bytes += row.body.length;
      if (count > 0 && (count >= this.#limits.batchRows || bytes > this.#limits.batchBytes)) break;
      this.#waitingBytes -= row.body.length;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #commit(batch: Waiting[]): Promise<void> {
    try {
      await this.#storeInTime(batch.map(({ row }) => row));
      for (const { stored } of batch) stored();
    } catch (error) {
      if (isAboutData(error) && batch.length > 1) return this.#commitSingly(batch);
      for (const { failed } of batch) failed(refusal(error));
    }
  }

  /** One row that cannot be stored must not keep its neighbours out. */
  async #commitSingly(batch: Waiting[]): Promise<void> {
    for (const one of batch) await this.#commit([one]);
  }

  async #storeInTime(rows: NewDelivery[]): Promise<void> {
    const timeout = Promise.withResolvers<void>();
    const timer = setTimeout(
      () => timeout.reject(new InboxBusy("the commit took too long")),
      this.#limits.patienceMs,
    );
    try {
      await Promise.race([this.store(rows), timeout.promise]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** SQLSTATE classes that speak of the values, not of the state of the database. */
function isAboutData(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(21|22|23|54)[0-9A-Z]{3}$/.test(code);
}

function refusal(cause: unknown): Error {
  if (cause instanceof InboxBusy) return cause;
  if (isAboutData(cause)) return new UnstorableDelivery("cannot be stored", { cause });
  return new InboxBusy("the inbox could not be written", { cause });
}
