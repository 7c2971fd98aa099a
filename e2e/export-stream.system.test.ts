import { afterAll, beforeAll, expect, test } from "vitest";
import type { ExportView } from "@/lib/exports/export-view";
import { connectByHttp } from "@/testing/connect-by-http";
import { eventually } from "@/testing/eventually";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { freshFoyer } from "@/testing/fresh-foyer";
import { untilSynced } from "@/testing/until-synced";

const EVENT = "evt_harbor";
/** Rows of three kilobytes: together far more than sockets on the way hold back. */
const ROWS = 30_000;

let foyer: FoyerUnderTest;
let cookie: string;

beforeAll(async () => {
  foyer = await freshFoyer();
  cookie = await connectByHttp(foyer, EVENT, "usr_ana");
  await untilSynced(foyer, EVENT);
  const client = await foyer.database.connect();
  // Past the triggers, which count each row: nothing here looks at the counts.
  await client.query("SET session_replication_role = replica");
  await client.query(
    `INSERT INTO participants (event_id, participant_id, application_id, name, email, status, fields,
       submitted_at, updated_at, version_at, source, confirmed_at)
     SELECT $1, 'ptp_many_' || n, 'app_many_' || n, 'Many ' || n, n || '@many.example', 'rejected',
       jsonb_build_object('about', repeat(n || ' ', 500)), now(), now(), now(), 'sync', now()
     FROM generate_series(1, $2::int) AS n`,
    [EVENT, ROWS],
  );
  client.release(true);
});

afterAll(() => foyer?.close());

async function ask(): Promise<ExportView> {
  const response = await fetch(`${foyer.appUrl}/api/events/${EVENT}/exports`, {
    method: "POST",
    headers: { cookie, origin: foyer.appUrl, "content-type": "application/json" },
    body: JSON.stringify({
      list: "applications",
      format: "csv",
      address: "q=many.example&sort=email",
      columns: ["email", "answers.about"],
    }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as ExportView;
}

async function look(id: string): Promise<ExportView> {
  const address = `${foyer.appUrl}/api/events/${EVENT}/exports/${id}`;
  return (await (await fetch(address, { headers: { cookie } })).json()) as ExportView;
}

async function open(id: string, signal?: AbortSignal): Promise<Response> {
  const address = `${foyer.appUrl}/api/events/${EVENT}/exports/${id}/file`;
  // A browser would have it compressed if it could.
  const headers = { cookie, "accept-encoding": "gzip, br" };
  return fetch(address, { headers, ...(signal ? { signal } : {}) });
}

test("a long file comes while it is written, and is whole in the end", async () => {
  const { id, total } = await ask();
  expect(total).toBe(ROWS);
  const response = await open(id);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8; header=present",
    "cache-control": "no-store, no-transform",
    "x-content-type-options": "nosniff",
  });
  expect(response.headers.get("content-encoding")).toBeNull();
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="Harbor Sample Convention 2026 - applications - [\d-]+\.csv"; filename\*=UTF-8''Harbor%20/,
  );
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let lines = 0;
  const first = await reader?.read();
  const early = await look(id);
  expect(early.state).toBe("running");
  expect(early.written).toBeLessThan(ROWS / 2);
  for (let part = first; part && !part.done; part = await reader?.read()) {
    lines += (part.value?.match(/\r\n/g) ?? []).length;
  }
  expect(lines).toBe(ROWS + 1);
  expect(await look(id)).toMatchObject({ state: "done", written: ROWS });
});

test("nobody writes on for a browser that reads no more, and one that left has no file", async () => {
  const { id } = await ask();
  const leave = new AbortController();
  const reader = (await open(id, leave.signal)).body?.getReader();
  await reader?.read();
  let known = { written: -1, times: 0 };
  const stood = await eventually(
    async () => {
      const { written } = await look(id);
      known = { written, times: written === known.written ? known.times + 1 : 0 };
      return known;
    },
    ({ times }) => times >= 20,
    60_000,
  );
  expect(stood.written).toBeLessThan(ROWS / 2);
  leave.abort();
  await eventually(
    () => look(id),
    ({ state }) => state === "failed",
    20_000,
  );
});

test("a download ends when the seat is taken back, and the browser knows that it is not whole", async () => {
  const { id } = await ask();
  const reader = (await open(id)).body?.getReader();
  await reader?.read();
  await foyer.database.query("UPDATE members SET revoked_at = now() WHERE event_id = $1", [EVENT]);
  const rest = async () => {
    while (!(await reader?.read())?.done);
  };
  await expect(rest()).rejects.toThrow();
  await foyer.database.query("UPDATE members SET revoked_at = NULL WHERE event_id = $1", [EVENT]);
  expect((await look(id)).state).toBe("failed");
});

test("whoever asks for the headers alone takes no place from those who read", async () => {
  const { id } = await ask();
  const address = `${foyer.appUrl}/api/events/${EVENT}/exports/${id}/file`;
  for (let times = 0; times < 8; times += 1) {
    expect((await fetch(address, { method: "HEAD", headers: { cookie } })).status).toBe(200);
  }
  expect((await look(id)).state).toBe("waiting");
  const leave = new AbortController();
  expect((await open(id, leave.signal)).status).toBe(200);
  leave.abort();
});
