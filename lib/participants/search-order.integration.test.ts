import { beforeEach, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection } from "@/testing/plant-connection";
import { listApplicationsInEvent } from "./list-applications-in-event";

let eventId: string;
let owner: Actor;
beforeEach(async () => {
  eventId = await plantConnection();
  owner = await seatIn(eventId, "viewer");
});

type Person = { name?: string | null; email?: string; status?: string; answers?: object };

/** The first of them applied last. */
async function insert(people: Person[]): Promise<void> {
  const rows = people.map(({ name = null, email, status = "pending", answers = {} }, at) => ({
    ...{ id: `ptp_${at}`, name, email, status, fields: answers },
    at: new Date(Date.UTC(2026, 0, 1, 0, 0, people.length - at)).toISOString(),
  }));
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO participants (event_id, participant_id, name, email, status, fields, submitted_at,
         updated_at, version_at, source, confirmed_at)
       SELECT $1, id, name, email, status, fields, at, now(), now(), 'sync', now()
       FROM jsonb_to_recordset($2) AS r(id text, name text, email text, status text, fields jsonb, at timestamptz)`,
      [eventId, JSON.stringify(rows)],
    ),
  );
}

async function found(question: Record<string, string>): Promise<(string | null)[]> {
  const address = new URLSearchParams(question).toString();
  const { rows } = await listApplicationsInEvent(owner, { eventId, address });
  return rows.map(({ name, email }) => name ?? email);
}

test("whom a search names exactly comes first, then whole words, beginnings, parts, and answers", async () => {
  await insert([
    { name: "Nobody", answers: { about: "I know Zana O'Test 17" } },
    { name: "Zana O'Test 217" },
    { name: "Zana O'Test 170" },
    { name: "Zana Maria O'Test 17" },
    { name: "Zana O'Test 17" },
  ]);
  const inOrder = [
    "Zana O'Test 17",
    "Zana Maria O'Test 17",
    "Zana O'Test 170",
    "Zana O'Test 217",
    "Nobody",
  ];
  expect(await found({ q: "Zana O'Test 17" })).toEqual(inOrder);
  expect(await found({ q: "zana otest 17" })).toEqual(inOrder);
  expect(await found({ q: "17 Zana O’Test" })).toEqual([
    inOrder[1],
    ...inOrder.slice(0, 1),
    ...inOrder.slice(2),
  ]);
  expect(await found({ q: "Zana O'Test 17", sort: "-submitted" })).toEqual([
    "Nobody",
    "Zana O'Test 217",
    "Zana O'Test 170",
    "Zana Maria O'Test 17",
    "Zana O'Test 17",
  ]);
});

test("an e-mail as such comes before those that hold it", async () => {
  await insert([
    { name: "Other", email: "dana@x.example.org" },
    { name: "Mail", answers: { contact: "ana@x.example" } },
    { name: "Ana", email: "ana@x.example" },
  ]);
  expect(await found({ q: "ana@x.example" })).toEqual(["Ana", "Other", "Mail"]);
});

test.each([
  ["OBrien", "Pat O'Brien"],
  ["o’brien", "Pat O'Brien"],
  ["jean luc", "Jean-Luc Godart"],
  ["jeanluc", "Jean-Luc Godart"],
  ["Jean‑Luc", "Jean-Luc Godart"],
  ["luc", "Jean-Luc Godart"],
  ["ΝΙΚΟΣ", "Νίκος Παπαδόπουλος"],
  ["γιωργος", "ΓΙΩΡΓΟΣ ΝΙΚΟΛΑΟΥ"],
  ["Marija", "Mari\u200bja Horvat"],
  ["Hyphenated", "Hy\u00adphen\u00adated"],
  ["mari\u200bja", "Mari\u200bja Horvat"],
])("%s finds %s", async (q, name) => {
  await insert([{ name }, { name: "Somebody Else" }]);
  expect(await found({ q })).toEqual([name]);
});

test("every word of a search counts, also the seventh", async () => {
  await insert([{ name: "Bo", answers: { about: "build small robots with the class of a year" } }]);
  expect(await found({ q: "build small robot with class year" })).toEqual(["Bo"]);
  expect(await found({ q: "build small robot with class year zz qq" })).toEqual([]);
});

test("what holds nothing but ignored signs is no search, and no filter that holds of everybody", async () => {
  await insert([{ name: "Jean-Luc" }, { name: "Ana" }]);
  expect(await found({ q: "-" })).toEqual(["Jean-Luc", "Ana"]);
  expect(await found({ f: "name:contains:-" })).toEqual(["Jean-Luc"]);
  expect(await found({ f: "name:lacks:-" })).toEqual(["Ana"]);
});

test("a full stop is not the ideographic one", async () => {
  await insert([{ name: "一。二" }, { name: "one.two" }]);
  expect(await found({ f: "name:contains:." })).toEqual(["one.two"]);
  expect(await found({ f: "name:contains:。" })).toEqual(["一。二"]);
});

test("a name that shows nothing gives way to the e-mail", async () => {
  await insert([
    { name: "  ", email: "m@x.example" },
    { name: "\u200b", email: "b@x.example" },
    { name: " Lea" },
    { name: "Kim" },
  ]);
  expect(await found({ sort: "name" })).toEqual(["\u200b", "Kim", " Lea", "  "]);
});

test("numbers in names and answers stand in the order of numbers", async () => {
  const teams = ["Team 10", "Team 2", "Team 1b", "Team 1", "team 010", "Team"];
  await insert(teams.map((team) => ({ name: team, answers: { team } })));
  const inOrder = ["Team", "Team 1", "Team 1b", "Team 2", "Team 10", "team 010"];
  expect(await found({ sort: "name" })).toEqual(inOrder);
  expect(await found({ sort: "answers.team" })).toEqual(inOrder);
  expect(await found({ sort: "-answers.team" })).toEqual([
    "Team 10",
    "team 010",
    ...inOrder.slice(0, 4).reverse(),
  ]);
});

test("statuses come in the order of an application's way", async () => {
  const statuses = [
    "cancelled",
    "waitlisted",
    "rejected",
    "approved",
    "revision_requested",
    "pending",
  ];
  await insert(statuses.map((status) => ({ name: status, status })));
  expect(await found({ sort: "status" })).toEqual([
    "pending",
    "revision_requested",
    "approved",
    "rejected",
    "cancelled",
    "waitlisted",
  ]);
});
