import { AppError } from "@/lib/errors";
import type { Subscriber } from "@/lib/live/change-channel";
import type { Change } from "@/lib/live/read-changes";
import { logOf } from "@/lib/log";
import type { Audience } from "./audience";
import type { StreamChannel } from "./event-stream";

/**
 * Hands an event's changes to one page, as far as whoever opened it may hear them. A change that may
 * have touched their right is told only after another look at it; once it is gone, nothing is. Numbers
 * move on over what is not told.
 */
export class GuardedStream implements Subscriber {
  #audience: Audience;
  #waiting: Change[] = [];
  #public: string[] = [];
  #isLookDue = false;
  #isBusy = false;
  #working: Promise<void> = Promise.resolve();
  /** Of what is not told there is nothing to tell up to here. */
  #missedUpTo = 0;
  #isOver = false;
  /** The numbers of the last change that came in, and of the last that the page knows of. */
  #seen: number;
  #told: number;

  constructor(
    private readonly channel: StreamChannel,
    audience: Audience,
    after: number | null,
  ) {
    this.#audience = audience;
    this.#seen = this.#told = after ?? 0;
  }

  onHead: Subscriber["onHead"] = (head) => {
    this.#seen = this.#told = head;
    this.channel.sayHello(head);
  };

  onReset: Subscriber["onReset"] = (head) => {
    this.#seen = this.#told = head;
    this.channel.sayReset(head);
  };

  onChanges: Subscriber["onChanges"] = (changes) => {
    if (!this.#isOver) this.#waiting.push(...changes);
    void this.#workSoon();
  };

  onMissed: Subscriber["onMissed"] = (changes, head) => {
    this.#missedUpTo = head;
    this.onChanges(changes);
  };

  /** What everybody in the portal sees has changed; told after all that came before. */
  onPublic = (json: string): void => {
    if (!this.#isOver) this.#public.push(json);
    void this.#workSoon();
  };

  get concerns(): Subscriber["concerns"] {
    return this.#audience.concerns;
  }

  /** Says how far the numbers have come. */
  saySeen(): void {
    if (this.#isOver) return;
    if (this.#seen > this.#told) this.channel.saySeen(this.#seen);
    this.#told = this.#seen;
  }

  /** Looks whether they may still listen, and ends the stream if not. Resolves when all that is known is told. */
  lookAgain(): Promise<void> {
    this.#isLookDue = true;
    return this.#workSoon();
  }

  #workSoon(): Promise<void> {
    if (this.#isOver) return this.#working;
    if (!this.#isBusy) this.#working = this.#work();
    return this.#working;
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0 || this.#isLookDue || this.#public.length > 0) {
      const updates = this.#public.splice(0);
      const changes = this.#waiting.splice(0);
      const isTouched = changes.some((change) => this.#audience.isTouchedBy(change));
      if (isTouched || this.#isLookDue) {
        this.#isLookDue = false;
        this.#isOver = !(await this.#renew());
      }
      if (this.#isOver) {
        this.channel.signOut();
        return;
      }
      this.#tell(changes);
      for (const json of updates) this.channel.sayPublic(json);
    }
    this.#isBusy = false;
  }

  #tell(changes: readonly Change[]): void {
    const isMissed = ({ seq }: Change) => seq <= this.#missedUpTo;
    const own = changes.flatMap((change) => this.#audience.hear(change, isMissed(change)) ?? []);
    this.#seen = Math.max(this.#seen, this.#missedUpTo, changes.at(-1)?.seq ?? 0);
    this.#told = own.at(-1)?.seq ?? this.#told;
    if (own.length > 0) this.channel.sayChanges(own);
  }

  /** False when their right has ended. A database that is away for a moment ends nothing. */
  async #renew(): Promise<boolean> {
    const former = this.#audience;
    try {
      this.#audience = await former.renew();
    } catch (error) {
      if (isRefusal(error)) return false;
      logOf("live").warn({ err: error }, "could not look whether a stream may go on");
      return true;
    }
    if (this.#audience.hasMoreThan(former)) {
      this.channel.sayChanges([{ seq: this.#seen, topic: "participants", ids: [] }]);
      this.#told = this.#seen;
    }
    return true;
  }
}

const REFUSALS = new Set(["unauthenticated", "forbidden", "not_found"]);

function isRefusal(error: unknown): boolean {
  return error instanceof AppError && REFUSALS.has(error.code);
}
