import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { readListAddress } from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { Picked } from "@/lib/list-address/picked";
import type { Actor } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";
import { listApplicationsInEvent } from "@/lib/participants/list-applications-in-event";
import { listParticipantsInEvent } from "@/lib/participants/list-participants-in-event";
import type { ApplicationView } from "@/lib/participants/participant-view";
import { readListInBatches } from "@/lib/participants/read-list-in-batches";
import { plantConnection } from "@/testing/plant-connection";
import { plantSeat } from "@/testing/plant-seat";
import { readSheet } from "@/testing/read-workbook";
import { createExport } from "./create-export";
import { getExport } from "./get-export";
import { listEmails } from "./list-emails";
import { writeExport } from "./write-export";

const COLUMNS = ["participant", "name", "status", "email", "submitted", "answers.track"];

let viewer: Actor;
let eventId: string;

async function seat(event: string, actor: Actor): Promise<void> {
  await withEventSql(event, (sql) =>
    plantSeat(sql, { eventId: event, sessionHash: actor.sessionHash, role: "manager" }),
  );
}

async function newActor(): Promise<Actor> {
  return { sessionHash: (await createSession()).sessionHash };
}

async function connectEvent(actor: Actor, people: number): Promise<string> {
  const id = await plantConnection();
  await withEventSql(id, async (sql) => {
    await sql.query(
      `INSERT INTO events (event_id, organization_id, title, starts_at, publish_status, timezone,
         version_at, source, mirrored_at)
       VALUES ($1, 'org_a', 'Lumen: a/b "fair"', now(), 'published', 'Europe/Zagreb', now(), 'sync', now())`,
      [id],
    );
    await sql.query(
      `INSERT INTO participants (event_id, participant_id, application_id, name, email, status, fields,
         submitted_at, updated_at, version_at, source, confirmed_at)
       SELECT $1, 'ptp_' || n, 'app_' || n, (ARRAY['Ana','Žarko','=Ben',NULL])[1 + n % 4],
         'p' || n || '@' || (ARRAY['x.org','y.org'])[1 + n % 2],
         (ARRAY['pending','approved','rejected',NULL])[1 + n % 4],
         CASE WHEN n % 5 = 0 THEN '{}'::jsonb
           ELSE jsonb_build_object('track', (ARRAY['AI','Web'])[1 + n % 2], 'age', n) END,
         CASE WHEN n % 7 > 0 THEN timestamptz '2026-02-01' + n % 9 * interval '1 day' END,
         now(), now(), 'sync', now()
       FROM generate_series(1, $2::int) AS n`,
      [id, people],
    );
  });
  await seat(id, actor);
  return id;
}

type Asked = {
  list?: ListKind;
  format?: "csv" | "json" | "xlsx";
  address?: string;
  picked?: Picked;
};

const ask = ({ list = "applications", format = "json", ...more }: Asked = {}, actor = viewer) =>
  createExport(actor, { eventId, list, format, columns: COLUMNS, ...more });

async function fileOf(exportId: string, actor = viewer): Promise<Buffer> {
  const { body } = await writeExport(actor, { eventId, exportId });
  return Buffer.from(await new Response(body).arrayBuffer());
}

type Row = Record<string, unknown> & { participant: string };
async function exported(asked: Asked): Promise<Row[]> {
  return JSON.parse((await fileOf((await ask(asked)).id)).toString("utf8"));
}

async function listed(list: ListKind, address: string): Promise<Row[]> {
  const verb = list === "applications" ? listApplicationsInEvent : listParticipantsInEvent;
  const rows: ApplicationView[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await verb(viewer, { eventId, address, limit: 37, cursor, counts: false });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  return rows.map((row) => ({
    participant: row.participantId,
    name: row.name,
    status: row.status,
    email: row.email,
    submitted: row.submittedAt,
    "answers.track": row.fields.track ?? null,
  }));
}

const FILTERS = [
  "status=pending",
  "status=approved&status=none",
  "f=answers.track:is:AI",
  "f=answers.track:unanswered",
  "f=answers.age:between:10,90",
  "f=submitted:outside:2026-02-03,2026-02-05",
  "f=domain:not:x.org",
  "q=ana",
  "q=x.org",
];
const SORTS = [
  "name",
  "-submitted",
  "answers.track",
  "-answers.age",
  "status",
  "email",
  "-updated",
];

describe("an export equals the list", () => {
  beforeAll(async () => {
    viewer = await newActor();
    eventId = await connectEvent(viewer, 140);
  });

  test("with the same people, in the same order, saying the same, whatever is asked", async () => {
    const question = fc.tuple(
      fc.constantFrom<ListKind>("applications", "participants"),
      fc.subarray(FILTERS, { maxLength: 2 }),
      fc.subarray(SORTS, { maxLength: 3 }),
    );
    const some = fc.subarray(Array.from({ length: 20 }, (_, n) => `ptp_${n * 7 + 1}`));
    await fc.assert(
      fc.asyncProperty(question, some, async ([list, filters, sort], ids) => {
        const asked = [...filters, ...(sort.length > 0 ? [`sort=${sort.join(",")}`] : [])];
        const address = asked.join("&");
        const rows = await listed(list, address);
        expect(await exported({ list, address })).toEqual(rows);
        expect(await exported({ list, address, picked: { allBut: ids } })).toEqual(
          rows.filter(({ participant }) => !ids.includes(participant)),
        );
        const everybody = await listed(list, sort.length > 0 ? `sort=${sort.join(",")}` : "");
        const picked = await exported({ list, address, picked: { ids } });
        const expected = everybody.filter(({ participant }) => ids.includes(participant));
        expect(new Set(picked)).toEqual(new Set(expected));
        if (!address.includes("q=")) expect(picked).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test("in a comma-separated file and in a workbook as well", async () => {
    const rows = await listed("applications", "sort=name");
    const csv = (await fileOf((await ask({ format: "csv", address: "sort=name" })).id)).toString();
    const lines = csv.trimEnd().split("\r\n");
    expect(lines[0]).toBe("\uFEFFParticipant,Name,Status,E-mail,Submitted,Track");
    expect(lines.slice(1).map((line) => line.split(",").slice(0, 2))).toEqual(
      rows.map(({ participant, name }) => [participant, `${name ?? ""}`.replace("=Ben", "'=Ben")]),
    );
    const sheet = readSheet(await fileOf((await ask({ format: "xlsx", address: "sort=name" })).id));
    const cells = sheet
      .slice(1)
      .map((row) => [row[0]?.value, row.find(({ at }) => at[0] === "B")?.value]);
    expect(cells).toEqual(rows.map(({ participant, name }) => [participant, name ?? undefined]));
  });
});

describe("a file", () => {
  beforeEach(async () => {
    viewer = await newActor();
    eventId = await connectEvent(viewer, 30);
  });

  test("is told of: how many rows, how far, and in the event's audit who took it", async () => {
    const made = await ask({ format: "csv" });
    expect(made).toMatchObject({ format: "csv", state: "waiting", total: 23, written: 0 });
    await fileOf(made.id);
    const done = await getExport(viewer, { eventId, exportId: made.id });
    expect(done).toMatchObject({ state: "done", total: 23, written: 23 });
    const { rows } = await withEventSql(eventId, (sql) =>
      sql.query("SELECT action, detail FROM audit_entries WHERE event_id = $1", [eventId]),
    );
    expect(rows).toEqual([
      { action: "list.exported", detail: { list: "applications", format: "csv", rows: 23 } },
    ]);
  });

  test("is named after the event, whatever that is called, and can be fetched again", async () => {
    const { id } = await ask({ format: "xlsx" });
    const { name, mediaType, body } = await writeExport(viewer, { eventId, exportId: id });
    await body.cancel();
    expect(name).toMatch(/^Lumen a b fair – applications – \d{4}-\d\d-\d\d\.xlsx$/);
    expect(mediaType).toContain("spreadsheetml");
    expect((await fileOf(id)).length).toBe((await fileOf(id)).length);
  });

  test("has every answer where the answers stand in short", async () => {
    const { id } = await createExport(viewer, {
      eventId,
      list: "applications",
      format: "json",
      columns: ["answers.track", "answers", "name"],
    });
    const [first] = JSON.parse((await fileOf(id)).toString());
    expect(Object.keys(first)).toEqual(["answers.track", "answers.age", "name"]);
  });

  test("begins only when it is read; whoever stops reading has not got it", async () => {
    const { id } = await ask({ format: "csv" });
    const of = { eventId, exportId: id };
    const { body } = await writeExport(viewer, of);
    expect((await getExport(viewer, of)).state).toBe("waiting");
    const reader = body.getReader();
    await reader.read();
    expect((await getExport(viewer, of)).state).toBe("running");
    await reader.cancel();
    expect((await getExport(viewer, of)).state).toBe("failed");
  });

  test("breaks off when the seat is taken back, and when the event is erased", async () => {
    for (const end of [
      "UPDATE members SET revoked_at = now() WHERE event_id = $1",
      "DELETE FROM exports WHERE event_id = $1",
    ]) {
      viewer = await newActor();
      await seat(eventId, viewer);
      // An Excel file is written ahead of its reader.
      const { id } = await ask({ format: "csv" });
      const { body } = await writeExport(viewer, { eventId, exportId: id });
      const reader = body.getReader();
      await reader.read();
      await withEventSql(eventId, (sql) => sql.query(end, [eventId]));
      await expect(
        (async () => {
          while (!(await reader.read()).done);
        })(),
      ).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("that is fetched twice at once tells of the second, and both are whole", async () => {
    const { id } = await ask({ format: "csv" });
    const of = { eventId, exportId: id };
    const first = (await writeExport(viewer, of)).body.getReader();
    await first.read();
    const second = (await writeExport(viewer, of)).body.getReader();
    await second.read();
    await first.cancel();
    expect((await getExport(viewer, of)).state).toBe("running");
    await expect.poll(async () => (await second.read()).done).toBe(true);
    expect(await getExport(viewer, of)).toMatchObject({ state: "done", written: 23 });
  });
});

describe("how much exports may take", () => {
  beforeAll(async () => {
    viewer = await newActor();
    eventId = await connectEvent(viewer, 40);
    await withEventSql(eventId, (sql) =>
      sql.query(
        "UPDATE participants SET fields = jsonb_build_object('essay', repeat('e', 200000)) WHERE event_id = $1",
        [eventId],
      ),
    );
  });

  test("two of a member and six in all, the next one when one of them is over", async () => {
    const open = async (actor: Actor) =>
      (await writeExport(actor, { eventId, exportId: (await ask({}, actor)).id })).body;
    const mine = [await open(viewer), await open(viewer)];
    await expect(open(viewer)).rejects.toMatchObject({ code: "rate_limited" });
    const others = [await newActor(), await newActor()];
    for (const other of others) {
      await seat(eventId, other);
      mine.push(await open(other), await open(other));
    }
    const seventh = await newActor();
    await seat(eventId, seventh);
    await expect(open(seventh)).rejects.toMatchObject({ code: "rate_limited" });
    await mine[0]?.cancel();
    mine.push(await open(seventh));
    await Promise.all(mine.slice(1).map((body) => body.cancel()));
    expect((await fileOf((await ask()).id)).length).toBeGreaterThan(1_000);
  });

  test("two MiB of answers at a time, and everybody comes once, in order", async () => {
    const { address } = readListAddress(new URLSearchParams("sort=name"));
    const asked = { list: "applications", address } as const;
    const seen: string[] = [];
    for await (const rows of readListInBatches(eventId, asked, 2_000)) {
      expect(JSON.stringify(rows).length).toBeLessThan(2.5 * 2 ** 20);
      seen.push(...rows.map(({ participant_id }) => participant_id));
    }
    const all = await listed("applications", "sort=name");
    expect(seen).toEqual(all.map(({ participant }) => participant));
  });
});

describe("nobody else", () => {
  beforeAll(async () => {
    viewer = await newActor();
    eventId = await connectEvent(viewer, 5);
  });

  test("fetches a file: not another member, not another event's owner, not nobody", async () => {
    const { id: exportId } = await ask();
    const colleague = await newActor();
    await seat(eventId, colleague);
    const stranger = await newActor();
    const foreign = await connectEvent(stranger, 1);
    for (const verb of [getExport, writeExport]) {
      for (const actor of [colleague, stranger]) {
        await expect(verb(actor, { eventId, exportId })).rejects.toMatchObject({
          code: "not_found",
        });
      }
      await expect(verb(stranger, { eventId: foreign, exportId })).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(verb(viewer, { eventId, exportId: "no id" })).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(verb({ sessionHash: null }, { eventId, exportId })).rejects.toMatchObject({
        code: "unauthenticated",
      });
    }
    await expect(ask({}, stranger)).rejects.toMatchObject({ code: "not_found" });
  });

  test("fetches one a day later, not even who asked for it", async () => {
    const { id: exportId } = await ask();
    await withEventSql(eventId, (sql) =>
      sql.query(
        "UPDATE exports SET created_at = now() - interval '25 hours' WHERE event_id = $1 AND id = $2",
        [eventId, exportId],
      ),
    );
    await expect(writeExport(viewer, { eventId, exportId })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("asks for what no list understands", async () => {
    await expect(ask({ address: "f=shoe:is:1" })).rejects.toMatchObject({ code: "invalid" });
    const columns = ["name", "constructor"];
    await expect(
      createExport(viewer, { eventId, list: "applications", format: "csv", columns }),
    ).rejects.toMatchObject({ code: "invalid" });
    const both = { ids: [], allBut: [] };
    await expect(ask({ picked: both })).rejects.toMatchObject({ name: "ZodError" });
  });
});

describe("the e-mail addresses of those who are picked", () => {
  beforeAll(async () => {
    viewer = await newActor();
    eventId = await connectEvent(viewer, 40);
  });
  const emailsOf = (picked: Picked, more: object = {}, actor = viewer) =>
    listEmails(actor, { eventId, list: "applications", picked, ...more });

  test("are those of the list, in its order, each once, and say who has none", async () => {
    const rows = await listed("applications", "status=approved&sort=name");
    const all = await emailsOf({ allBut: [] }, { address: "status=approved&sort=name" });
    expect(all).toEqual({ emails: rows.map(({ email }) => email), without: 0 });
    await withEventSql(eventId, (sql) =>
      sql.query(
        `UPDATE participants SET email = CASE participant_id WHEN 'ptp_2' THEN NULL ELSE ' P1@X.org ' END
         WHERE event_id = $1 AND participant_id IN ('ptp_1', 'ptp_2', 'ptp_4')`,
        [eventId],
      ),
    );
    expect(await emailsOf({ ids: ["ptp_1", "ptp_2", "ptp_4"] })).toEqual({
      emails: ["P1@X.org"],
      without: 1,
    });
  });

  test("leave the audit an entry, and are nobody else's", async () => {
    const { rows } = await withEventSql(eventId, (sql) =>
      sql.query(
        "SELECT detail FROM audit_entries WHERE event_id = $1 AND action = 'list.exported'",
        [eventId],
      ),
    );
    expect(rows).toContainEqual({ detail: { list: "applications", format: "emails", rows: 1 } });
    const stranger = await newActor();
    await expect(emailsOf({ ids: [] }, {}, stranger)).rejects.toMatchObject({ code: "not_found" });
    await expect(emailsOf({ ids: [] }, { address: "sort=foo" })).rejects.toMatchObject({
      code: "invalid",
    });
    const tooMany = Array.from({ length: 10_001 }, (_, n) => `ptp_${n}`);
    await expect(emailsOf({ ids: tooMany })).rejects.toMatchObject({ name: "ZodError" });
  });
});
