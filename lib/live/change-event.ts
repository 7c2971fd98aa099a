import { recordAudit } from "@/lib/audit/record-audit";
import { type Sql, type Tx, withEvent, withEventSql } from "@/lib/db";
import { Slots } from "@/lib/slots";
import { announceChanges } from "./announce-changes";
import { lockMirror } from "./lock-mirror";
import { recordChange, type Topic } from "./record-change";

/** A transaction that changes one event, and what belongs to every change. */
export type EventChange = {
  eventId: string;
  sql: Sql;
  /** Open pages fetch these rows of a topic again, after the commit. Without ids: everything of it. */
  changed(topic: Topic, ids?: readonly string[]): void;
  /** Whether any of these topics has been named in this transaction. */
  hasChanged(...topics: Topic[]): boolean;
  /** Leaves an entry in the event's audit: ids, words and counts, never people's data. */
  audit(actor: string, action: string, detail?: AuditDetail): Promise<void>;
  /** Does what may fail alone: rejects with its error then, nothing of it is left, and the change goes on. */
  attempt<T>(work: (change: EventChange) => Promise<T>): Promise<T>;
};
/** The same, where rows are read and written through Prisma: `db` and `sql` are one transaction. */
export type EventChangeInPrisma = EventChange & { db: Tx };

type AuditDetail = Parameters<typeof recordAudit>[4];

export type ChangeOptions<F = undefined> = {
  /** Waits this long for whoever changes the event at the moment; longer throws what `isOverloaded` knows. */
  lockWithinMs?: number;
  /** What one statement may take, the wait for the event among them. */
  statementWithinMs?: number;
  /**
   * `person`: it writes rows of one person and none of the mirror, so it waits for nobody else's change, and nobody
   * waits for it; only its number is taken in turn, at its end.
   */
  of?: "event" | "person";
  /** Runs in the same transaction before the event is held: a guard. What it answers `work` gets. */
  before?: (sql: Sql) => Promise<F>;
};

/** A person waits for the answer. */
const LOCK_WITHIN_MS = 3_000;
/** What a worker does, and what has happened already and must be written: it waits as long as a statement may take. */
export const IN_BACKGROUND = { lockWithinMs: 30_000 } as const;

/**
 * Changes an event: in one transaction, as the only one that writes its mirror or records its changes, with what
 * was changed recorded once for each topic, and told to open pages after the commit. All of it, or nothing when
 * `work` throws.
 */
export async function changeEvent<T, F = undefined>(
  eventId: string,
  work: (change: EventChangeInPrisma, found: F) => Promise<T>,
  options: ChangeOptions<F> = {},
): Promise<T> {
  return changing(eventId, options, (hold) =>
    withEvent(eventId, ({ db, sql }) =>
      hold(sql, (change, found) => work({ ...change, db }, found)),
    ),
  );
}

/** {@link changeEvent} for the hot list: tokens, deliveries, the mirror, erasures. */
export async function changeEventInSql<T, F = undefined>(
  eventId: string,
  work: (change: EventChange, found: F) => Promise<T>,
  options: ChangeOptions<F> = {},
): Promise<T> {
  return changing(eventId, options, (hold) => withEventSql(eventId, (sql) => hold(sql, work)));
}

/** Whoever waits for an event holds no connection meanwhile, but for the few who are next. */
const MOST_CHANGING = 4;
const slots = new Map<number, Slots>();

function slotsFor(patienceMs: number): Slots {
  const known = slots.get(patienceMs) ?? new Slots({ most: MOST_CHANGING, patienceMs });
  slots.set(patienceMs, known);
  return known;
}

type Hold<T, F> = (sql: Sql, work: (change: EventChange, found: F) => Promise<T>) => Promise<T>;

async function changing<T, F>(
  eventId: string,
  { lockWithinMs = LOCK_WITHIN_MS, statementWithinMs, of = "event", before }: ChangeOptions<F>,
  open: (hold: Hold<T, F>) => Promise<T>,
): Promise<T> {
  let isChanged = false;
  const turn = () =>
    open(async (sql, work) => {
      const recorder = new ChangeRecorder(sql, eventId);
      if (statementWithinMs !== undefined) {
        await sql.query(`SET LOCAL statement_timeout = ${statementWithinMs}`);
      }
      await sql.query(`SET LOCAL lock_timeout = ${lockWithinMs}`);
      const found = (await before?.(sql)) as F;
      if (of === "event") await lockMirror(sql, eventId);
      const done = await work(recorder, found);
      isChanged = await recorder.record();
      return done;
    });
  const result = await slotsFor(lockWithinMs).run(`${of} ${eventId}`, turn);
  if (isChanged) await announceChanges(eventId);
  return result;
}

class ChangeRecorder implements EventChange {
  /** Ids by topic; null: everything of it. */
  readonly #topics = new Map<Topic, Set<string> | null>();

  constructor(
    readonly sql: Sql,
    readonly eventId: string,
  ) {}

  readonly changed = (topic: Topic, ids?: readonly string[]): void => {
    const known = this.#topics.get(topic);
    if (known === null) return;
    this.#topics.set(topic, ids ? new Set([...(known ?? []), ...ids]) : null);
  };

  readonly hasChanged = (...topics: Topic[]): boolean =>
    topics.some((topic) => this.#topics.has(topic));

  readonly audit = (actor: string, action: string, detail?: AuditDetail): Promise<void> =>
    recordAudit(this.sql, this.eventId, actor, action, detail);

  readonly attempt = async <T>(work: (change: EventChange) => Promise<T>): Promise<T> => {
    const attempted = new ChangeRecorder(this.sql, this.eventId);
    await this.sql.query("SAVEPOINT attempt");
    try {
      const result = await work(attempted);
      await this.sql.query("RELEASE SAVEPOINT attempt");
      for (const [topic, ids] of attempted.#topics) this.changed(topic, ids ? [...ids] : undefined);
      return result;
    } catch (error) {
      await this.sql.query("ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt");
      throw error;
    }
  };

  /** Answers whether there is anything to announce. */
  async record(): Promise<boolean> {
    // One after the other on one connection, but nobody waits between them.
    const recorded = [...this.#topics].map(([topic, ids]) =>
      recordChange(this.sql, this.eventId, topic, [...(ids ?? [])]),
    );
    await Promise.all(recorded);
    return recorded.length > 0;
  }
}
