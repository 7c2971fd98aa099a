import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { z } from "zod";
import { env } from "@/lib/env";
import { busy } from "@/lib/errors";
import { EventId } from "@/lib/event-id";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

declare module "pg" {
  interface ClientBase {
    /** The backend of an open connection. */
    readonly processID: number;
  }
}

/** A transaction that already has its role and its event, in plain SQL. */
export type Sql = Pick<pg.PoolClient, "query">;
/** The same through Prisma. */
export type Tx = Prisma.TransactionClient;

type Lending = AsyncLocalStorage<pg.PoolClient>;
type Clients = {
  pool: pg.Pool;
  system: pg.Pool;
  urgent: pg.Pool;
  urgency: AsyncLocalStorage<true>;
  prisma: PrismaClient;
  lending: Lending;
};
type Role = "foyer_event" | "foyer_system";

// Next loads its own copy of this module beside the server's, and again after a hot reload.
const shared = globalThis as typeof globalThis & { foyerClients?: Clients };

/** Connections for sessions, console and readiness, which no event's questions can take. */
const SYSTEM_CONNECTIONS = 5;
/** Connections for deliveries and for what open pages must be told, which no page can take. */
const URGENT_CONNECTIONS = 4;
/** What one statement may take: of a read, and of whatever else sets nothing of its own. */
const READ_TIMEOUT = "5s";
const STATEMENT_TIMEOUT = "30s";
/** Statements of a client that left are canceled this often until the last of them has ended. */
const CANCEL_AGAIN_MS = 50;

function newPool(max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: "foyer",
    pipeline: true,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it ends the process.
  pool.on("error", () => {});
  return pool;
}

/**
 * Lends Prisma the connection whose transaction is open, instead of one of its own. What begins and ends a
 * transaction is left to whoever has opened it.
 */
class LendingPool extends pg.Pool {
  constructor(private readonly lending: Lending) {
    super({ max: 0 });
  }

  // Prisma waits for a promise; the other form of `connect` takes a callback.
  override async connect(): Promise<never> {
    const client = this.lending.getStore();
    if (!client) throw new Error("Prisma is only used within withEvent and withSystem");
    const query = (config: pg.QueryConfig) =>
      OURS_TO_SAY.has(config.text)
        ? Promise.resolve({ rows: [], fields: [], rowCount: 0 })
        : client.query(config);
    const nothing = () => {};
    return { query, on: nothing, removeListener: nothing, release: nothing } as never;
  }

  override query(): never {
    throw new Error("Prisma is only used within withEvent and withSystem");
  }
}

const OURS_TO_SAY: ReadonlySet<string> = new Set(["BEGIN", "COMMIT", "ROLLBACK"]);

function clients(): Clients {
  if (shared.foyerClients) return shared.foyerClients;
  const pool = newPool(env().DATABASE_POOL_SIZE);
  const lending: Lending = new AsyncLocalStorage();
  const prisma = new PrismaClient({ adapter: new PrismaPg(new LendingPool(lending)) });
  shared.foyerClients = {
    pool,
    system: newPool(SYSTEM_CONNECTIONS),
    urgent: newPool(URGENT_CONNECTIONS),
    urgency: new AsyncLocalStorage(),
    prisma,
    lending,
  };
  return shared.foyerClients;
}

/** The pool itself: only for what cannot run in a transaction (`pg-boss`, ANALYZE). */
export function databasePool(): pg.Pool {
  return clients().pool;
}

/** The pool that no event's questions can take: for what must be answered whatever is asked (readiness). */
export function systemPool(): pg.Pool {
  return clients().system;
}

/** The pool that no page can take. */
export function urgentPool(): pg.Pool {
  return clients().urgent;
}

/**
 * Does work that must not wait behind pages, whatever they ask: its transactions have connections of their own. A few
 * short ones at a time: deliveries, and what tells open pages of an end.
 */
export function urgently<T>(work: () => T): T {
  return clients().urgency.run(true, work);
}

function poolFor(kind: "pool" | "system"): pg.Pool {
  const { urgency, urgent, ...pools } = clients();
  return urgency.getStore() ? urgent : pools[kind];
}

/** A connection of its own outside the pool, for LISTEN. The caller connects and ends it. */
export function newListenClient(): pg.Client {
  return new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: "foyer listen",
  });
}

/** Ends every connection of this process. */
export async function closeDatabase(): Promise<void> {
  const open = shared.foyerClients;
  shared.foyerClients = undefined;
  await open?.prisma.$disconnect();
  await Promise.all([open?.pool.end(), open?.system.end(), open?.urgent.end()]);
}

function beginAs(role: Role, eventId: string): string {
  return `BEGIN; SET LOCAL ROLE ${role}; SELECT set_config('foyer.event_id', ${pg.escapeLiteral(eventId)}, true)`;
}

async function inTransaction<T>(
  pool: pg.Pool,
  begin: string,
  work: (sql: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const { client, giveBack } = await borrowClient(pool);
  try {
    const result = await beginAndWork(client, begin, work);
    await client.query("COMMIT");
    giveBack();
    return result;
  } catch (error) {
    await client.query("ROLLBACK").then(() => giveBack(), giveBack);
    throw error;
  }
}

type GiveBack = (broken?: Error) => void;

async function borrowClient(pool: pg.Pool): Promise<{ client: pg.PoolClient; giveBack: GiveBack }> {
  const client = await pool.connect();
  // A connection that breaks between two statements says so as an event, which unheard ends the process.
  const hear = () => {};
  client.on("error", hear);
  const giveBack: GiveBack = (broken) => {
    client.off("error", hear);
    client.release(broken);
  };
  return { client, giveBack };
}

/** The first statement of the work does not wait until BEGIN is answered: both go out together. */
async function beginAndWork<T>(
  client: pg.PoolClient,
  begin: string,
  work: (sql: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const begun = client.query(begin);
  begun.catch(() => {}); // heard below, or shadowed by the error of the work, which fails with it
  const result = await work(client);
  await begun;
  return result;
}

/**
 * Work inside one event, in plain SQL: a transaction whose role sees the rows of this event only
 * (decision 4). Queries still name their event, so that the index is used. Throws ZodError for what is
 * not an event id; everything is rolled back when `work` throws.
 */
export async function withEventSql<T>(eventId: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const begin = `${beginAs("foyer_event", EventId.parse(eventId))}; SET LOCAL statement_timeout = '${STATEMENT_TIMEOUT}'`;
  return inTransaction(poolFor("pool"), begin, work);
}

/**
 * Reading inside one event: {@link withEventSql} in a transaction that cannot write, in which every statement
 * sees the same moment, and whose end nobody has to wait for. When `signal` is aborted, its statements are canceled in the database, and it throws
 * AppError `busy`.
 */
export async function readEventSql<T>(
  eventId: string,
  work: (sql: Sql) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  return reading(eventId, work, signal);
}

/** {@link readEventSql} with Prisma beside it, in one and the same transaction. */
export async function readEvent<T>(
  eventId: string,
  work: (transaction: { db: Tx; sql: Sql }) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  return reading(eventId, (sql) => inPrisma(sql, (db) => work({ db, sql })), signal);
}

async function reading<T>(
  eventId: string,
  work: (client: pg.PoolClient) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const begin = beginAs("foyer_event", EventId.parse(eventId)).replace(
    "BEGIN",
    `BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL statement_timeout = '${READ_TIMEOUT}'`,
  );
  const { client, giveBack } = await borrowClient(poolFor("pool"));
  const stopCanceling = cancelOnAbort(client, signal);
  try {
    signal?.throwIfAborted();
    return await beginAndWork(client, begin, work);
  } catch (error) {
    if (signal?.aborted) throw busy({ cause: error });
    throw error;
  } finally {
    void stopCanceling()
      .then(() => client.query("ROLLBACK"))
      .then(() => giveBack(), giveBack);
  }
}

/**
 * Cancels what a connection does once `signal` is aborted, again and again until the function it returns is
 * called: a cancel between two statements does nothing. That function resolves when no cancel is under way any
 * more, so that none can meet whoever has the connection next.
 */
function cancelOnAbort(client: pg.PoolClient, signal?: AbortSignal): () => Promise<void> {
  if (!signal) return async () => {};
  let isOver = false;
  let canceled = Promise.resolve();
  const cancel = async () => {
    while (!isOver) {
      // The login role, not the event's, may cancel its own sessions. A cancel that fails is tried again.
      await systemPool()
        .query("SELECT pg_cancel_backend($1)", [client.processID])
        .catch(() => {});
      if (!isOver) await sleep(CANCEL_AGAIN_MS);
    }
  };
  const begin = () => {
    canceled = cancel();
  };
  signal.addEventListener("abort", begin, { once: true });
  return () => {
    isOver = true;
    signal.removeEventListener("abort", begin);
    return canceled;
  };
}

/**
 * Work across events, in plain SQL. The role can do what prisma/migrations grants it and no more;
 * every caller is a verb whose name says that it looks across events.
 */
export async function withSystemSql<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  return inTransaction(poolFor("system"), beginAs("foyer_system", ""), work);
}

/**
 * {@link withEventSql} with Prisma beside it, in one and the same transaction: what `db` writes `sql` sees, and
 * the other way round. Neither may be used after the work.
 */
export async function withEvent<T>(
  eventId: string,
  work: (transaction: { db: Tx; sql: Sql }) => Promise<T>,
): Promise<T> {
  const begin = `${beginAs("foyer_event", EventId.parse(eventId))}; SET LOCAL statement_timeout = '${STATEMENT_TIMEOUT}'`;
  return inTransaction(poolFor("pool"), begin, (sql) => inPrisma(sql, (db) => work({ db, sql })));
}

/** {@link withSystemSql} with Prisma beside it, in one and the same transaction. */
export async function withSystem<T>(
  work: (transaction: { db: Tx; sql: Sql }) => Promise<T>,
): Promise<T> {
  return inTransaction(poolFor("system"), beginAs("foyer_system", ""), (sql) =>
    inPrisma(sql, (db) => work({ db, sql })),
  );
}

/** Prisma's own limit for a transaction; its statements have shorter ones. */
const PRISMA_TIMEOUT_MS = 60_000;

/** Runs work with a Prisma Client whose transaction is the one that is open on this connection. */
function inPrisma<T>(client: pg.PoolClient, work: (db: Tx) => Promise<T>): Promise<T> {
  const { prisma, lending } = clients();
  return lending.run(client, () =>
    prisma.$transaction(work, { maxWait: PRISMA_TIMEOUT_MS, timeout: PRISMA_TIMEOUT_MS }),
  );
}

/** What PostgreSQL itself said, through Prisma as well: its SQLSTATE and the constraint that was broken. */
export function refusalOf(error: unknown): { sqlState: string; constraint: string | null } | null {
  const parsed = PgError.safeParse(error);
  if (parsed.success) {
    return { sqlState: parsed.data.code, constraint: parsed.data.constraint ?? null };
  }
  const throughPrisma = PrismaError.safeParse(error);
  if (!throughPrisma.success) return null;
  const { originalCode, constraint } = throughPrisma.data.meta.driverAdapterError.cause;
  return { sqlState: originalCode, constraint: constraint?.index ?? null };
}

const PgError = z.object({
  code: z.string().regex(/^[0-9A-Z]{5}$/),
  severity: z.string(),
  constraint: z.string().optional(),
});
const PrismaError = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({
        originalCode: z.string(),
        constraint: z.object({ index: z.string().optional() }).optional(),
      }),
    }),
  }),
});

/** Whether the database had too much to do: no connection in time, or a statement or lock that took too long. */
export function isOverloaded(error: unknown): boolean {
  const sqlState = refusalOf(error)?.sqlState ?? "";
  if (["57014", "55P03", "53300"].includes(sqlState)) return true;
  return (
    error instanceof Error && error.message.includes("timeout exceeded when trying to connect")
  );
}
