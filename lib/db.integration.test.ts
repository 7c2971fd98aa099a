import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { plantConnection } from "@/testing/plant-connection";
import {
  databasePool,
  readEventSql,
  type Sql,
  systemPool,
  type Tx,
  withEvent,
  withEventSql,
  withSystemSql,
} from "./db";

describe("the two doors of the database", () => {
  test("work inside one event sees only that event, in SQL and through Prisma", async () => {
    await plantConnection({ eventId: "evt_a" });
    await plantConnection({ eventId: "evt_b" });
    const rows = await withEventSql(
      "evt_a",
      async (sql) => (await sql.query("SELECT * FROM connections")).rows,
    );
    expect(rows.map((row) => row.event_id)).toEqual(["evt_a"]);
    const seen = await withEvent("evt_b", ({ db }) => db.connection.findMany());
    expect(seen.map((row) => row.eventId)).toEqual(["evt_b"]);
  });

  test("a row of another event cannot be written", async () => {
    await expect(
      withEventSql("evt_c", (sql) =>
        sql.query("INSERT INTO change_heads (event_id, seq) VALUES ('evt_d', 1)"),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test("outside both doors even the owner of the tables sees nothing", async () => {
    await plantConnection({ eventId: "evt_e" });
    const { rows } = await databasePool().query("SELECT * FROM connections");
    expect(rows).toEqual([]);
  });

  test("work that only reads sees its event, and the database refuses what it writes", async () => {
    await plantConnection({ eventId: "evt_r" });
    const read = await readEventSql("evt_r", (sql) =>
      sql.query("SELECT event_id FROM connections"),
    );
    expect(read.rows).toEqual([{ event_id: "evt_r" }]);
    await expect(
      readEventSql("evt_r", (sql) => sql.query("DELETE FROM connections")),
    ).rejects.toThrow(/read-only transaction/);
  });

  test("what goes out together with BEGIN runs in its transaction: a failure leaves nothing behind", async () => {
    const write = "INSERT INTO change_heads (event_id, seq) VALUES ('evt_t', 1)";
    await expect(
      withEventSql("evt_t", async (sql) => {
        await Promise.allSettled([sql.query(write), sql.query("SELECT 1 / 0")]);
      }),
    ).resolves.toBeUndefined();
    const left = await readEventSql("evt_t", (sql) => sql.query("SELECT 1 FROM change_heads"));
    expect(left.rowCount).toBe(0);
  });

  test("a connection that goes back to the pool remembers neither role nor event", async () => {
    await plantConnection({ eventId: "evt_f" });
    await readEventSql("evt_f", (sql) => sql.query("SELECT 1 FROM connections"));
    for (let round = 0; round < 12; round += 1) {
      const { rows } = await databasePool().query(
        "SELECT current_user AS role, current_setting('foyer.event_id', true) AS event",
      );
      expect(rows[0].role).toBe("foyer");
      expect(rows[0].event ?? "").toBe("");
    }
  });

  test("work across events cannot read a token's ciphertext", async () => {
    await expect(
      withSystemSql((sql) => sql.query("SELECT refresh_token FROM tokens")),
    ).rejects.toThrow(/permission denied/);
  });

  test("a connection that breaks between two statements fails its own work and nothing else", async () => {
    const work = withEventSql("evt_g", async (sql) => {
      const { rows } = await sql.query("SELECT pg_backend_pid() AS pid");
      await databasePool().query("SELECT pg_terminate_backend($1)", [rows[0].pid]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql.query("SELECT 1");
    });
    await expect(work).rejects.toThrow();
    await expect(withEventSql("evt_g", (sql) => sql.query("SELECT 1"))).resolves.toBeDefined();
  });

  test("what is not an event id is refused before the database is asked", async () => {
    await expect(withEventSql("evt_a'; DROP TABLE x", async () => {})).rejects.toThrow();
  });

  test("a read whose client left ends in the database, between statements as well", async () => {
    await plantConnection({ eventId: "evt_l" });
    const left = new AbortController();
    const pids: number[] = [];
    const read = readEventSql(
      "evt_l",
      async (sql) => {
        for (;;) {
          const { rows } = await sql.query("SELECT pg_backend_pid() AS pid, pg_sleep(0.002)");
          pids.push(rows[0].pid);
          if (pids.length === 3) left.abort();
        }
      },
      left.signal,
    );
    await expect(read).rejects.toMatchObject({ code: "busy" });
    const never = readEventSql("evt_l", (sql) => sql.query("SELECT 1"), left.signal);
    await expect(never).rejects.toMatchObject({ code: "busy" });
    const { rows } = await databasePool().query(
      `SELECT state FROM pg_stat_activity WHERE pid = $1 AND pid <> pg_backend_pid() AND state = 'active'`,
      [pids[0]],
    );
    expect(rows).toEqual([]);
  });

  test("500 clients that leave end no statement but their own, however late a cancel comes", async () => {
    await plantConnection({ eventId: "evt_500" });
    let isOver = false;
    const untilOver = async (work: () => Promise<void>) => {
      while (!isOver) await work();
    };
    // Cancels go through this pool, and wait for it as long as most of these statements take.
    const crowd = Array.from({ length: 12 }, () =>
      untilOver(async () => void (await systemPool().query("SELECT pg_sleep(0.01)"))),
    );
    const staying = [1, 2, 3, 4].map((at) =>
      untilOver(async () => {
        const { rows } = await withEventSql("evt_500", (sql) =>
          sql.query("SELECT $1::int AS at, pg_sleep(0.01)", [at]),
        );
        expect(rows).toMatchObject([{ at }]);
      }),
    );
    const leaving = Array.from({ length: 500 }, async (_, at) => {
      await sleep(at * 4);
      const left = new AbortController();
      setTimeout(() => left.abort(), at % 20);
      const slow = (sql: Sql) => sql.query("SELECT pg_sleep($1)", [at % 2 ? 0.01 : 3]);
      await readEventSql("evt_500", slow, left.signal).catch((error) => {
        expect(error).toMatchObject({ code: "busy" });
      });
    });
    await Promise.all(leaving).finally(() => {
      isOver = true;
    });
    await Promise.all([...staying, ...crowd]);
  });

  test("Prisma and SQL are one transaction: each sees what the other writes, and both go or stay", async () => {
    await plantConnection({ eventId: "evt_p" });
    const both = await withEvent("evt_p", async ({ db, sql }) => {
      await db.connection.updateMany({ data: { cause: "by Prisma" } });
      const { rows } = await sql.query("SELECT cause FROM connections");
      await sql.query("UPDATE connections SET cause = 'by SQL'");
      const seen = await db.connection.findMany();
      const ids = await db.$queryRaw<{ id: string }[]>`SELECT txid_current()::text AS id`;
      const { rows: own } = await sql.query("SELECT txid_current()::text AS id");
      return { rows, seen: seen.map(({ cause }) => cause), isOne: ids[0]?.id === own[0].id };
    });
    expect(both).toEqual({ rows: [{ cause: "by Prisma" }], seen: ["by SQL"], isOne: true });
    const taken = withEvent("evt_p", async ({ db }) => {
      await db.connection.updateMany({ data: { cause: "never" } });
      throw new Error("changed its mind");
    });
    await expect(taken).rejects.toThrow("changed its mind");
    const left = await readEventSql("evt_p", (sql) => sql.query("SELECT cause FROM connections"));
    expect(left.rows).toEqual([{ cause: "by SQL" }]);
  });

  test("what fails in Prisma takes the whole transaction with it, and the next begins anew", async () => {
    await plantConnection({ eventId: "evt_q" });
    const failing = withEvent("evt_q", async ({ db, sql }) => {
      await sql.query("UPDATE connections SET cause = 'never'");
      await db.changeHead.create({ data: { eventId: "evt_elsewhere", seq: 1n } });
    });
    await expect(failing).rejects.toThrow(/row-level security/);
    const nested = withEvent(
      "evt_q",
      ({ db }) =>
        db.$queryRaw`SELECT pg_sleep(1) FROM (SELECT set_config('statement_timeout', '10', true)) s, pg_sleep(0)`,
    );
    await nested.catch(() => {});
    for (let round = 0; round < 12; round += 1) {
      const { rows } = await databasePool().query("SELECT current_user AS role");
      expect(rows).toEqual([{ role: "foyer" }]);
    }
    const causes = await withEvent("evt_q", ({ db }) => db.connection.findMany());
    expect(causes.map(({ cause }) => cause)).not.toContain("never");
  });

  test("transactions of many events at once keep their connections apart", async () => {
    const events = Array.from({ length: 30 }, (_, n) => `evt_many_${n}`);
    await Promise.all(events.map((eventId) => plantConnection({ eventId })));
    const seen = await Promise.all(
      events.map((eventId) =>
        withEvent(eventId, async ({ db }) => {
          const [own, all] = await Promise.all([
            db.connection.findUnique({ where: { eventId } }),
            db.connection.findMany(),
          ]);
          return [own?.eventId, ...all.map((row) => row.eventId)];
        }),
      ),
    );
    expect(seen).toEqual(events.map((eventId) => [eventId, eventId]));
  });

  test("a transaction of Prisma holds the connection of its own event and no other", async () => {
    await expect(withEvent("evt_none", ({ db }) => db.connection.findMany())).resolves.toEqual([]);
    let kept: Tx | undefined;
    await withEvent("evt_b", async ({ db }) => {
      kept = db;
    });
    await expect(kept?.connection.findMany()).rejects.toThrow(/closed|not found|committed/i);
  });
});

describe("every table that carries an event", () => {
  test("has row-level security forced and its event first in the primary key", async () => {
    const { rows } = await databasePool().query<{ name: string; forced: boolean; first: string }>(
      `SELECT c.relname AS name, c.relforcerowsecurity AND c.relrowsecurity AS forced,
              (SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
               WHERE i.indrelid = c.oid AND i.indisprimary) AS first
       FROM pg_class c JOIN pg_attribute e ON e.attrelid = c.oid AND e.attname = 'event_id' AND NOT e.attisdropped
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      expect.soft(row.forced, row.name).toBe(true);
      if (row.name !== "connect_attempts") expect.soft(row.first, row.name).toBe("event_id");
    }
  });
});
