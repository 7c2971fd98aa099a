import { beforeEach, describe, expect, test } from "vitest";
import { databasePool, withEvent, withEventSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";
import { grantOwnership } from "@/lib/members/grant-ownership";
import { plantConnection } from "@/testing/plant-connection";
import { countListInEvent } from "./count-list-in-event";
import { encodeListCursor } from "./list/list-cursor";
import { listApplicationsInEvent } from "./list-applications-in-event";
import { listParticipantsInEvent } from "./list-participants-in-event";

const SORTS = ["-submitted", "submitted", "name", "-name", "-updated", "updated"];

type Person = { id: string; name?: string; email?: string; status?: string; at?: string };

let owner: Actor;
let eventId: string;

beforeEach(async () => {
  owner = { sessionHash: (await createSession()).sessionHash };
  eventId = await connectEvent(owner);
});

async function connectEvent(actor: Actor): Promise<string> {
  const id = await plantConnection();
  await withEvent(id, async ({ db }) => {
    await grantOwnership(db, id, actor.sessionHash ?? "");
  });
  return id;
}

async function insert(people: Person[], event = eventId): Promise<void> {
  const rows = people.map(({ id, name, email, status, at }) => ({
    participant_id: id,
    application_id: status ? `app_${id}` : null,
    name: name ?? null,
    email: email ?? null,
    status: status ?? null,
    submitted_at: at ?? null,
    changed_at: at ?? null,
  }));
  await withEventSql(event, (sql) =>
    sql.query(
      `INSERT INTO participants (event_id, participant_id, application_id, name, email, status,
         submitted_at, changed_at, updated_at, version_at, source, confirmed_at)
       SELECT $1, participant_id, application_id, name, email, status, submitted_at, changed_at, now(),
         now(), 'sync', now()
       FROM jsonb_to_recordset($2) AS r(participant_id text, application_id text, name text,
         email text, status text, submitted_at timestamptz, changed_at timestamptz)`,
      [event, JSON.stringify(rows)],
    ),
  );
}

type Asked = { sort?: string; status?: string[] };
type Page = { cursor?: string | null; limit?: number };

function addressOf(q: string, { sort = "", status = [] }: Asked): string {
  const address = new URLSearchParams({ q, sort });
  for (const each of status) address.append("status", each);
  return address.toString();
}

const find = (q: string, { sort, status, ...page }: Asked & Page = {}) =>
  listApplicationsInEvent(owner, { eventId, address: addressOf(q, { sort, status }), ...page });
const findParticipants = (asked: Asked = {}) =>
  listParticipantsInEvent(owner, { eventId, address: addressOf("", asked) });
const names = (list: { rows: { name: string | null }[] }) => list.rows.map((row) => row.name);

/** 23 people: many share their name or moment, some have none. */
function crowd(): Person[] {
  const statuses = ["pending", "approved", "rejected", "cancelled"];
  return Array.from({ length: 23 }, (_, n) => ({
    id: `ptp_${String(n).padStart(2, "0")}`,
    status: statuses[n % 4] ?? "pending",
    ...(n % 5 === 0 ? {} : { name: ["Ana", "Žarko", "ana", "Ben"][n % 4] ?? "" }),
    ...(n % 3 === 0 ? {} : { at: `2026-02-0${(n % 4) + 1}T10:00:00Z` }),
  }));
}

async function readAll(q: string, asked: Asked) {
  const pages = [];
  let cursor: string | null = null;
  do {
    const page = await find(q, { cursor, limit: 4, ...asked });
    pages.push(page.rows);
    cursor = page.nextCursor;
  } while (cursor && pages.length < 20);
  return pages.flat();
}

describe("paging through a list", () => {
  test.each(
    SORTS.flatMap((sort): [string, string, string[]][] => [
      [sort, "", []],
      [sort, "", ["pending", "rejected"]],
      [sort, "a", []],
    ]),
  )("by %s with %j and %j shows everybody exactly once, and in order", async (sort, q, status) => {
    await insert(crowd());
    const rows = await readAll(q, { sort, status });
    const whole = await find(q, { sort, status, limit: 100 });

    expect(rows.map((row) => row.participantId)).toEqual(whole.rows.map((r) => r.participantId));
    expect(new Set(rows.map((row) => row.participantId)).size).toBe(whole.total);
    expect(rows).toHaveLength(whole.total ?? -1);
    const keys = rows.map((row) => {
      if (sort.endsWith("submitted")) return row.submittedAt;
      return sort.endsWith("updated") ? row.updatedAt : null;
    });
    const known = keys.filter((key) => key !== null);
    expect(known).toEqual(sort.startsWith("-") ? known.toSorted().reverse() : known.toSorted());
    if (sort.endsWith("submitted")) expect(keys.slice(known.length).every((k) => !k)).toBe(true);
  });

  test("a row that arrives meanwhile does not make another one appear twice", async () => {
    await insert(crowd());
    const first = await find("", { limit: 10 });
    await insert([{ id: "ptp_new", status: "pending", at: "2026-03-01T00:00:00Z" }]);
    const second = await find("", { limit: 100, cursor: first.nextCursor });
    const ids = [...first.rows, ...second.rows].map((row) => row.participantId);
    expect(new Set(ids).size).toBe(23);
  });

  test("a foreign or broken cursor is refused as invalid", async () => {
    await insert(crowd());
    const { nextCursor } = await find("", { sort: "name", limit: 5 });
    await expect(find("", { sort: "-name", cursor: nextCursor })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(find("", { cursor: "abc" })).rejects.toMatchObject({ code: "invalid" });
    const cursor = encodeListCursor(["-submitted"], { keys: ["0000-01-01T00:00:00Z"], id: "x" });
    await expect(find("", { cursor })).rejects.toMatchObject({ code: "invalid" });
  });
});

test("the database keeps plans for what pages ask, not for whatever can be asked", async () => {
  /** Plans are kept by connection: each is asked at the same time, so that none is asked twice. */
  const countPlans = async () => {
    const pool = databasePool();
    await expect.poll(() => pool.idleCount === pool.totalCount).toBe(true);
    const kept = "SELECT name FROM pg_prepared_statements WHERE name LIKE 'list-%'";
    const looks = Array.from({ length: pool.totalCount }, () =>
      withEventSql(eventId, (sql) =>
        sql.query<{ name: string }>(`${kept} UNION SELECT pg_sleep(0.1)::text`),
      ),
    );
    const names = (await Promise.all(looks)).flatMap(({ rows }) => rows.map(({ name }) => name));
    return new Set(names).size - 1;
  };
  await find("");
  const before = await countPlans();
  expect(before).toBeGreaterThan(0);
  for (let limit = 1; limit <= 12; limit += 1) await find("", { limit });
  for (let count = 9; count <= 12; count += 1) {
    await find("", { status: Array.from({ length: count }, (_, n) => `status_${n}`) });
  }
  expect(await countPlans()).toBe(before);
});

test("a status that no application has counts nobody, whatever it is called", async () => {
  await insert(crowd());
  for (const status of ["constructor", "__proto__", "toString"]) {
    expect(await find("", { status: [status] })).toMatchObject({ rows: [], total: 0 });
  }
});

describe("searching", () => {
  beforeEach(() =>
    insert([
      { id: "ptp_1", name: "Ana Kovačević", email: "ana@lumen.example", status: "pending" },
      { id: "ptp_2", name: "Łukasz Öztürk", email: "lo@example.org", status: "approved" },
      { id: "ptp_3", name: "100% Marko_", email: "m_x@example.org", status: "rejected" },
      { id: "ptp_4", name: "1000 Markos", email: "mzx@example.org", status: "approved" },
      { id: "ptp_5", name: "Back\\slash", email: "b@example.org", status: "approved" },
    ]),
  );

  test("ignores case and accents, on both sides", async () => {
    expect(names(await find("KOVACEVIC"))).toEqual(["Ana Kovačević"]);
    expect(names(await find("özturk"))).toEqual(["Łukasz Öztürk"]);
    expect(names(await find("lukasz"))).toEqual(["Łukasz Öztürk"]);
  });

  test("finds by e-mail, and words in any order", async () => {
    expect(names(await find("lumen.exa"))).toEqual(["Ana Kovačević"]);
    expect(names(await find("kovač an"))).toEqual(["Ana Kovačević"]);
    expect(names(await find("kovač ben"))).toEqual([]);
  });

  test("takes percent, underscore and backslash as they are typed", async () => {
    expect(names(await find("0%"))).toEqual(["100% Marko_"]);
    expect(names(await find("m_x"))).toEqual(["100% Marko_"]);
    expect(names(await find("k\\s"))).toEqual(["Back\\slash"]);
    expect(names(await find("example m_x"))).toEqual(["100% Marko_"]);
    expect(names(await find("％"))).toEqual(["100% Marko_"]);
  });

  test("counts every status among what it found, whatever status is asked", async () => {
    const list = await find("example.org", { status: ["approved"] });
    expect(list.facets?.status).toEqual({ approved: 3, rejected: 1 });
    expect(list.total).toBe(3);
    expect(list.rows).toHaveLength(3);
    expect((await find("nobody")).facets?.status).toEqual({});
  });
});

describe("what a list is about", () => {
  beforeEach(() =>
    insert([
      { id: "ptp_1", name: "Ana", status: "pending" },
      { id: "ptp_2", name: "Ben", status: "approved" },
      { id: "ptp_3", name: "Cleo" },
      { id: "ptp_4", name: "Dora", status: "waitlisted" },
    ]),
  );

  test("applications have a status, Revento's newer words included", async () => {
    const list = await find("", { sort: "name" });
    expect(names(list)).toEqual(["Ana", "Ben", "Dora"]);
    expect(list.facets?.status).toEqual({ pending: 1, approved: 1, waitlisted: 1 });
    expect(names(await find("", { status: ["waitlisted", "gone"] }))).toEqual(["Dora"]);
    expect(await find("", { status: ["none"] })).toMatchObject({ rows: [], total: 0 });
  });

  test("participants are approved, or never had to apply", async () => {
    const list = await findParticipants();
    expect(names(list)).toEqual(["Ben", "Cleo"]);
    expect(list).toMatchObject({ total: 2, facets: { status: { approved: 1, none: 1 } } });
    const staff = await findParticipants({ status: ["none"] });
    expect(names(staff)).toEqual(["Cleo"]);
    const pending = await findParticipants({ status: ["pending"] });
    expect(pending).toMatchObject({ rows: [], total: 0 });
  });

  test("whoever was removed in Revento is gone from rows, search and counts", async () => {
    await withEventSql(eventId, (sql) =>
      sql.query("UPDATE participants SET removed_at = now() WHERE participant_id = 'ptp_1'"),
    );
    expect((await find("")).facets?.status).toEqual({ approved: 1, waitlisted: 1 });
    expect((await find("Ana")).rows).toEqual([]);
  });
});

describe("isolation", () => {
  test("an organizer sees nothing of another event, by list, search or count", async () => {
    const stranger: Actor = { sessionHash: (await createSession()).sessionHash };
    const other = await connectEvent(stranger);
    await insert([{ id: "ptp_1", name: "Ana Mine", status: "pending" }]);
    await insert([{ id: "ptp_1", name: "Ana Theirs", status: "approved" }], other);

    expect(names(await find(""))).toEqual(["Ana Mine"]);
    expect(names(await find("ana"))).toEqual(["Ana Mine"]);
    expect((await find("ana")).facets?.status).toEqual({ pending: 1 });
    await expect(listApplicationsInEvent(owner, { eventId: other })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(listParticipantsInEvent(owner, { eventId: other })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("nobody sees nothing", async () => {
    await expect(listApplicationsInEvent({ sessionHash: null }, { eventId })).rejects.toMatchObject(
      { code: "unauthenticated" },
    );
  });
});

test("a page of long forms has less than a megabyte: the beginning of each answer, as many as have room", async () => {
  await insert(Array.from({ length: 50 }, (_, n) => ({ id: `ptp_${n}`, status: "pending" })));
  const form = Object.fromEntries(
    Array.from({ length: 400 }, (_, n) => [`f${n}`, "a".repeat(600)]),
  );
  await withEventSql(eventId, (sql) =>
    sql.query("UPDATE participants SET fields = $2 WHERE event_id = $1", [
      eventId,
      JSON.stringify({ ...form, a_last: "short" }),
    ]),
  );
  const page = await find("", { limit: 50 });
  expect(JSON.stringify(page).length).toBeLessThan(1_000_000);
  const [row] = page.rows;
  expect(row).toMatchObject({ isCut: true });
  expect(Object.keys(row?.fields ?? {}).length).toBeGreaterThan(20);
  expect(row?.fields.f1).toBe("a".repeat(300));
  // Long values have short names.
  const { facets } = await countListInEvent(owner, {
    eventId,
    list: "applications",
    facets: ["answers.f1", "answers.a_last"],
  });
  expect(facets).toEqual({
    "answers.f1": {
      values: [{ value: expect.stringMatching(/^a{100}…[\w-]{16}$/), count: 50 }],
      isWhole: true,
    },
    "answers.a_last": { values: [{ value: "short", count: 50 }], isWhole: true },
  });
});
