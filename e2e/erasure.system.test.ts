import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectByHttp } from "@/testing/connect-by-http";
import { eventually } from "@/testing/eventually";
import { type FoyerUnderTest, startFoyerUnderTest } from "@/testing/foyer-under-test";
import type { HttpBrowser } from "@/testing/http-browser";
import { passMinute } from "@/testing/pass-minute";
import { plantRows, tablesThatSay } from "@/testing/planted-rows";
import { signInByHttp } from "@/testing/portal-sign-in";
import { makeEnvelope, signBody } from "@/testing/signed-delivery";
import { untilSynced } from "@/testing/until-synced";

const EVENT = "evt_harbor";
const OTHER = "evt_summit";
/** Planted into every column of every table of the event, and of the other one. */
const WORD = "zwordofharbor";
const OTHERS_WORD = "zwordofsummit";
/** What came from Revento: everybody of this event has it in an id or in their address. */
const READ = ["ptp_harbor_", "usr_p_harbor_", "app_harbor_", "@harbor.example", "harbor sample"];
/** What arrived by webhooks of our own making. */
const TOLD = ["zstrangeword", "zpoisonword"];

let foyer: FoyerUnderTest;
let owner: string;
let logs: Buffer[];

beforeAll(async () => {
  foyer = await startFoyerUnderTest({ LOG_LEVEL: "trace" });
  owner = await connectByHttp(foyer, EVENT, "usr_ana");
  await connectByHttp(foyer, OTHER, "usr_ana");
  await untilSynced(foyer, EVENT);
}, 240_000);
afterAll(() => foyer?.close());

const rowsOf = async (query: string, eventId = EVENT) =>
  (await foyer.database.query(query, [eventId])).rows;

async function deliver(type: string, data: object): Promise<void> {
  const body = Buffer.from(
    JSON.stringify(makeEnvelope({ type, event_id: EVENT, organization_id: "org_lumen", data })),
  );
  const secret = foyer.env.REVENTO_WEBHOOK_SECRETS;
  const { headers } = signBody(body, { type, ...(secret ? { secret } : {}) });
  const url = `${foyer.appUrl}/api/webhooks/revento`;
  expect((await fetch(url, { method: "POST", headers, body })).status).toBe(200);
}

/** Somebody who signed in, starred an activity, and is on the way into a frame as well. */
async function participate(eventId: string, userId: string): Promise<HttpBrowser> {
  const { browser } = await signInByHttp(foyer, eventId, userId);
  const slug = eventId.replace("evt_", "");
  const star = `/api/portal/${eventId}/agenda/act_${slug}_1_1_1`;
  expect((await browser.send("PUT", star)).status).toBeLessThan(300);
  const challenge = randomBytes(32).toString("base64url");
  await signInByHttp(foyer, eventId, userId, { challenge });
  return browser;
}

async function untilState(eventId: string, state: string): Promise<void> {
  await eventually(
    () => rowsOf("SELECT state FROM connections WHERE event_id = $1", eventId),
    ([row]) => row?.state === state,
    30_000,
  );
}

/** All that the product's processes wrote: not the sandbox, which is Revento, nor PostgreSQL's own files. */
async function filesOfTheProduct(): Promise<string[]> {
  const entries = await readdir(foyer.stateDir, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(foyer.stateDir, path.join(entry.parentPath, entry.name)));
  return files.filter((file) => !/^(sandbox\/|postgres\/|logs\/sandbox\.log$)/.test(file));
}

describe("an event that is erased", () => {
  beforeAll(async () => {
    await participate(EVENT, "usr_p_harbor_1");
    const application = { event_id: EVENT, application_id: "app_harbor_2" };
    await foyer.control("act", { action: "approve", ...application });
    await deliver("something.new", { said: TOLD[0] });
    await deliver("participant.registered", { display_name: TOLD[1] });
    await eventually(
      () => rowsOf("SELECT 1 FROM delivery_failures WHERE event_id = $1"),
      (rows) => rows.length === 1,
      20_000,
    );
    await rowsOf(
      `UPDATE deliveries SET attempts = 7, next_attempt_at = now()
       WHERE event_id = $1 AND state = 'pending'`,
    );
    await eventually(
      () => rowsOf("SELECT 1 FROM deliveries WHERE event_id = $1 AND state = 'dead'"),
      (rows) => rows.length === 1,
      20_000,
    );
    await foyer.control("act", { action: "revoke_connection", event_id: EVENT });
    await untilState(EVENT, "revoked");
    await plantRows(foyer.database, EVENT, WORD);
    await plantRows(foyer.database, OTHER, OTHERS_WORD);
    await foyer.database.query("ANALYZE");
  });

  test("was in nearly every table, and in the planner's statistics", async () => {
    const planted = await tablesThatSay(foyer.database, WORD);
    expect(Object.keys(planted).length).toBeGreaterThan(25);
    for (const word of READ) {
      const said = await tablesThatSay(foyer.database, word);
      expect([word, Object.keys(said).length]).not.toEqual([word, 0]);
    }
    expect(await tablesThatSay(foyer.database, WORD)).toHaveProperty("pg_catalog.pg_statistic");
    for (const word of TOLD) {
      expect(await tablesThatSay(foyer.database, word)).toHaveProperty("public.deliveries");
    }
  });

  test("is counted down for its organizer, row by row", async () => {
    const preview = await fetch(`${foyer.appUrl}/api/events/${EVENT}/erasure`, {
      headers: { cookie: owner },
    });
    const { scope, counts } = (await preview.json()) as Record<string, never>;
    expect(scope).toBe("all");
    const [people] = await rowsOf("SELECT count(*)::int FROM participants WHERE event_id = $1");
    expect(counts).toMatchObject({ "people with their applications": people.count });
  });

  test("leaves nothing in any table, in statistics, in logs or in files, and everything of the other", async () => {
    const others = await tablesThatSay(foyer.database, OTHERS_WORD);
    await rowsOf("UPDATE erasures SET planned_at = now() WHERE event_id = $1 AND state = 'open'");
    await eventually(
      () => rowsOf("SELECT state FROM erasures WHERE event_id = $1"),
      ([row]) => row?.state === "completed",
      60_000,
    );
    // The statistics of the last few tables are made anew right after the end.
    await eventually(
      () => tablesThatSay(foyer.database, WORD),
      (said) => Object.keys(said).length === 0,
      10_000,
    );
    for (const word of [...READ, ...TOLD]) {
      expect([word, await tablesThatSay(foyer.database, word)]).toEqual([word, {}]);
    }
    const left = await tablesThatSay(foyer.database, OTHERS_WORD);
    for (const [table, count] of Object.entries(others)) {
      // Its sync goes on meanwhile; statistics are one row per column.
      if (table.startsWith("public.")) expect([table, left[table]]).toEqual([table, count]);
    }
    const files = await filesOfTheProduct();
    expect(files).toEqual(expect.arrayContaining(["logs/web.log", "logs/worker.log"]));
    logs = await Promise.all(files.map((file) => readFile(path.join(foyer.stateDir, file))));
    const text = Buffer.concat(logs).toString("latin1").toLowerCase();
    expect(text, "the worker has said that it is done").toContain("an erasure is completed");
    for (const word of [WORD, ...READ, ...TOLD])
      expect([word, text.includes(word)]).toEqual([word, false]);
  });

  test("is not found any more, by its organizer either, nor in the queue of jobs", async () => {
    const answer = await fetch(`${foyer.appUrl}/api/events/${EVENT}/overview`, {
      headers: { cookie: owner },
    });
    expect(answer.status).toBe(404);
    const jobs = await rowsOf("SELECT 1 FROM pgboss.job WHERE data->>'eventId' = $1");
    expect(jobs).toEqual([]);
  });

  describe("has a certificate", () => {
    let id: string;
    beforeAll(async () => {
      [{ id }] = (await rowsOf("SELECT id FROM erasures WHERE event_id = $1")) as [{ id: string }];
    });
    const ask = (address: string) => fetch(foyer.appUrl + address);

    test("that anybody can read, on a page and as a signed file", async () => {
      const page = await ask(`/certificates/${id}`);
      expect([page.status, page.headers.get("content-type")]).toEqual([
        200,
        "text/html; charset=utf-8",
      ]);
      const text = await page.text();
      expect(text).toContain("Revento asked for the deletion of its data");
      expect(text).toContain("The signature is valid");
      const file = await ask(`/api/certificates/${id}`);
      expect(file.headers.get("content-type")).toBe("application/jose");
      expect(text).toContain(await file.text());
      const keys = await ask("/api/certificates/keys");
      expect(keys.headers.get("cache-control")).toMatch(/public, max-age=\d+/);
      expect(JSON.stringify(await keys.json())).not.toContain('"d"');
    });

    test.each(["/certificates/", "/api/certificates/"])("%s knows no other number", async (at) => {
      for (const unknown of ["b8b8fc52-0000-4000-8000-000000000000", "nothing", "%00"]) {
        expect([unknown, (await ask(at + unknown)).status]).toEqual([unknown, 404]);
      }
    });

    test("that the script calls genuine by its address alone", async () => {
      const child = spawn(
        process.execPath,
        ["--import", "tsx", "scripts/verify-certificate.ts", `${foyer.appUrl}/certificates/${id}`],
        { cwd: path.resolve(import.meta.dirname, "..") },
      );
      let said = "";
      child.stdout.on("data", (chunk: Buffer) => {
        said += chunk.toString();
      });
      const code = await new Promise((resolve) => child.once("exit", resolve));
      expect(said).toContain("The certificate is genuine");
      expect(code).toBe(0);
    });
  });

  test("leaves nothing to do, and can be connected as if it had never been", async () => {
    const health = await fetch(`${foyer.appUrl}/api/health`);
    const { reasons } = (await health.json()) as { reasons: { code: string }[] };
    expect(health.status).toBe(200);
    // The other event's rows were made up.
    expect(reasons.filter(({ code }) => /erasure|deletion|ended/.test(code))).toEqual([]);
    await connectByHttp(foyer, EVENT, "usr_ana");
    await untilSynced(foyer, EVENT);
  });
});

test("an event that is connected again within the countdown is read anew, and keeps its team and stars", async () => {
  const cookie = await connectByHttp(foyer, EVENT, "usr_ana");
  await untilSynced(foyer, EVENT);
  await participate(EVENT, "usr_p_harbor_5");
  const kept = async () => ({
    members: await rowsOf("SELECT id FROM members WHERE event_id = $1 ORDER BY id"),
    stars: await rowsOf("SELECT user_id, activity_id FROM starred_activities WHERE event_id = $1"),
  });
  const people = () =>
    rowsOf("SELECT participant_id, status FROM participants WHERE event_id = $1 ORDER BY 1");
  const before = { kept: await kept(), people: await people() };
  await foyer.control("act", { action: "revoke_connection", event_id: EVENT });
  await untilState(EVENT, "revoked");
  // The first read has used up most of the minute's thirty calls.
  await passMinute(foyer, EVENT);

  const again = await connectByHttp(foyer, EVENT, "usr_ana", cookie);
  await untilState(EVENT, "active");
  await untilSynced(foyer, EVENT);
  expect(await people()).toEqual(before.people);
  expect((await kept()).stars).toEqual(before.kept.stars);
  expect(before.kept.stars).toHaveLength(1);
  expect(await kept()).toMatchObject({ members: before.kept.members });
  const first = await rowsOf(
    "SELECT min(first_seen_at) > max(c.state_since) AS anew FROM participants JOIN connections c USING (event_id) WHERE event_id = $1",
  );
  expect(first).toEqual([{ anew: true }]);
  const [erasure] = await rowsOf(
    `SELECT id, scope, state, finished_at < due_at AS is_in_time FROM erasures
     WHERE event_id = $1 ORDER BY opened_at DESC LIMIT 1`,
  );
  expect(erasure).toMatchObject({ scope: "mirror", state: "completed", is_in_time: true });
  const page = await fetch(`${foyer.appUrl}/certificates/${erasure.id}`);
  expect(await page.text()).toContain("The event was connected again meanwhile");
  const overview = await fetch(`${foyer.appUrl}/api/events/${EVENT}/overview`, {
    headers: { cookie: again },
  });
  expect(overview.status).toBe(200);
});
