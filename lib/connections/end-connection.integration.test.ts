import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connectInProcess, forgetEvent } from "@/testing/connected-event";
import { startTestSandbox, type TestSandbox } from "@/testing/test-sandbox";

const EVENT = "evt_harbor";
let revento: TestSandbox;
let db: typeof import("@/lib/db");
let endConnectionOf: typeof import("@/testing/ends").endConnectionOf;
let requireActiveConnection: typeof import("./require-active-connection").requireActiveConnection;

beforeAll(async () => {
  revento = await startTestSandbox();
  db = await import("@/lib/db");
  ({ endConnectionOf } = await import("@/testing/ends"));
  ({ requireActiveConnection } = await import("./require-active-connection"));
});
beforeEach(async () => {
  await forgetEvent(EVENT);
  await connectInProcess(revento, EVENT, "usr_ana");
});
afterAll(() => revento.close());

async function rowsOf(query: string) {
  return db.withEventSql(EVENT, async (sql) => (await sql.query(query)).rows);
}
async function connection() {
  const [row] = await rowsOf(
    "SELECT state, cause, epoch, (SELECT due_at FROM erasures WHERE state = 'open') AS due_at FROM connections",
  );
  return row;
}

describe("a connection that ends", () => {
  test("has no token and no run left, and a higher epoch", async () => {
    const before = await connection();
    expect(await endConnectionOf(EVENT, { cause: "token_revoked" })).toBe(true);
    expect(await connection()).toMatchObject({ state: "revoked", epoch: before.epoch + 1 });
    expect(await rowsOf("SELECT 1 FROM tokens")).toEqual([]);
    expect(await rowsOf("SELECT 1 FROM sync_runs WHERE state IN ('queued', 'running')")).toEqual(
      [],
    );
  });

  test("ends once, however often it is told", async () => {
    const end = { cause: "token_revoked" } as const;
    const told = await Promise.all([endConnectionOf(EVENT, end), endConnectionOf(EVENT, end)]);
    expect(told.toSorted()).toEqual([false, true]);
    expect(await endConnectionOf(EVENT, end)).toBe(false);
  });

  test("never becomes less final, and learns its deletion date later", async () => {
    await endConnectionOf(EVENT, { cause: "token_revoked" });
    await endConnectionOf(EVENT, { cause: "invalid_grant" });
    expect(await connection()).toMatchObject({ cause: "token_revoked" });
    const deadlineAt = new Date("2026-12-01T00:00:00Z");
    const told = { cause: "data.deletion_required", deadlineAt } as const;
    await endConnectionOf(EVENT, told);
    expect(await connection()).toMatchObject({ cause: told.cause, due_at: deadlineAt });
  });

  test("that was made anew meanwhile is not ended by old news", async () => {
    const { epoch } = await connection();
    await connectInProcess(revento, EVENT, "usr_ana");
    const old = { cause: "token_revoked", expectedEpoch: epoch } as const;
    expect(await endConnectionOf(EVENT, old)).toBe(false);
    expect(await connection()).toMatchObject({ state: "active" });
  });

  test("waits for the transaction that is still writing what Revento said", async () => {
    const order: string[] = [];
    let ended: Promise<boolean> | undefined;
    await db.withEventSql(EVENT, async (sql) => {
      await requireActiveConnection(sql, EVENT);
      ended = endConnectionOf(EVENT, { cause: "token_revoked" });
      void ended.then(() => order.push("ended"));
      await sql.query("SELECT pg_sleep(0.3)");
      order.push("written");
    });
    expect(await ended).toBe(true);
    expect(order).toEqual(["written", "ended"]);
    const late = db.withEventSql(EVENT, (sql) => requireActiveConnection(sql, EVENT));
    await expect(late).rejects.toMatchObject({ code: "conflict" });
  });
});
