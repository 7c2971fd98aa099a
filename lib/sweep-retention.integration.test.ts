import { expect, test } from "vitest";
import { withEventSql, withSystemSql } from "./db";
import { sweepRetention } from "./sweep-retention";

test("calls, changes and sessions that nobody needs any more are swept, others stay", async () => {
  await withEventSql("evt_a", async (sql) => {
    await sql.query(
      `INSERT INTO api_calls (event_id, holder, started_at, expires_at)
       SELECT 'evt_a', 'installation', at, at FROM unnest($1::timestamptz[]) AS t(at)`,
      [[new Date(Date.now() - 3 * 3_600_000), new Date(Date.now() - 3_600_000)]],
    );
    await sql.query(
      `INSERT INTO changes (event_id, seq, topic, ids, at)
       VALUES ('evt_a', 1, 'sync', '{}', now() - interval '2 days'), ('evt_a', 2, 'sync', '{}', now())`,
    );
  });
  await withSystemSql((sql) =>
    sql.query(
      `INSERT INTO sessions (id_hash, expires_at)
       VALUES ('old', now() - interval '1 second'), ('new', now() + interval '1 day')`,
    ),
  );
  expect(await sweepRetention()).toMatchObject({ api_calls: 1, changes: 1, sessions: 1 });
  expect(await sweepRetention()).toMatchObject({ api_calls: 0, changes: 0, sessions: 0 });
});
